"""The sentence the board opens with: what is most urgent, and what it waits for (look 2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

SOON = timedelta(hours=4)


@dataclass(frozen=True)
class Urgent:
    """A case with the hub's most urgent rating, its time, and who has still to answer."""

    due_at: datetime | None
    waiting_for: tuple[str, ...] = ()


@dataclass(frozen=True)
class Now:
    """How many are open, how many late, and how many will be unless these agencies answer."""

    open: int
    late: int
    soon: int
    by: datetime | None
    agencies: tuple[str, ...]


def now_of(cases: Sequence[Urgent], *, at: datetime) -> Now:
    """Return what the first sentence of the board says."""
    late = [each for each in cases if each.due_at and each.due_at < at]
    soon = [
        (each.due_at, each.waiting_for)
        for each in cases
        if each.waiting_for and each.due_at and at <= each.due_at <= at + SOON
    ]
    agencies = sorted({agency for _, waiting_for in soon for agency in waiting_for})
    return Now(
        open=len(cases),
        late=len(late),
        soon=len(soon),
        by=max((due for due, _ in soon), default=None),
        agencies=tuple(agencies),
    )
