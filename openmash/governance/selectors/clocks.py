"""The clocks running, and those that have stopped; and how each is counted."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet

from openmash.core.working_time import Allowance, HubHours, Pause, Unit
from openmash.governance.models import Clock
from openmash.governance.rules.announcing import DayAnnounced, hours_with
from openmash.governance.rules.ladder import Timed
from openmash.governance.rules.lateness import OF_OTHERS
from openmash.governance.selectors.days import days_announced
from openmash.governance.selectors.policies import policy_numbered
from openmash.governance.terms import ClockKind, Force


def clocks_about(ids: Sequence[UUID]) -> dict[UUID, list[Clock]]:
    """Return the clocks about each of these things, running ones first, soonest due first."""
    found: dict[UUID, list[Clock]] = defaultdict(list)
    rows = Clock.objects.filter(about_id__in=ids).order_by("stopped_at", "due_at")
    for each in sorted(rows, key=lambda clock: (clock.stopped_at is not None, clock.due_at)):
        found[each.about_id].append(each)
    return found


def clocks_of_cases(case_ids: Sequence[UUID], *, running_only: bool = True) -> QuerySet[Clock]:
    """Return the clocks of these cases, soonest due first."""
    rows = Clock.objects.filter(case_id__in=case_ids).order_by("due_at")
    return rows.filter(stopped_at=None) if running_only else rows


def unexplained_in(hub_id: UUID) -> QuerySet[Clock]:
    """Return the clocks that stopped late and nobody has said why, latest first (5.17)."""
    return _unexplained(Clock.objects.filter(hub_id=hub_id)).order_by("-stopped_at")


def unexplained_about(about_id: UUID) -> QuerySet[Clock]:
    """Return those of one case, or of one thing that is in no case."""
    return _unexplained(Clock.objects.filter(Q(case_id=about_id) | Q(about_id=about_id)))


def due_of_running(kind: ClockKind, *, about: OuterRef) -> QuerySet[Clock, datetime]:
    """Return when the running clock of a kind is due, for a query about what it is about."""
    rows = Clock.objects.filter(about_id=about, kind=kind.value, stopped_at=None)
    return rows.values_list("due_at", flat=True)[:1]


def allowance_of(clock: Clock) -> Allowance:
    """Return what a clock was given, as it is counted."""
    return Allowance(clock.amount, Unit(clock.unit), **clock.allowance)


def hours_of(clock: Clock, days: Iterable[DayAnnounced] | None = None) -> HubHours:
    """Return the hours a clock runs on: its own policy's, with the days announced since.

    Whoever asks about many clocks of a hub hands in its `days`, read once.
    """
    known = days_announced(clock.hub_id) if days is None else tuple(days)
    return _hours(clock.policy_id, clock.calendar, known)


@lru_cache(maxsize=256)
def _hours(policy_id: UUID, calendar: str, days: tuple[DayAnnounced, ...]) -> HubHours:
    return hours_with(policy_numbered(policy_id).document.calendar(calendar), days)


def pauses_of(clock: Clock) -> list[Pause]:
    """Return what a clock stood still for, and no longer does, in order."""
    ended = [
        (each.paused_at, each.resumed_at)
        for each in clock.pauses.all()
        if each.resumed_at is not None
    ]
    return [Pause(paused_at, resumed_at) for paused_at, resumed_at in sorted(ended)]


def timed(clock: Clock, days: Iterable[DayAnnounced] | None = None) -> Timed:
    """Return a running clock as arithmetic has it."""
    return Timed(
        since=clock.counted_from or clock.started_at,
        due_at=clock.due_at,
        allowance=allowance_of(clock),
        hours=hours_of(clock, days),
        pauses=tuple(pauses_of(clock)),
    )


def _unexplained(rows: QuerySet[Clock]) -> QuerySet[Clock]:
    return rows.filter(stopped_at__gt=F("due_at"), cancelled=False, breach_reason="").exclude(
        Q(kind__in=[each.value for each in OF_OTHERS]) | Q(standing=Force.INDICATIVE.value)
    )
