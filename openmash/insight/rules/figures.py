"""Sums of the figures page: honest about what they count and how many there are (A4.4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median

FEWEST_FOR_A_MEDIAN = 5


@dataclass(frozen=True)
class Bar:
    """One line of a table with the length of its bar, in hundredths of the longest."""

    label: str
    contacts: int
    people: int
    length: int


def bars_of(lines: Sequence[tuple[str, int, int]]) -> list[Bar]:
    """Return lines of label, contacts and people with bars measured by contacts."""
    longest = max((contacts for _, contacts, _ in lines), default=0)
    return [
        Bar(label, contacts, people, round(100 * contacts / longest) if longest else 0)
        for label, contacts, people in lines
    ]


@dataclass(frozen=True)
class Middle:
    """A median with the number it is made of; too few, and there is none to give."""

    length: timedelta | None
    of: int


def middle_of(spans: Sequence[timedelta]) -> Middle:
    """Return the median: half were shorter, half longer. Of fewer than five, none is given."""
    if len(spans) < FEWEST_FOR_A_MEDIAN:
        return Middle(None, len(spans))
    return Middle(timedelta(seconds=median(each.total_seconds() for each in spans)), len(spans))


@dataclass(frozen=True)
class Period:
    """From one day to another, the last day included."""

    since: date
    last: date

    @property
    def until(self) -> date:
        return self.last + timedelta(days=1)


def period_from(asked: tuple[date | None, date | None], *, today: date, days: int) -> Period:
    """Return the period asked for, or the last `days` days; turned round where it was backwards."""
    since, last = asked
    last = last or today
    since = since or last - timedelta(days=days - 1)
    return Period(min(since, last), max(since, last))


def spans_between(moments: Sequence[tuple[datetime, datetime]]) -> list[timedelta]:
    """Return how long each took, from one moment to the other."""
    return [later - earlier for earlier, later in moments]
