"""Putting a discussion on record: who took part is filled in, what came of it is asked (A11)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.selectors import agencies_of
from openmash.accounts.terms import Power
from openmash.cases.selectors import case_for, is_worked_by
from openmash.core.refusals import NotHere, Refusal
from openmash.decisions.forms import DiscussionForm, participant_forms
from openmash.decisions.forms.talking import Expected, first_answers
from openmash.decisions.selectors import discussions_of
from openmash.decisions.services import record_discussion
from openmash.decisions.terms import ALSO_EXPECTED, STATUTORY_DISCIPLINES
from openmash.decisions.views.looking import note_look, people_of_concern
from openmash.information_requests.selectors import AgencyState, agencies_state

EXPECTED = STATUTORY_DISCIPLINES.keys() | ALSO_EXPECTED.keys()


@signed_in(Power.HOLD_DISCUSSION)
def discussion(request: SignedInRequest, reference: str) -> HttpResponse:
    """Record a discussion that was held."""
    who, when = request.viewer, timezone.now()
    case = case_for(who, reference)
    if not is_worked_by(who, case):
        raise NotHere
    asked = agencies_state([case.id]).get(case.id, [])
    lines = participant_forms(request.POST or None, _expected(request, asked))
    form = DiscussionForm(request.POST or None, initial=first_answers(chair=who.name, at=when))
    if form.is_valid() and all(each.is_valid() for each in lines):
        took_part = [told for each in lines if (told := each.took_part())]
        try:
            record_discussion(by=who, case_id=case.id, minutes=form.minutes(took_part), at=when)
        except Refusal as refusal:
            form.add_error(None, list(refusal.reasons))
        else:
            messages.success(request, _("The discussion is on record."))
            return redirect("insight:case", reference)
    people = people_of_concern(request, case, when)
    note_look(request, case, "discussion", [each.id for each in people], when)
    context = {
        "case": case,
        "people": people,
        "form": form,
        "lines": lines,
        "earlier": discussions_of(case.id),
    }
    return render(request, "decisions/discussion.html", context)


def _expected(request: SignedInRequest, asked: list[AgencyState]) -> list[Expected]:
    """Return the agencies a strategy discussion must have, and those asked on the case."""
    on_case = {each.agency_id for each in asked} | {request.viewer.agency_in(request.hub.id)}
    members = agencies_of(request.hub.id, on=timezone.localdate())
    return [
        Expected(each.id, each.name, each.kind, is_on_case=each.id in on_case)
        for each in members
        if each.kind in EXPECTED or each.id in on_case
    ]
