"""Dates and times as agencies write them, on the clocks of London (A1.2)."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from openmash.intake.terms import MomentPrecision

LONDON = ZoneInfo("Europe/London")
_EARLIEST, _LATEST = 1880, 2200
_DAY_FIRST = re.compile(
    r"(\d{1,2})([/.\-])(\d{1,2})\2(\d{4}|\d{2})(?:[ T,]+(\d{1,2})[:.](\d{2})(?::(\d{2}))?)?",
    re.ASCII,
)

TWICE = "The clocks went back that night, so this time happened twice; the first is taken."
NEVER = "The clocks went forward that night and skipped this time; one hour later is taken."
NO_TIME = "Only a day was told, no time: the start of that day is taken."


@dataclass(frozen=True)
class ToldMoment:
    """A moment in UTC, how exactly it was told, and what is doubtful about it."""

    at: datetime
    precision: MomentPrecision
    doubts: tuple[str, ...] = ()


def read_moment(text: str) -> ToldMoment | None:
    """Return the moment `text` tells, or None if there is no such moment."""
    told = _day_first(text) or _iso(text)
    if told is None or not _EARLIEST <= told.year <= _LATEST:
        return None
    if told.tzinfo is not None:
        return ToldMoment(told.astimezone(UTC), MomentPrecision.MINUTE)
    return _moment_in_london(told, whole_day=not _tells_a_time(text))


def read_day(text: str) -> date | None:
    """Return the calendar day `text` tells, or None."""
    told = _day_first(text) or _iso(text)
    return told.date() if told and _EARLIEST <= told.year <= _LATEST else None


def day_in_london(moment: datetime) -> date:
    return moment.astimezone(LONDON).date()


def _day_first(text: str) -> datetime | None:
    found = _DAY_FIRST.fullmatch(text.strip())
    if not found:
        return None
    day, _, month, year, hour, minute, second = found.groups(default="0")
    whole_year = int(year) + (2000 if len(year) == 2 else 0)
    try:
        clock = time(int(hour), int(minute), int(second))
        return datetime.combine(date(whole_year, int(month), int(day)), clock)
    except ValueError:
        return None


def _iso(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text.strip()) if "-" in text else None
    except ValueError:
        return None


def _tells_a_time(text: str) -> bool:
    return len(text.strip()) > len("dd/mm/yyyy")


def _moment_in_london(told: datetime, *, whole_day: bool) -> ToldMoment:
    at = told.replace(tzinfo=LONDON, fold=0).astimezone(UTC)
    precision = MomentPrecision.DAY if whole_day else MomentPrecision.MINUTE
    return ToldMoment(at, precision, _doubts(told, at, whole_day=whole_day))


def _doubts(told: datetime, at: datetime, *, whole_day: bool) -> tuple[str, ...]:
    if whole_day:
        return (NO_TIME,)
    if at.astimezone(LONDON).replace(tzinfo=None) != told:
        return (NEVER,)
    second = told.replace(tzinfo=LONDON, fold=1).astimezone(UTC)
    return (TWICE,) if second != at else ()
