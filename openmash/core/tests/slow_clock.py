"""The same deadlines, worked out as a patient person would: one minute after another.

It shares no arithmetic with `working_time`: it looks at the clock on the wall, at a list of bank
holidays copied from gov.uk, and steps. It is far too slow to use and much harder to get wrong.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from openmash.core.working_time import HubHours

WALL = ZoneInfo("Europe/London")
MINUTE = timedelta(minutes=1)

BANK_HOLIDAYS_IN_ENGLAND = {
    *(date(2025, m, d) for m, d in [(1, 1), (4, 18), (4, 21), (5, 5), (5, 26), (8, 25)]),
    *(date(2025, 12, d) for d in (25, 26)),
    *(date(2026, m, d) for m, d in [(1, 1), (4, 3), (4, 6), (5, 4), (5, 25), (8, 31)]),
    *(date(2026, 12, d) for d in (25, 26, 28)),
    *(date(2027, m, d) for m, d in [(1, 1), (3, 26), (3, 29), (5, 3), (5, 31), (8, 30)]),
    *(date(2027, 12, d) for d in (25, 26, 27, 28)),
}


def after_minutes_open(start: datetime, minutes: int, hours: HubHours) -> datetime:
    """Step until this many open minutes have gone by."""
    now = start.astimezone(UTC)
    while minutes:
        minutes -= open_during(now, hours)
        now += MINUTE
    return now


def after_working_days(start: datetime, days: int, hours: HubHours) -> datetime:
    """Step to the end of the last open minute of the nth working day after receipt."""
    now = start.astimezone(UTC)
    while not (open_during(now, hours, usual=True) or open_during(now - MINUTE, hours, usual=True)):
        now += MINUTE
    before = now - MINUTE  # the moment of closing is still inside
    received = _day(before if open_during(before, hours, usual=True) else now)
    last_open = None
    counted = {received}
    for minute in _minutes_from(now - MINUTE):
        day = _day(minute)
        if day > received and _is_working(day, hours):
            counted.add(day)
        if len(counted) - 1 > days:
            break
        if day == max(counted) and open_during(minute, hours, usual=True):
            last_open = minute
    assert last_open is not None
    return last_open + MINUTE


def open_during(minute: datetime, hours: HubHours, *, usual: bool = False) -> bool:
    """Say whether the wall clock, at the start of this minute, is between opening and closing."""
    on_the_wall = minute.astimezone(WALL)
    day, now = on_the_wall.date(), on_the_wall.time()
    if day in hours.closed_days and not usual:
        return False
    if day in BANK_HOLIDAYS_IN_ENGLAND and not hours.open_on_bank_holidays:
        return False
    return any(
        span.opens <= now and (now < span.closes or span.closes == time(0))
        for span in hours.week[day.weekday()]
    )


def _is_working(day: date, hours: HubHours) -> bool:
    weekday = day.weekday()
    return weekday < 5 and bool(hours.week[weekday]) and day not in BANK_HOLIDAYS_IN_ENGLAND


def _minutes_from(moment: datetime) -> Iterator[datetime]:
    while True:
        yield moment
        moment += MINUTE


def _day(moment: datetime) -> date:
    return moment.astimezone(WALL).date()
