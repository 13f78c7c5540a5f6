"""A qualified person reads a contact first, rates it, and says what next (A5)."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.core.refusals import NotHere, Refusal
from openmash.core.working_time import Nation
from openmash.governance.selectors import policy_for
from openmash.intake.forms.adults import AdultForm
from openmash.intake.forms.asked import Asked, asked_of
from openmash.intake.forms.screening import NOW
from openmash.intake.selectors import contact_for, gate_says, latest_adult_tests, subjects_of
from openmash.intake.services import record_adult_test, screen_contact
from openmash.intake.views.contact import read

if TYPE_CHECKING:
    from uuid import UUID

    from openmash.intake.models import Contact


@signed_in(Power.SCREEN)
def screen(request: SignedInRequest, reference: str) -> HttpResponse:
    """Rate the contact, open its tracks and say whether it can be decided now.

    An adult's three questions are answered here too, while their track is ticked (A5.9).
    """
    at = timezone.now()
    opened = contact_for(request.viewer, reference)
    asked = asked_of(
        request.POST or None,
        document=policy_for(request.viewer, opened.hub_id, at).document,
        contact=opened,
        subjects=subjects_of([opened.id])[opened.id],
        answered=latest_adult_tests([opened.id]),
    )
    asked.form.fields["gate"].help_text = gate_says(request.viewer, opened, at).words
    if request.method == "POST" and asked.is_readable() and _screen(request, opened, asked):
        return redirect("cases:open", reference)
    context = read(request, opened, at) | {"asked": asked, "form": asked.form}
    return render(request, "intake/screen.html", context)


def _screen(request: SignedInRequest, opened: "Contact", asked: Asked) -> bool:
    told = asked.form.cleaned_data
    try:
        screen_contact(
            by=request.viewer,
            contact_id=opened.id,
            rating=told["rating"],
            can_decide_now=told["gate"] == NOW,
            gate_reason=told["gate_reason"],
            rationale=told["rationale"],
            tracks=asked.form.tracks,
            adults=asked.adults,
            safeguarding_done=told["safeguarding_done"],
            safeguarding_done_at=told["safeguarding_done_at"],
            at=timezone.now(),
        )
    except Refusal as refusal:
        for field, words in _reasons(refusal):
            asked.add_error(field, words, about=getattr(refusal, "subject_id", None))
        return False
    return True


@signed_in(Power.SCREEN)
def adult(request: SignedInRequest, reference: str, subject_id: "UUID") -> HttpResponse:
    """Answer the adult's three questions; "not yet known" is an answer (A5.9, A15)."""
    opened = contact_for(request.viewer, reference)
    subject = next(
        (each for each in subjects_of([opened.id])[opened.id] if each.id == subject_id), None
    )
    if subject is None:
        raise NotHere
    nations = policy_for(request.viewer, opened.hub_id, timezone.now()).document.nations
    form = AdultForm(request.POST or None, is_wales=Nation.ENGLAND not in nations)
    if form.is_valid():
        try:
            record_adult_test(
                by=request.viewer, subject_id=subject.id, answers=form.answers, at=timezone.now()
            )
        except Refusal as refusal:
            for field, words in _reasons(refusal):
                form.add_error(field if field in form.fields else None, words)
        else:
            messages.success(request, _("The answers are kept."))
            return redirect("intake:screen", reference)
    context = {"contact": opened, "subject": subject, "form": form}
    return render(request, "intake/adult.html", context)


def _reasons(refusal: Refusal) -> list[tuple[str, str]]:
    """Return each reason, and the answer that mends it where the refusal says which."""
    found = getattr(refusal, "fields", [("", each) for each in refusal.reasons])
    return [(field, _(words)) for field, words in found]
