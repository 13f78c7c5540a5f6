"""The tasks open."""

from uuid import UUID

from django.db.models import QuerySet

from openmash.core.viewers import Viewer
from openmash.governance.models import Task


def tasks_open_for(viewer: Viewer, hub_id: UUID) -> QuerySet[Task]:
    """Return the open tasks this viewer has the power to do in a hub, soonest due first."""
    return Task.objects.filter(
        hub_id=hub_id, done_at=None, needs_power__in=viewer.powers_in(hub_id)
    ).order_by("due_at", "raised_at")


def tasks_on_case(case_id: UUID) -> QuerySet[Task]:
    """Return a case's open tasks, soonest due first."""
    return Task.objects.filter(case_id=case_id, done_at=None).order_by("due_at", "raised_at")
