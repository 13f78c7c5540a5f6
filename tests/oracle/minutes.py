"""A calendar as a row of minutes: for each, whether the doors are open as it begins.

Minutes are counted in UTC from 1 January 1970. The wall clock is an hour ahead from 01:00 UTC on
the last Sunday of March to 01:00 UTC on the last Sunday of October, and that is all there is to it.
"""

from array import array
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from tests.oracle.holidays import bank_holidays

DAY = 24 * 60
EPOCH = date(1970, 1, 1).toordinal()
Span = tuple[int, int]  # opens and closes, in minutes of the day; 1440 is the midnight that ends it


@dataclass(frozen=True)
class Keeping:
    """Which hours somebody keeps, written as plainly as can be."""

    week: tuple[tuple[Span, ...], ...]
    nation: str = "ENG"
    open_on_bank_holidays: bool = False
    extra: frozenset[date] = frozenset()
    moved_away: frozenset[date] = frozenset()
    closed: frozenset[date] = frozenset()
    terms: tuple[tuple[date, date], ...] = ()

    def is_holiday(self, day: date) -> bool:
        if day in self.extra:
            return True
        return day in bank_holidays(self.nation, day.year) and day not in self.moved_away

    def is_law_day(self, day: date) -> bool:
        return day.isoweekday() <= 5 and bool(self.hours_of(day)) and not self.is_holiday(day)

    def is_school_day(self, day: date) -> bool:
        if day in self.closed or not self.is_law_day(day):
            return False
        if any(first <= day <= last for first, last in self.terms):
            return True
        return not self.terms or day < self.terms[0][0] or day > self.terms[-1][1]

    def hours_of(self, day: date) -> Sequence[Span]:
        return self.week[day.isoweekday() - 1]


@dataclass(frozen=True)
class Row:
    """Every open minute from one day to another, in order."""

    keeping: Keeping
    first: date
    days: int
    closes_by_itself: bool = True
    open_minutes: "array[int]" = field(init=False, repr=False)

    def __post_init__(self) -> None:
        found = array("q")
        for ahead in range(self.days):
            found.extend(self._minutes_on(self.first + timedelta(ahead)))
        object.__setattr__(self, "open_minutes", found)

    def is_open(self, minute: int) -> bool:
        place = bisect_left(self.open_minutes, minute)
        return place < len(self.open_minutes) and self.open_minutes[place] == minute

    def how_many_open(self, first: int, end: int) -> int:
        return bisect_left(self.open_minutes, end) - bisect_left(self.open_minutes, first)

    def from_minute(self, minute: int, how_many: int) -> "array[int]":
        """Return so many open minutes, from the first that does not begin before this one."""
        place = bisect_left(self.open_minutes, minute)
        found = self.open_minutes[place : place + how_many]
        assert len(found) == how_many, "the row of minutes is too short for this question"
        return found

    def next_open(self, minute: int) -> int:
        """Return the minute itself where it is open or is the end of an open one; or the next."""
        if self.is_open(minute - 1):
            return minute
        return self.from_minute(minute, 1)[0]

    def _minutes_on(self, day: date) -> list[int]:
        if not self._opens_on(day):
            return []
        return [
            minute
            for opens, closes in self.keeping.hours_of(day)
            for minute, shown in minutes_of_day(day)
            if opens <= shown < closes
        ]

    def _opens_on(self, day: date) -> bool:
        if self.closes_by_itself and day in self.keeping.closed:
            return False
        return self.keeping.open_on_bank_holidays or not self.keeping.is_holiday(day)


@cache
def minutes_of_day(day: date) -> tuple[tuple[int, int], ...]:
    """Return the minutes of a day, each with what the clock shows: 1380, 1440 or 1500 of them."""
    hours = range(midnight(day), midnight(day + timedelta(1)), 60)  # clocks change on the hour
    shown = ((hour, on_the_wall(hour)[1]) for hour in hours)
    return tuple((hour + past, of_day + past) for hour, of_day in shown for past in range(60))


@cache
def midnight(day: date) -> int:
    """Return the minute a day begins with."""
    plain = (day.toordinal() - EPOCH) * DAY
    return plain - 60 if on_the_wall(plain - 60) == (day, 0) else plain


def on_the_wall(minute: int) -> tuple[date, int]:
    """Return the day, and the minute of the day, that a clock on the wall shows."""
    day, of_day = divmod(minute + 60 * _is_summer(minute), DAY)
    return date.fromordinal(day + EPOCH), of_day


def _is_summer(minute: int) -> bool:
    forward, back = _changes(date.fromordinal(minute // DAY + EPOCH).year)
    return forward <= minute < back


@cache
def _changes(year: int) -> tuple[int, int]:
    return _one_o_clock(_last_sunday(year, 3)), _one_o_clock(_last_sunday(year, 10))


def _last_sunday(year: int, month: int) -> date:
    day = date(year, month, 31)
    return day - timedelta(day.isoweekday() % 7)


def _one_o_clock(day: date) -> int:
    return (day.toordinal() - EPOCH) * DAY + 60


def ends(pauses: Collection[tuple[int, int]], minute: int) -> bool:
    """Say whether something that ends at this minute ended while the clock stood still."""
    return any(paused < minute <= resumed for paused, resumed in pauses)
