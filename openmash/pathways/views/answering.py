"""Referrers who are owed an answer, and the answer to one of them (A13)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.core.refusals import Refusal
from openmash.pathways.forms import NotPossibleForm, SendForm
from openmash.pathways.selectors import Answering, answering, feedback_due
from openmash.pathways.services import feedback_not_possible, send_feedback
from openmash.pathways.views.looking import note_look


@signed_in(Power.SEND_FEEDBACK)
def feedback(request: SignedInRequest) -> HttpResponse:
    """List who is to be told, soonest due first."""
    number = request.GET.get("page", "1")
    page = feedback_due(request.viewer, request.hub.id, number=number)
    rows = list(page.object_list)
    about = [person for each in rows for person in each.person_ids]
    note_look(request, "feedback.listed", about, timezone.now())
    return render(request, "pathways/feedback.html", {"page": page, "rows": rows})


@signed_in(Power.SEND_FEEDBACK)
def answer(request: SignedInRequest, reference: str) -> HttpResponse:
    """Read through, mend and send the answer to one referrer; or say why there is none."""
    when = timezone.now()
    found = answering(request.viewer, reference)
    words = {"words": found.due.words if found.due else ""}
    is_sending = request.POST.get("act") == "send"
    sending = SendForm(request.POST if is_sending else None, initial=words)
    refusing = NotPossibleForm(request.POST if request.POST and not is_sending else None)
    if request.method == "POST" and _answered(request, found, sending, refusing):
        return redirect("pathways:feedback")
    note_look(request, "feedback.opened", found.person_ids, when, label=reference)
    context = {"found": found, "sending": sending, "refusing": refusing}
    return render(request, "pathways/answer.html", context)


def _answered(
    request: SignedInRequest, found: Answering, sending: SendForm, refusing: NotPossibleForm
) -> bool:
    form = sending if sending.is_bound else refusing
    if not form.is_valid():
        return False
    verb = send_feedback if form is sending else feedback_not_possible
    try:
        verb(by=request.viewer, feedback_id=found.latest_id, at=timezone.now(), **form.cleaned_data)
    except Refusal as refusal:
        form.add_error(None, list(refusal.reasons))
        return False
    done = _("The referrer can read it now.") if form is sending else _("Kept with its reason.")
    messages.success(request, done)
    return True
