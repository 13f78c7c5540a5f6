"""The hub's ladder, for every clock but an agency's reply, which is chased by itself (A6.3)."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import QuerySet

from openmash.accounts.terms import Power
from openmash.audit.services import Footprint, record_all
from openmash.core.facts import tell
from openmash.core.viewers import Viewer
from openmash.governance.facts import RungsReached
from openmash.governance.models import Clock, ClockRung
from openmash.governance.rules.announcing import DayAnnounced
from openmash.governance.rules.clocks import LadderStep
from openmash.governance.rules.document import NotInPolicy
from openmash.governance.rules.ladder import rungs_of
from openmash.governance.selectors.clocks import timed
from openmash.governance.selectors.days import days_announced
from openmash.governance.selectors.policies import policy_for
from openmash.governance.services.tasks import TaskRaised, raise_tasks
from openmash.governance.terms import ClockKind, Force, Rung
from openmash.governance.terms.clocks import time_up_task


@transaction.atomic
def climb_ladders(*, by: Viewer, hub_id: UUID, at: datetime) -> list[ClockRung]:
    """Note every rung a running clock has reached, once each; safe to run twice, or late.

    The hub manager's rung is a task; whom the others tell is settled by a room that knows who has
    the work. A clock that stands still climbs nothing.
    """
    ladder = policy_for(by, hub_id, at).document.ladder
    days, climb_id = days_announced(hub_id), uuid4()
    reached = [
        _rung(clock, rung, ladder[rung - 1], climb_id, at)
        for clock in _running(hub_id)
        for rung in _new_rungs(clock, ladder, days, at)
    ]
    if not reached:
        return []
    ClockRung.objects.bulk_create(reached, ignore_conflicts=True)
    raise_tasks(hub_id=hub_id, tasks=_for_the_manager(reached), at=at)
    record_all(by=by, at=at, hub_id=hub_id, footprints=[_footprint(each) for each in reached])
    tell(RungsReached(hub_id, climb_id))
    return reached


def _running(hub_id: UUID) -> QuerySet[Clock]:
    return (
        Clock.objects.filter(hub_id=hub_id, stopped_at=None, paused_at=None)
        .exclude(kind=ClockKind.REQUEST_RETURN.value)
        .select_for_update(of=("self",), skip_locked=True)
        .prefetch_related("rungs", "pauses")
        .order_by("due_at", "id")
    )


def _new_rungs(
    clock: Clock, ladder: Sequence[LadderStep], days: Iterable[DayAnnounced], at: datetime
) -> Iterator[int]:
    climbed = {each.rung for each in clock.rungs.all()}
    if len(climbed) >= len(ladder):
        return
    try:
        running = timed(clock, days)
    except NotInPolicy:
        return
    for rung in rungs_of(running, [step.percent for step in ladder], now=at):
        if rung not in climbed:
            yield rung


def _rung(clock: Clock, rung: int, step: LadderStep, climb_id: UUID, at: datetime) -> ClockRung:
    return ClockRung(
        hub_id=clock.hub_id,
        clock=clock,
        rung=rung,
        percent=step.percent,
        tells=step.tells.value,
        climb_id=climb_id,
        reached_at=at,
    )


def _for_the_manager(reached: Iterable[ClockRung]) -> list[TaskRaised]:
    return [
        TaskRaised(
            kind=time_up_task(each.clock.kind),
            about_kind=each.clock.about_kind,
            about_id=each.clock.about_id,
            words=_words(each)[:300],
            needs_power=Power.DIRECT.value,
            case_id=each.clock.case_id,
        )
        for each in reached
        if each.tells == Rung.HUB_MANAGER
    ]


def _words(rung: ClockRung) -> str:
    """An indicative target is never told as a breach (A15.4)."""
    is_target = rung.clock.standing == Force.INDICATIVE
    what = "The indicative target" if is_target else "The time limit"
    if rung.percent == 100:
        return f"{what} “{rung.clock.label}” has passed."
    return f"{rung.percent}% of the time of “{rung.clock.label}” has gone."


def _footprint(rung: ClockRung) -> Footprint:
    clock = rung.clock
    return Footprint(
        action="clock.rung_reached",
        subject_kind="clock",
        subject_id=clock.id,
        subject_label=clock.label,
        case_id=clock.case_id,
        details={"kind": clock.kind, "rung": rung.rung, "tells": rung.tells},
    )
