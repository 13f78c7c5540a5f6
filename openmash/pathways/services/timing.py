"""An answer is due when its clock is: the clock moves for a holiday, and the answer follows."""

from uuid import UUID

from django.db import transaction
from django.db.models import F, OuterRef, Subquery

from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer
from openmash.governance.selectors import due_of_running
from openmash.governance.terms import ClockKind
from openmash.pathways.models import Feedback
from openmash.pathways.terms import FeedbackState


@transaction.atomic
def keep_due_times(*, by: Viewer, hub_id: UUID) -> int:
    """Let every answer still due be due when its clock is; safe to run at any time."""
    if hub_id not in by.hub_ids:
        raise NotHere
    clock = due_of_running(ClockKind.FEEDBACK, about=OuterRef("pk"))
    due = Feedback.objects.filter(hub_id=hub_id, state=FeedbackState.DUE.value)
    behind = due.annotate(clock=Subquery(clock)).exclude(clock=None).exclude(clock=F("due_at"))
    return behind.update(due_at=Subquery(clock))
