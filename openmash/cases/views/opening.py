"""From a screened contact to a case: a new one, or one that is already open."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.audit.services import record_look
from openmash.cases.forms import JoinForm, OpenForm
from openmash.cases.selectors import KnownCase, open_cases_of_people
from openmash.cases.services import CannotOpenCase, add_contact_to_case, open_case
from openmash.core.refusals import Refusal
from openmash.governance.rules import PolicyDocument
from openmash.governance.rules.reasons import reason_label
from openmash.governance.selectors import policy_for
from openmash.intake.selectors import contact_for, latest_screening, subjects_of
from openmash.people.selectors import people_shown

if TYPE_CHECKING:
    from openmash.cases.models import Case
    from openmash.intake.models import Contact


@signed_in(Power.SCREEN)
def open_from(request: SignedInRequest, reference: str) -> HttpResponse:
    """Ask for one line of concern, show where these people are already open, and open a case."""
    who, when = request.viewer, timezone.now()
    contact = contact_for(who, reference)
    concern = _concern_of(contact, policy_for(who, contact.hub_id, when).document)
    form = OpenForm(request.POST or None, initial={"concern": concern})
    if form.is_valid():
        try:
            case = _open(request, contact, form.cleaned_data["concern"], when)
        except Refusal as refusal:
            form.add_error(None, list(refusal.reasons))
        else:
            return redirect("insight:case", case.reference)
    context = {"contact": contact, "form": form, **_who_it_is_about(request, contact, when)}
    return render(request, "cases/open.html", context)


@require_POST
@signed_in(Power.SCREEN)
def join(request: SignedInRequest, reference: str) -> HttpResponse:
    """Put a screened contact on a case that is already open."""
    contact = contact_for(request.viewer, reference)
    form = JoinForm(request.POST)
    if not form.is_valid():
        raise CannotOpenCase("Choose one of the open cases.")
    case = add_contact_to_case(
        by=request.viewer,
        case_id=form.cleaned_data["case"],
        contact_id=contact.id,
        at=timezone.now(),
    )
    return redirect("insight:case", case.reference)


def _open(request: SignedInRequest, contact: "Contact", concern: str, at: datetime) -> "Case":
    screening = latest_screening(contact.id)
    if screening is None:
        raise CannotOpenCase("Screen this contact first.")
    return open_case(
        by=request.viewer,
        contact_ids=[contact.id],
        rating=screening.rating,
        concern=concern,
        at=at,
    )


def _who_it_is_about(
    request: SignedInRequest, contact: "Contact", at: datetime
) -> dict[str, object]:
    told = subjects_of([contact.id])[contact.id]
    shown = people_shown(request.viewer, [each.person_id for each in told], on=at.date())
    record_look(
        by=request.viewer,
        action="contact.read",
        at=at,
        hub_id=contact.hub_id,
        page=f"contact:{contact.id}",
        persons=list(shown),
        subject_kind="contact",
        subject_id=contact.id,
        subject_label=contact.reference,
    )
    already = open_cases_of_people(request.viewer, list(shown))
    return {
        "people": [shown[each.person_id] for each in told if each.person_id in shown],
        "already": _each_once(already),
        "screening": latest_screening(contact.id),
    }


def _each_once(cases: list[KnownCase]) -> list[KnownCase]:
    return list({each.case_id: each for each in cases}.values())


def _concern_of(contact: "Contact", document: PolicyDocument) -> str:
    return ", ".join(reason_label(document, each) for each in contact.reasons)
