"""One request: what was asked, what was answered, and the hub's two acts upon it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.audit.services import record_look
from openmash.core.refusals import Refusal
from openmash.information_requests.models import InformationRequest
from openmash.information_requests.selectors import (
    may_answer,
    request_for,
    requests_on,
    returns_of_request,
)
from openmash.information_requests.services import chase as chase_agency
from openmash.information_requests.services import withdraw_request
from openmash.information_requests.terms import RequestState


@signed_in(Power.SEE_CASES, Power.ANSWER_REQUESTS)
def request_page(request: SignedInRequest, reference: str) -> HttpResponse:
    """Show one request to those who asked it and to those it was put to."""
    who, when = request.viewer, timezone.now()
    found = request_for(who, reference)
    whole = requests_on(who, found.case_id).get(id=found.id)
    _note_shown(request, whole)
    works_it = who.may(Power.ASK_AGENCIES, found.hub_id)
    is_open = found.state == RequestState.OPEN
    context = {
        "asked": whole,
        "state": RequestState(found.state),
        "returns": returns_of_request(who, found, when),
        "may_answer": is_open and may_answer(who, found),
        "may_chase": is_open and works_it,
        "may_recode": may_answer(who, found) or who.may(Power.SEE_EVERY_RETURN, found.hub_id),
        "works_it": who.may(Power.SEE_CASES, found.hub_id),
        "now": when,
    }
    return render(request, "information_requests/request.html", context)


@require_POST
@signed_in(Power.ASK_AGENCIES)
def chase(request: SignedInRequest, reference: str) -> HttpResponse:
    """Remind an agency by hand (A6.3)."""
    found = request_for(request.viewer, reference)
    words = request.POST.get("words", "")
    chase_agency(by=request.viewer, request_id=found.id, words=words, at=timezone.now())
    messages.success(request, _("%(agency)s has been reminded.") % {"agency": found.agency.name})
    return redirect("information_requests:request", reference)


@require_POST
@signed_in(Power.ASK_AGENCIES)
def withdraw(request: SignedInRequest, reference: str) -> HttpResponse:
    """Ask no longer, and say why."""
    found = request_for(request.viewer, reference)
    because = request.POST.get("because", "")
    try:
        withdraw_request(by=request.viewer, request_id=found.id, because=because, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, " ".join(_(each) for each in refusal.reasons))
    else:
        messages.success(request, _("The request is withdrawn."))
    return redirect("information_requests:request", reference)


def _note_shown(request: SignedInRequest, asked: InformationRequest) -> None:
    record_look(
        by=request.viewer,
        action="information_requests.read",
        at=timezone.now(),
        hub_id=asked.hub_id,
        page=f"request:{asked.id}",
        persons=[each.person_id for each in asked.people.all()],
        subject_kind="information_request",
        subject_id=asked.id,
        subject_label=asked.reference,
        case_id=asked.case_id,
    )
