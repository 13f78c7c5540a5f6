"""Bank holidays of the four nations, reckoned from the Act, the moon and the proclamations."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

MONDAY, FRIDAY, SATURDAY = 0, 4, 5
EVERY_NATION = {date(2022, 6, 3), date(2022, 9, 19), date(2023, 5, 8)}
PROCLAIMED = {"SCT": {date(2026, 6, 15)}}
MOVED = {
    date(2020, 5, 4): date(2020, 5, 8),
    date(2022, 5, 30): date(2022, 6, 2),
}


@cache
def bank_holidays(nation: str, year: int) -> frozenset[date]:
    """Return a nation's bank holidays; one that falls at a weekend counts with its substitute."""
    found = {MOVED.get(each, each) for each in _of_every_nation(year)}
    found |= {each for each in EVERY_NATION if each.year == year}
    found |= {each for each in PROCLAIMED.get(nation, set()) if each.year == year}
    found |= set(_fixed(nation, year))
    if nation == "SCT":
        found.add(_on_or_after(date(year, 8, 1), MONDAY))
    else:
        found |= {_easter(year) + timedelta(1), _on_or_after(date(year, 8, 25), MONDAY)}
    return frozenset(found)


def _of_every_nation(year: int) -> set[date]:
    return {
        _easter(year) - timedelta(2),
        _on_or_after(date(year, 5, 1), MONDAY),
        _on_or_after(date(year, 5, 25), MONDAY),
    }


def _fixed(nation: str, year: int) -> Iterator[date]:
    """Yield the holidays that have a date, and the day that stands in for one at a weekend."""
    taken: set[date] = set()
    dates = [(1, 1), (12, 25), (12, 26)]
    if nation == "SCT":
        dates += [(1, 2), (11, 30)]
    if nation == "NIR":
        dates += [(3, 17), (7, 12)]
    for day in sorted(date(year, *each) for each in dates):
        taken.add(day)
        yield day
    for day in sorted(taken):
        if day.weekday() >= SATURDAY:
            instead = day
            while instead.weekday() >= SATURDAY or instead in taken:
                instead += timedelta(1)
            taken.add(instead)
            yield instead


def _on_or_after(day: date, weekday: int) -> date:
    while day.weekday() != weekday:
        day += timedelta(1)
    return day


def _easter(year: int) -> date:
    """Return Easter Sunday, by the rule of Gauss as corrected for the Gregorian calendar."""
    century = year // 100
    moon = (15 + century - century // 4 - (8 * century + 13) // 25) % 30
    age = (19 * (year % 19) + moon) % 30
    if age == 29 or (age == 28 and year % 19 > 10):
        age -= 1
    full_moon = date(year, 3, 21) + timedelta(age)
    return full_moon + timedelta(6 - full_moon.weekday() or 7)
