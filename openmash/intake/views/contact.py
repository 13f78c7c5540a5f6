"""A contact is opened and read, its sender is asked, or it is cancelled."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

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
from openmash.governance.rules import PolicyDocument
from openmash.governance.rules.reasons import reason_label
from openmash.governance.selectors import clocks_about, policy_for
from openmash.governance.terms import AgreementAnswer
from openmash.intake.forms.screening import CancelForm, QuestionForm
from openmash.intake.rules.adult_words import adult_lines
from openmash.intake.selectors import (
    contact_for,
    latest_adult_tests,
    latest_screening,
    originals_of,
    papers_of,
    questions_of,
    repeat_panel,
    subjects_of,
    suggestions_on,
)
from openmash.intake.services import ask_clarification, cancel_contact
from openmash.intake.terms import (
    AskedFor,
    CancelReason,
    Channel,
    ContactState,
    InformedAnswer,
    Part,
    SourceCode,
)
from openmash.people.selectors import people_shown

if TYPE_CHECKING:
    from openmash.intake.models import Contact


@signed_in(Power.SEE_CASES)
def contact(request: SignedInRequest, reference: str) -> HttpResponse:
    """Show what was told, by whom, about whom; opening it is a look (trust 3)."""
    at = timezone.now()
    opened = contact_for(request.viewer, reference)
    context = read(request, opened, at) | {"question_form": QuestionForm()}
    return render(request, "intake/contact.html", context)


@require_POST
@signed_in(Power.CLARIFY)
def ask(request: SignedInRequest, reference: str) -> HttpResponse:
    """Put a question to the sender beside screening; no clock stops (A2.2)."""
    at = timezone.now()
    opened = contact_for(request.viewer, reference)
    form = QuestionForm(request.POST)
    if form.is_valid():
        try:
            ask_clarification(
                by=request.viewer,
                contact_id=opened.id,
                question=form.cleaned_data["question"],
                at=at,
            )
        except Refusal as refusal:
            form.add_error("question", list(refusal.reasons))
        else:
            messages.success(request, _("The question has been put to the sender."))
            return redirect("intake:contact", reference)
    context = read(request, opened, at) | {"question_form": form}
    return render(request, "intake/contact.html", context)


@signed_in(Power.SCREEN)
def cancel(request: SignedInRequest, reference: str) -> HttpResponse:
    """Cancel a contact made in error; the reason is mandatory and nothing is deleted (2.3)."""
    opened = contact_for(request.viewer, reference)
    form = CancelForm(request.POST or None)
    if form.is_valid():
        try:
            cancel_contact(
                by=request.viewer,
                contact_id=opened.id,
                reason=CancelReason(form.cleaned_data["reason"]),
                words=form.cleaned_data["words"],
                at=timezone.now(),
            )
        except Refusal as refusal:
            form.add_error(None, list(refusal.reasons))
        else:
            messages.success(request, _("The contact is cancelled. It stays on record."))
            return redirect("intake:contact", reference)
    return render(request, "intake/cancel.html", {"contact": opened, "form": form})


def read(request: SignedInRequest, opened: "Contact", at: datetime) -> dict[str, Any]:
    """Return what a page about one contact shows, and note who was shown."""
    told = subjects_of([opened.id])[opened.id]
    suggestions = suggestions_on(request.viewer, told, at=at)
    people = people_shown(request.viewer, [each.person_id for each in told], on=at.date())
    suggested = [each.known.id for found in suggestions.values() for each in found]
    record_look(
        by=request.viewer,
        action="contact.opened",
        at=at,
        hub_id=opened.hub_id,
        page=f"contact:{opened.id}",
        persons=[*people, *suggested],
        subject_kind="contact",
        subject_id=opened.id,
        subject_label=opened.reference,
    )
    tests = latest_adult_tests([opened.id])
    return {
        "contact": opened,
        "state": ContactState(opened.state),
        "told": [
            {
                "subject": each,
                "part": Part(each.part).label,
                "person": people.get(each.person_id),
                "suggestions": suggestions.get(each.person_id, []),
                "adult_test": tests.get(each.id),
            }
            for each in told
        ],
        "is_unanswered": bool(suggestions),
        "names": [people[each.person_id] for each in told if each.is_concern],
        "screening": latest_screening(opened.id),
        "clocks": clocks_about([opened.id])[opened.id],
        "repeats": repeat_panel(
            request.viewer,
            opened.hub_id,
            [each.person_id for each in told if each.is_concern],
            at,
            beside=opened,
        ),
        "questions": questions_of(opened.id),
        "papers": papers_of(request.viewer, opened),
        "originals": originals_of(request.viewer, opened),
        "may_know_who_told": request.viewer.may(Power.SCREEN, opened.hub_id),
        "agreement": AgreementAnswer(opened.agreement).label,
        "said": _said(opened, policy_for(request.viewer, opened.hub_id, at).document),
        "of_adult": adult_lines(opened.adult),
    }


def _said(opened: "Contact", document: PolicyDocument) -> dict[str, str]:
    """Return the coded answers of a contact in words, to be translated where they are shown."""
    return {
        "channel": Channel(opened.channel).label,
        "source": SourceCode(opened.source).label,
        "reasons": ", ".join(reason_label(document, each) for each in opened.reasons),
        "asking_for": AskedFor(opened.asking_for).label,
        "family_aware": InformedAnswer(opened.family_aware).label,
    }
