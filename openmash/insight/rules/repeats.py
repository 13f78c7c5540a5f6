"""How often the hub has heard of somebody, in one line beside the name (A4.3)."""

from dataclasses import dataclass
from datetime import datetime

DAYS_IN_A_WEEK = 7


@dataclass(frozen=True)
class Repeat:
    """This is the nth contact about somebody, the first of them so many weeks ago."""

    nth: int
    weeks: int


def repeat_of(earlier: int, first_at: datetime | None, *, received_at: datetime) -> Repeat | None:
    """Return which contact this is, or None for a first one."""
    if not earlier or first_at is None:
        return None
    days = (received_at - first_at).days
    return Repeat(nth=earlier + 1, weeks=max(1, round(days / DAYS_IN_A_WEEK)))
