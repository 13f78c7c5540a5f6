"""Which rungs of the hub's ladder a time limit has reached (A6.3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from openmash.core.working_time import Allowance, HubHours, Pause, time_spent


@dataclass(frozen=True)
class Timed:
    """A time limit as it runs: from when, until when, counted how, and what it stood still for."""

    since: datetime
    due_at: datetime
    allowance: Allowance
    hours: HubHours
    pauses: tuple[Pause, ...] = ()

    def spent_by(self, moment: datetime) -> timedelta:
        return time_spent(self.since, moment, self.allowance, self.hours, self.pauses)


def rungs_reached(
    ladder: Sequence[int], *, gone: timedelta, allowed: timedelta, is_due: bool
) -> tuple[int, ...]:
    """Return the rungs reached, from 1, for steps given in percent; all of them once it is due."""
    return tuple(
        rung
        for rung, percent in enumerate(ladder, start=1)
        if is_due or gone * 100 >= allowed * percent > timedelta()
    )


def rungs_of(timed: Timed, ladder: Sequence[int], *, now: datetime) -> tuple[int, ...]:
    """Return the rungs a time limit has reached, in the time it is counted in.

    Where hours count only while somebody is open, a night is nobody's delay.
    """
    return rungs_reached(
        ladder,
        gone=timed.spent_by(now),
        allowed=timed.spent_by(timed.due_at),
        is_due=now >= timed.due_at,
    )
