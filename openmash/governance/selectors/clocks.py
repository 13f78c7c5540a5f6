"""The clocks running, and those that have stopped."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from django.db.models import QuerySet

from openmash.governance.models import Clock


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
