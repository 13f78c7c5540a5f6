"""Running clocks: started, moved and stopped; the due time moves only by a recorded act (A6.1)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from openmash.core.viewers import Viewer
from openmash.governance.models import Clock, ClockMove, Task
from openmash.governance.rules import clock_terms, due_at
from openmash.governance.selectors import PolicyInForce
from openmash.governance.terms import ClockKind, Track


@dataclass(frozen=True)
class ClockStart:
    """What is to be timed, about what, from when."""

    kind: ClockKind
    about_kind: str
    about_id: UUID
    started_at: datetime
    track: Track | None = None
    rating: str | None = None
    case_id: UUID | None = None
    calendar: str | None = None


def start_clock(
    *,
    policy: PolicyInForce,
    hub_id: UUID,
    kind: ClockKind,
    about_kind: str,
    about_id: UUID,
    started_at: datetime,
    track: Track | None = None,
    rating: str | None = None,
    case_id: UUID | None = None,
    calendar: str | None = None,
) -> Clock | None:
    """Start the clock the policy has for this, if it has one; a running one is left alone (A6.1).

    The clock keeps the policy version, the rule, the allowance and the first due time it was given.
    It runs on the calendar it names, or on `calendar`: an agency's reply keeps the agency's hours.
    """
    start = ClockStart(kind, about_kind, about_id, started_at, track, rating, case_id, calendar)
    start_clocks(policy=policy, hub_id=hub_id, starts=[start])
    return Clock.objects.filter(about_id=about_id, kind=kind.value, stopped_at=None).first()


def start_clocks(*, policy: PolicyInForce, hub_id: UUID, starts: Iterable[ClockStart]) -> None:
    """Start every clock of these the policy has; running ones are left alone (A6.1)."""
    clocks = (_clock(policy, hub_id, each) for each in starts)
    Clock.objects.bulk_create([each for each in clocks if each], ignore_conflicts=True)


def _clock(policy: PolicyInForce, hub_id: UUID, start: ClockStart) -> Clock | None:
    terms = clock_terms(policy.document, start.kind, start.track, start.rating)
    if terms is None:
        return None
    due = due_at(terms, start.started_at, policy.document, calendar=start.calendar)
    return Clock(
        hub_id=hub_id,
        kind=start.kind.value,
        about_kind=start.about_kind,
        about_id=start.about_id,
        case_id=start.case_id,
        label=terms.label,
        rule=terms.rule,
        standing=terms.force.value,
        amount=terms.allowance.amount,
        unit=terms.allowance.unit.value,
        policy_id=policy.id,
        started_at=start.started_at,
        due_at=due,
        first_due_at=due,
    )


def stop_clock(
    *, about_id: UUID, kind: ClockKind, at: datetime, reason: str = "", words: str = ""
) -> bool:
    """Stop a running clock and say whether there was one; keep why it was late (5.17)."""
    stopped = Clock.objects.filter(about_id=about_id, kind=kind.value, stopped_at=None).update(
        stopped_at=at, breach_reason=reason, breach_words=words
    )
    return bool(stopped)


def move_clock(*, by: Viewer, clock: Clock, due: datetime, why: str, at: datetime) -> None:
    """Give a running clock another due time, keeping the old one and the reason (clock rule d)."""
    if due == clock.due_at:
        return
    ClockMove.objects.create(
        hub_id=clock.hub_id,
        clock=clock,
        was_due_at=clock.due_at,
        due_at=due,
        why=why,
        moved_at=at,
        moved_by=by.name,
    )
    Clock.objects.filter(id=clock.id, stopped_at=None).update(due_at=due)
    clock.due_at = due


def put_clocks_on_case(*, about_ids: list[UUID], case_id: UUID) -> None:
    """Let clocks that began before there was a case be seen on it."""
    Clock.objects.filter(about_id__in=about_ids).update(case_id=case_id)
    Task.objects.filter(about_id__in=about_ids).update(case_id=case_id)
