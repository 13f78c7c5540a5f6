"""When an agency's answer is due, and which rungs its time has reached (A6.3, A7.9)."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from openmash.core.working_time import HubHours, working_time_between
from openmash.governance.rules import PolicyDocument, clock_terms, due_at
from openmash.governance.rules.ladder import rungs_reached
from openmash.governance.terms import AgencyKind, ClockKind

Spent = Callable[[datetime, datetime], timedelta]


def agency_calendar(document: PolicyDocument, kind: AgencyKind) -> str | None:
    """Return the calendar an agency of this kind works to; None where the hub's will do."""
    return next((each.calendar for each in document.agencies if each.kind is kind), None)


def reply_due(
    document: PolicyDocument, *, rating: str, kind: AgencyKind, asked_at: datetime
) -> datetime | None:
    """Return when an agency asked at `asked_at` must answer, on its own hours; None if never."""
    terms = clock_terms(document, ClockKind.REQUEST_RETURN, rating=rating)
    if terms is None:
        return None
    return due_at(terms, asked_at, document, calendar=agency_calendar(document, kind))


def rungs_due(
    ladder: Sequence[int],
    *,
    asked_at: datetime,
    due_at: datetime,
    now: datetime,
    hours: HubHours | None = None,
) -> tuple[int, ...]:
    """Return the rungs of the ladder reached by now, from 1, for steps given in percent (A6.3).

    With `hours`, time counts only while the agency is open; a night is nobody's delay.
    """
    spent: Spent = _elapsed if hours is None else _open_time(hours)
    return rungs_reached(
        ladder,
        gone=spent(asked_at, now),
        allowed=spent(asked_at, due_at),
        is_due=now >= due_at,
    )


def _elapsed(earlier: datetime, later: datetime) -> timedelta:
    return later - earlier


def _open_time(hours: HubHours) -> Spent:
    def spent(earlier: datetime, later: datetime) -> timedelta:
        return working_time_between(earlier, later, hours)

    return spent
