"""The strip above a story: how much happened when, in bars of equal time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

LONGEST_IN_MONTHS = 36
LONGEST_IN_QUARTERS = 120
TALLEST = 100


@dataclass(frozen=True)
class Bar:
    """One stretch of time, `since` to just before `until`; `height` is 0 to 100 of the tallest."""

    since: date
    until: date
    count: int
    height: int


def density(months: Mapping[date, int]) -> list[Bar]:
    """Return bars over the months something happened in: months, then quarters, then years.

    Every stretch between the first and the last is there, the quiet ones too: a gap in the strip
    means that nothing is known, never that something is hidden.
    """
    if not months:
        return []
    step = _step(_months_between(min(months), max(months)) + 1)
    counts: dict[date, int] = {}
    for month, count in months.items():
        begins = _begins(month, step)
        counts[begins] = counts.get(begins, 0) + count
    tallest = max(counts.values())
    return [
        Bar(each, _later(each, step), counts.get(each, 0), _height(counts.get(each, 0), tallest))
        for each in _every(min(counts), max(counts), step)
    ]


def _step(length: int) -> int:
    if length <= LONGEST_IN_MONTHS:
        return 1
    return 3 if length <= LONGEST_IN_QUARTERS else 12


def _height(count: int, tallest: int) -> int:
    return -(-TALLEST * count // tallest)  # a single entry is never invisible


def _every(first: date, last: date, step: int) -> Iterable[date]:
    while first <= last:
        yield first
        first = _later(first, step)


def _begins(day: date, step: int) -> date:
    return date(day.year, (day.month - 1) // step * step + 1, 1)


def _later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)


def _months_between(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month
