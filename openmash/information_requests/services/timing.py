"""A request is due when its clock is: the clock moves for a holiday, and the request follows."""

from uuid import UUID

from django.db import transaction
from django.db.models import F, OuterRef, Subquery

from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer
from openmash.governance.selectors import due_of_running
from openmash.governance.terms import ClockKind
from openmash.information_requests.models import InformationRequest
from openmash.information_requests.terms import RequestState


@transaction.atomic
def keep_due_times(*, by: Viewer, hub_id: UUID) -> int:
    """Let every open request be due when its clock is; safe to run at any time."""
    if hub_id not in by.hub_ids:
        raise NotHere
    clock = due_of_running(ClockKind.REQUEST_RETURN, about=OuterRef("pk"))
    open_ones = InformationRequest.objects.filter(hub_id=hub_id, state=RequestState.OPEN.value)
    behind = (
        open_ones.annotate(clock=Subquery(clock)).exclude(clock=None).exclude(clock=F("due_at"))
    )
    return behind.update(due_at=Subquery(clock))
