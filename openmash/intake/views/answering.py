"""A question to the sender is answered; who told us is opened, for a reason (A2)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from openmash.accounts.doors import SignedInRequest, signed_in, way_back
from openmash.accounts.terms import Power
from openmash.core.refusals import Refusal
from openmash.intake.forms.answering import AnswerForm, ReasonForm
from openmash.intake.selectors import contact_for, question_for
from openmash.intake.services import ReferrerOpened, answer_clarification, open_referrer


@signed_in(Power.REFER, Power.CLARIFY)
def answer(request: SignedInRequest, question_id: UUID) -> HttpResponse:
    """Answer a question of the hub: the sender, or the hub from what it was told."""
    question = question_for(request.viewer, question_id)
    form = AnswerForm(request.POST or None)
    if form.is_valid():
        try:
            answer_clarification(
                by=request.viewer,
                clarification_id=question_id,
                answer=form.cleaned_data["answer"],
                at=timezone.now(),
            )
        except Refusal as refusal:
            form.add_error("answer", list(refusal.reasons))
        else:
            messages.success(request, _("The answer is with the hub."))
            return redirect(way_back(request, "/"))
    context = {"question": question, "form": form, "back": request.META.get("HTTP_REFERER", "")}
    return render(request, "intake/answer.html", context)


@signed_in(Power.SCREEN)
def referrer(request: SignedInRequest, reference: str) -> HttpResponse:
    """Open who told us, where they are not a professional; the reason is kept, and it is a look."""
    contact = contact_for(request.viewer, reference)
    form = ReasonForm(request.POST or None)
    opened: ReferrerOpened | None = None
    if form.is_valid():
        try:
            opened = open_referrer(
                by=request.viewer,
                contact_id=contact.id,
                why=form.cleaned_data["why"],
                at=timezone.now(),
            )
        except Refusal as refusal:
            form.add_error("why", list(refusal.reasons))
    context = {"contact": contact, "form": form, "opened": opened}
    return render(request, "intake/referrer.html", context)
