"""A referrer's own page: received, being looked at, decided, told; and nothing else (A13.4)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.core.refusals import Refusal
from openmash.governance.selectors import policy_for
from openmash.intake.services import answer_clarification
from openmash.pathways.forms import AnswerQuestionForm
from openmash.pathways.selectors import referral_status
from openmash.pathways.services import mark_read


@signed_in(Power.REFER, Power.SEE_AGENCY_REFERRALS)
def status(request: SignedInRequest, reference: str) -> HttpResponse:
    """Show how far one's own referral has come; answer what the hub asked."""
    when = timezone.now()
    found = referral_status(request.viewer, reference)
    asked = [(each, _form(request, each.id)) for each in found.questions]
    if any(_answered(request, question.id, form) for question, form in asked):
        messages.success(request, _("Thank you. The hub has your answer."))
        return redirect(request.path)
    if found.unread and found.contact.referrer_id == request.viewer.id:
        mark_read(by=request.viewer, contact_id=found.contact.id, at=when)
    hub = policy_for(request.viewer, found.contact.hub_id, when).document.hub
    context = {"found": found, "asked": asked, "hub": hub}
    return render(request, "pathways/status.html", context)


def _form(request: SignedInRequest, question_id: UUID) -> AnswerQuestionForm:
    is_this_one = request.POST.get("question") == str(question_id)
    return AnswerQuestionForm(request.POST if is_this_one else None, prefix=f"q-{question_id.hex}")


def _answered(request: SignedInRequest, question_id: UUID, form: AnswerQuestionForm) -> bool:
    if not form.is_valid():
        return False
    words = form.cleaned_data["answer"]
    try:
        answer_clarification(
            by=request.viewer, clarification_id=question_id, answer=words, at=timezone.now()
        )
    except Refusal as refusal:
        form.add_error(None, list(refusal.reasons))
        return False
    return True
