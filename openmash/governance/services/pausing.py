"""Letting a clock stand still for a reason its policy allows, and go on again (A6.1, rules c, f).

Whoever calls has found the clock through the gate of what it is about.
"""

from datetime import datetime

from django.db import transaction

from openmash.accounts.terms import Power
from openmash.audit.services import record
from openmash.core.facts import tell
from openmash.core.refusals import NotHere, RecordHasMoved, Refusal
from openmash.core.viewers import Viewer
from openmash.core.working_time import deadline
from openmash.governance.facts import ClocksMoved
from openmash.governance.models import Clock, ClockMove, ClockPause, Task
from openmash.governance.rules.pausing import (
    Standing,
    obstacles_to_going_on,
    obstacles_to_pausing,
)
from openmash.governance.selectors.clocks import allowance_of, hours_of, pauses_of
from openmash.governance.terms import Force
from openmash.governance.terms.clocks import PauseReason

LENGTH_OF_WHY = 200


class CannotPause(Refusal):
    """A clock may not stand still, or go on, the way it was asked."""


@transaction.atomic
def pause_clock(
    *, by: Viewer, clock: Clock, reason: str, words: str = "", at: datetime
) -> ClockPause:
    """Let a clock stand still; refused for one of statute, and for any reason not in its policy."""
    _check_power(by, clock)
    if found := list(obstacles_to_pausing(_standing(clock), reason, at)):
        raise CannotPause(*found)
    paused = Clock.objects.filter(id=clock.id, stopped_at=None, paused_at=None).update(paused_at=at)
    if not paused:
        raise RecordHasMoved
    clock.paused_at = at
    pause = ClockPause.objects.create(
        hub_id=clock.hub_id,
        clock=clock,
        reason=reason,
        words=words.strip()[:300],
        paused_at=at,
        paused_by=by.name,
    )
    _footprint(by, clock, "clock.paused", at, reason=reason)
    return pause


@transaction.atomic
def resume_clock(*, by: Viewer, clock: Clock, at: datetime) -> Clock:
    """Let a clock go on; it is due later by what it stood still for, counted in its own unit."""
    _check_power(by, clock)
    if found := list(obstacles_to_going_on(_standing(clock), at)):
        raise CannotPause(*found)
    went_on = Clock.objects.filter(id=clock.id, stopped_at=None, paused_at=clock.paused_at).update(
        paused_at=None
    )
    if not went_on:
        raise RecordHasMoved
    end_pause(clock, by_name=by.name, at=at)
    _footprint(by, clock, "clock.resumed", at)
    return clock


def end_pause(clock: Clock, *, by_name: str, at: datetime) -> None:
    """Close a clock's open pause and move its due time by what it took, keeping the old one."""
    pause = ClockPause.objects.filter(clock=clock, resumed_at=None).first()
    if pause is None:
        return
    ClockPause.objects.filter(id=pause.id).update(resumed_at=at, resumed_by=by_name)
    gross, due = clock.gross_due_at or clock.due_at, _due_again(clock)
    if due != clock.due_at:
        _keep_old_due(clock, due, PauseReason(pause.reason).label, by_name, at)
    Clock.objects.filter(id=clock.id).update(due_at=due, gross_due_at=gross)
    clock.due_at, clock.gross_due_at, clock.paused_at = due, gross, None


def _due_again(clock: Clock) -> datetime:
    since = clock.counted_from or clock.started_at
    return deadline(since, allowance_of(clock), hours_of(clock), pauses_of(clock))


def _keep_old_due(clock: Clock, due: datetime, why: str, by_name: str, at: datetime) -> None:
    ClockMove.objects.create(
        hub_id=clock.hub_id,
        clock=clock,
        was_due_at=clock.due_at,
        due_at=due,
        why=f"It stood still: {why}."[:LENGTH_OF_WHY],
        moved_at=at,
        moved_by=by_name,
    )
    Task.objects.filter(about_id=clock.about_id, due_at=clock.due_at, done_at=None).update(
        due_at=due
    )
    tell(ClocksMoved(clock.hub_id, (clock.about_kind,)))


def _standing(clock: Clock) -> Standing:
    return Standing(
        force=Force(clock.standing),
        due_at=clock.due_at,
        may_pause_for=clock.may_pause_for,
        is_stopped=clock.stopped_at is not None,
        paused_at=clock.paused_at,
    )


def _check_power(by: Viewer, clock: Clock) -> None:
    if not by.may(Power.KEEP_RECORD, clock.hub_id):
        raise NotHere


def _footprint(by: Viewer, clock: Clock, action: str, at: datetime, **details: str) -> None:
    record(
        by=by,
        action=action,
        at=at,
        hub_id=clock.hub_id,
        subject_kind="clock",
        subject_id=clock.id,
        subject_label=clock.label,
        case_id=clock.case_id,
        details={"kind": clock.kind, "due": clock.due_at.isoformat(), **details},
    )
