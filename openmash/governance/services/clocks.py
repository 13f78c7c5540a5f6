"""Running clocks: started, moved and stopped; the due time moves only by a recorded act (A6.1)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction

from openmash.core.facts import tell
from openmash.core.viewers import Viewer
from openmash.governance.facts import ClocksMoved
from openmash.governance.models import Clock, ClockMove, Task
from openmash.governance.rules import ClockTerms, clock_terms, due_at
from openmash.governance.rules.clocks import start_of
from openmash.governance.selectors import PolicyInForce
from openmash.governance.services.lateness import ask_why_late, settle_time_up
from openmash.governance.services.pausing import end_pause
from openmash.governance.terms import ClockKind, StartEvent, Track


@dataclass(frozen=True)
class ClockStart:
    """What is to be timed, about what, from when.

    `since` is what else has happened to the same matter, and when: the policy says from which of
    these a clock is timed, and where it names none of them it is timed from `started_at`.
    """

    kind: ClockKind
    about_kind: str
    about_id: UUID
    started_at: datetime
    track: Track | None = None
    rating: str | None = None
    case_id: UUID | None = None
    calendar: str | None = None
    since: Mapping[StartEvent, datetime] = field(default_factory=dict)


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
    since: Mapping[StartEvent, datetime] | None = None,
) -> Clock | None:
    """Start the clock the policy has for this, if it has one; a running one is left alone (A6.1).

    The clock keeps the policy version, the rule, the allowance and the first due time it was given.
    It runs on the calendar it names, or on `calendar`: an agency's reply keeps the agency's hours.
    """
    start = ClockStart(
        kind, about_kind, about_id, started_at, track, rating, case_id, calendar, since or {}
    )
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
    began = start_of(terms, start.started_at, start.since)
    due = due_at(terms, began, policy.document, calendar=start.calendar)
    return Clock(
        hub_id=hub_id,
        kind=start.kind.value,
        about_kind=start.about_kind,
        about_id=start.about_id,
        case_id=start.case_id,
        label=terms.label,
        rule=terms.rule,
        standing=terms.force.value,
        policy_id=policy.id,
        started_at=began,
        due_at=due,
        first_due_at=due,
        **counted(terms),
        calendar=start.calendar or terms.calendar,
    )


def counted(terms: ClockTerms) -> dict[str, object]:
    """Return what a clock keeps of how it is counted, as columns of its row."""
    return {
        "amount": terms.allowance.amount,
        "unit": terms.allowance.unit.value,
        "allowance": terms.allowance.choices,
        "may_pause_for": [each.value for each in terms.may_pause_for],
    }


@transaction.atomic
def stop_clock(
    *, about_id: UUID, kind: ClockKind, at: datetime, reason: str = "", words: str = ""
) -> bool:
    """Stop a running clock and say whether there was one; keep why it was late (5.17).

    Nobody is held up for want of a reason: where one is still to be given, it becomes a task.
    """
    clock = _running(about_id, kind)
    if clock is None or not _end(clock, at, breach_reason=reason, breach_words=words):
        return False
    if at > clock.due_at and not reason:
        ask_why_late(clock, at=at)
    return True


@transaction.atomic
def cancel_clock(*, about_id: UUID, kind: ClockKind, at: datetime) -> bool:
    """Stop a running clock because what it timed is not needed: neither met nor late."""
    clock = _running(about_id, kind)
    return clock is not None and _end(clock, at, cancelled=True)


def _running(about_id: UUID, kind: ClockKind) -> Clock | None:
    return Clock.objects.filter(about_id=about_id, kind=kind.value, stopped_at=None).first()


def _end(clock: Clock, at: datetime, **kept: object) -> bool:
    """Stop a clock if it still runs; what stood still goes on first, so that its time is whole."""
    if clock.paused_at is not None:
        end_pause(clock, by_name="", at=max(at, clock.paused_at))
    stopped = Clock.objects.filter(id=clock.id, stopped_at=None).update(
        stopped_at=at, paused_at=None, **kept
    )
    if stopped:
        settle_time_up(clock, at=at)
    return bool(stopped)


@transaction.atomic
def move_clock(
    *,
    by: Viewer,
    clock: Clock,
    due: datetime,
    why: str,
    at: datetime,
    terms: ClockTerms | None = None,
) -> None:
    """Give a running clock another due time, keeping the old one and the reason (clock rule d).

    `terms` are those it is counted by from now on, where a new rating brought others.
    """
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
    changed: dict[str, object] = {"due_at": due, "gross_due_at": _gross(clock, due)}
    if terms is not None:
        changed |= {**counted(terms), "calendar": terms.calendar, "counted_from": at}
    Clock.objects.filter(id=clock.id, stopped_at=None).update(**changed)
    note_moved(hub_id=clock.hub_id, moved=[(clock, due)])
    clock.due_at = due


def _gross(clock: Clock, due: datetime) -> datetime | None:
    """Return when it would be due had it never stood still; None where it never has."""
    if clock.gross_due_at is None:
        return None
    return due if due > clock.due_at else min(clock.gross_due_at, due)


def note_moved(*, hub_id: UUID, moved: Iterable[tuple[Clock, datetime]]) -> None:
    """Let the tasks that copied a due time follow it, and tell the rooms that keep a copy."""
    moved = list(moved)
    for clock, due in moved:
        Task.objects.filter(about_id=clock.about_id, due_at=clock.due_at, done_at=None).update(
            due_at=due
        )
    if moved:
        kinds = sorted({clock.about_kind for clock, _ in moved})
        tell(ClocksMoved(hub_id, tuple(kinds)))


def put_clocks_on_case(*, about_ids: list[UUID], case_id: UUID) -> None:
    """Let clocks that began before there was a case be seen on it."""
    Clock.objects.filter(about_id__in=about_ids).update(case_id=case_id)
    Task.objects.filter(about_id__in=about_ids).update(case_id=case_id)
