"""A holiday announced late: recorded, and every open clock it touches counted again (rule e)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from openmash.accounts.services import note_policies_changed
from openmash.accounts.terms import Power
from openmash.audit.services import record
from openmash.core.refusals import NotHere, Refusal
from openmash.core.viewers import Viewer
from openmash.core.working_time import deadline
from openmash.governance.models import AnnouncedDay, Clock, ClockMove
from openmash.governance.rules.announcing import DayAnnounced, obstacles_to_announcing
from openmash.governance.rules.document import NotInPolicy
from openmash.governance.selectors.clocks import allowance_of, hours_of, pauses_of
from openmash.governance.selectors.days import days_announced
from openmash.governance.selectors.policies import policy_for
from openmash.governance.services.clocks import note_moved
from openmash.governance.terms.clocks import DayKind

AT_A_TIME = 500
LENGTH_OF_WHY = 200


class CannotAnnounce(Refusal):
    """A day cannot be recorded the way it was told."""


@dataclass(frozen=True)
class Announced:
    """What was recorded, and how many open clocks have another due time for it."""

    day: AnnouncedDay
    moved: int


@transaction.atomic
def announce_day(
    *,
    by: Viewer,
    hub_id: UUID,
    day: date,
    kind: DayKind,
    nation: str = "",
    calendar: str = "",
    why: str,
    at: datetime,
) -> Announced:
    """Record that a day is not like the calendar said, and count every open clock again.

    A bank holiday is told for a nation, a closing for one calendar of the hub. Each clock it moves
    keeps its old due time and the reason (clock rule (e)); what has stopped is left as it was.
    """
    if not by.may(Power.APPROVE_POLICY, hub_id):
        raise NotHere
    told = DayAnnounced(day, kind, nation, calendar)
    document = policy_for(by, hub_id, at).document
    if found := list(obstacles_to_announcing(told, why, document)):
        raise CannotAnnounce(*found)
    before = days_announced(hub_id)
    row = AnnouncedDay.objects.create(
        hub_id=hub_id,
        day=day,
        kind=kind.value,
        nation=nation if kind.is_of_a_nation else "",
        calendar="" if kind.is_of_a_nation else calendar,
        why=why.strip()[:300],
        announced_at=at,
        announced_by=by.name,
    )
    note_policies_changed(hub_id=hub_id, at=at)
    moved = _count_again(by, hub_id, before, (*before, told), _why(row), at)
    _footprint(by, row, moved, at)
    return Announced(row, moved)


@dataclass(frozen=True)
class _Again:
    """A clock as it would be due now; `gross` had it never stood still."""

    clock: Clock
    due: datetime
    gross: datetime | None


def _count_again(
    by: Viewer,
    hub_id: UUID,
    before: Iterable[DayAnnounced],
    after: Iterable[DayAnnounced],
    why: str,
    at: datetime,
) -> int:
    rows = (
        Clock.objects.filter(hub_id=hub_id, stopped_at=None)
        .select_for_update()
        .prefetch_related("pauses")
        .order_by("id")
    )
    moved = list(_moved(rows.iterator(AT_A_TIME), tuple(before), tuple(after)))
    ClockMove.objects.bulk_create([_move(each, by, why, at) for each in moved])
    note_moved(hub_id=hub_id, moved=[(each.clock, each.due) for each in moved])
    for each in moved:
        each.clock.due_at, each.clock.gross_due_at = each.due, each.gross
    Clock.objects.bulk_update([each.clock for each in moved], ["due_at", "gross_due_at"], AT_A_TIME)
    return len(moved)


def _moved(
    clocks: Iterable[Clock], before: tuple[DayAnnounced, ...], after: tuple[DayAnnounced, ...]
) -> Iterator[_Again]:
    """Yield the clocks due otherwise for these days; one that was set by hand is left alone."""
    for clock in clocks:
        try:
            was, now = hours_of(clock, before), hours_of(clock, after)
        except NotInPolicy:
            continue
        since, allowance = clock.counted_from or clock.started_at, allowance_of(clock)
        pauses = pauses_of(clock)
        due = deadline(since, allowance, now, pauses)
        if due != clock.due_at == deadline(since, allowance, was, pauses):
            gross = deadline(since, allowance, now) if clock.gross_due_at else None
            yield _Again(clock, due, gross)


def _move(again: _Again, by: Viewer, why: str, at: datetime) -> ClockMove:
    return ClockMove(
        hub_id=again.clock.hub_id,
        clock=again.clock,
        was_due_at=again.clock.due_at,
        due_at=again.due,
        why=why,
        moved_at=at,
        moved_by=by.name,
    )


def _why(row: AnnouncedDay) -> str:
    return f"{row.day:%-d %B %Y}: {DayKind(row.kind).label}. {row.why}"[:LENGTH_OF_WHY]


def _footprint(by: Viewer, row: AnnouncedDay, moved: int, at: datetime) -> None:
    record(
        by=by,
        action="day.announced",
        at=at,
        hub_id=row.hub_id,
        subject_kind="announced_day",
        subject_id=row.id,
        subject_label=f"{row.day:%-d %B %Y}",
        reason=row.why,
        details={"kind": row.kind, "of": row.nation or row.calendar, "clocks_moved": moved},
    )
