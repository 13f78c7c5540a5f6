"""What follows when an agency has answered: its clock stops, and a late answer is to be read."""

from datetime import datetime

from openmash.accounts.terms import Power
from openmash.cases.terms import CaseStatus
from openmash.core.facts import tell
from openmash.core.viewers import Viewer
from openmash.governance.services import raise_task, settle_task, stop_clock
from openmash.governance.terms import ClockKind
from openmash.information_requests.facts import RequestAnswered
from openmash.information_requests.models import InformationRequest, RequestPerson, Return
from openmash.information_requests.terms import LATE_RETURN, REQUEST_OVERDUE, RequestState


def finish_if_answered(request: InformationRequest, *, by: Viewer, at: datetime) -> None:
    """Close a request whose every person has a whole answer, and say so once."""
    if request.state != RequestState.OPEN or _is_waiting(request):
        return
    request.state, request.answered_at = RequestState.ANSWERED.value, at
    request.save(update_fields=["state", "answered_at"])
    stop_clock(about_id=request.id, kind=ClockKind.REQUEST_RETURN, at=at)
    settle_task(about_id=request.id, kind=REQUEST_OVERDUE, by=by, at=at)
    tell(RequestAnswered(request.id, request.hub_id))


def review_if_late(request: InformationRequest, *, at: datetime) -> None:
    """Ask the decision maker to read what came in after the decision (A6.4)."""
    if CaseStatus(request.case.status).is_before_decision:
        return
    name = request.agency.name
    raise_task(
        hub_id=request.hub_id,
        kind=LATE_RETURN,
        about_kind="information_request",
        about_id=request.id,
        words=f"{name} answered after your decision. Read it, then confirm or reopen."[:300],
        needs_power=Power.DECIDE.value,
        at=at,
        case_id=request.case_id,
    )


def _is_waiting(request: InformationRequest) -> bool:
    whole = Return.objects.filter(request=request, is_partial=False, corrected_by=None)
    return (
        RequestPerson.objects.filter(request=request)
        .exclude(id__in=whole.values("asked_about_id"))
        .exists()
    )
