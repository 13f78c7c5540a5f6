"""A decision read again, with the picture it was made on; and taken up again (A10.6, A6.4)."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.cases.selectors import case_by_id, case_for, is_worked_by
from openmash.core.refusals import NotHere, Refusal
from openmash.decisions.forms import ReopenForm
from openmash.decisions.rules import Seen, as_seen_by
from openmash.decisions.selectors import (
    answered_since,
    decision_by_id,
    decision_of,
    decisions_of,
    is_held,
)
from openmash.decisions.services import reopen_decision, thaw
from openmash.decisions.views.looking import note_look
from openmash.decisions.views.second_reading import has_answered, second_shown
from openmash.governance.selectors import policy_for
from openmash.information_requests.selectors import returns_in
from openmash.people.selectors import PersonShown, people_shown

if TYPE_CHECKING:
    from openmash.cases.models import Case
    from openmash.decisions.models import Decision


@signed_in(Power.SEE_CASES, Power.GIVE_VIEW, Power.ANSWER_REQUESTS)
def decision(request: SignedInRequest, decision_id: UUID) -> HttpResponse:
    """Read a decision. Agencies on the case read what was decided; the reasons stay in the hub.

    A second person whom the decision waits for answers it here.
    """
    who, when = request.viewer, timezone.now()
    found, case = _open(request, decision_id)
    second = second_shown(request, found, case, when) if is_worked_by(who, case) else None
    if request.method == "POST" and has_answered(request, found, second, when):
        return redirect("insight:case", case.reference)
    frozen = thaw(found) if who.may(Power.SEE_EVERY_RETURN, case.hub_id) else None
    outcomes = list(found.outcomes.all())
    about = {each.person_id for each in outcomes}
    named = frozen.named_in_story if frozen else set()
    people = people_shown(who, about | named, on=when.date())
    note_look(request, case, "decision", people, when)
    context = {
        "case": case,
        "decision": found,
        "second": second,
        "people": [person for each, person in people.items() if each in about],
        "outcomes": [(each, people.get(each.person_id)) for each in outcomes],
        "works_it": is_worked_by(who, case),
        "may_reopen": who.may(Power.DECIDE, case.hub_id) and found.reopened_at is None,
        "others": [each for each in decisions_of(case.id) if each.id != found.id],
    }
    if frozen:
        context |= _picture(request, frozen, case, people)
    return render(request, "decisions/decision.html", context)


def _open(request: SignedInRequest, decision_id: UUID) -> "tuple[Decision, Case]":
    """Return a decision and its case; while it is held, it is the hub's alone (A10.3)."""
    found = decision_by_id(decision_id)
    if found is None:
        raise NotHere
    case = case_by_id(request.viewer, found.case_id)
    if not is_worked_by(request.viewer, case) and is_held(found):
        raise NotHere
    return found, case


def _picture(
    request: SignedInRequest, frozen: Seen, case: "Case", known: Collection[UUID]
) -> dict[str, Any]:
    """Return the frozen picture as this viewer may read it, and what came in after it."""
    who, when = request.viewer, timezone.now()
    visibility = policy_for(who, case.hub_id, when).document.visibility
    return {
        "seen": as_seen_by(frozen, who, visibility=visibility, known=known),
        "is_own": who.id == frozen.decider_id,
        "since": answered_since(frozen, returns_in(who, case, when)),
    }


@signed_in(Power.DECIDE)
def reopen(request: SignedInRequest, reference: str) -> HttpResponse:
    """Take the decision that stands up again, saying why."""
    who, when = request.viewer, timezone.now()
    case = case_for(who, reference)
    standing = decision_of(case.id)
    if standing is None or not is_worked_by(who, case):
        raise NotHere
    form = ReopenForm(request.POST or None)
    if form.is_valid():
        try:
            reopen_decision(by=who, case_id=case.id, at=when, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, list(refusal.reasons))
        else:
            messages.success(request, _("The decision is taken up again. Decide when you can."))
            return redirect("decisions:decide", reference)
    people = _people(request, standing)
    note_look(request, case, "decision", [each.id for each in people], when)
    context = {"case": case, "decision": standing, "form": form, "people": people}
    return render(request, "decisions/reopen.html", context)


def _people(request: SignedInRequest, standing: "Decision") -> list[PersonShown]:
    ids = [each.person_id for each in standing.outcomes.all()]
    return list(people_shown(request.viewer, ids, on=timezone.localdate()).values())
