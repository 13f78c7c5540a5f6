"""Days announced since a calendar was written: the latest word on each stands (rule e)."""

from uuid import UUID

from django.db.models import QuerySet

from openmash.governance.models import AnnouncedDay
from openmash.governance.rules.announcing import DayAnnounced
from openmash.governance.terms.clocks import DayKind


def days_announced(hub_id: UUID) -> tuple[DayAnnounced, ...]:
    """Return the days announced in a hub, in the order they were told."""
    rows = AnnouncedDay.objects.filter(hub_id=hub_id).order_by("announced_at")
    return tuple(
        DayAnnounced(each.day, DayKind(each.kind), each.nation, each.calendar) for each in rows
    )


def announcements_of(hub_id: UUID) -> QuerySet[AnnouncedDay]:
    """Return what was announced, with why and by whom, newest first."""
    return AnnouncedDay.objects.filter(hub_id=hub_id).order_by("-announced_at")
