"""Handing a decided case on: what goes to which team, in which words (A12)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.cases.selectors import case_for, is_worked_by
from openmash.core.refusals import NotHere, Refusal
from openmash.pathways.forms import HandOverForm
from openmash.pathways.models import Handover
from openmash.pathways.selectors import Onward, handovers_of_case, onward
from openmash.pathways.services import do_without_handover
from openmash.pathways.services import hand_over as hand_it_over
from openmash.pathways.views.looking import note_look


@signed_in(Power.HAND_OVER)
def hand_over(request: SignedInRequest, reference: str) -> HttpResponse:
    """Hand outcomes to a team, or record why nobody here has to take them."""
    who, when = request.viewer, timezone.now()
    case = case_for(who, reference)
    if not is_worked_by(who, case):
        raise NotHere
    left = onward(who, case, when)
    form = _form(request, left)
    if left.decision is not None and form.is_valid():
        try:
            sent = _hand_over(request, form, left)
        except Refusal as refusal:
            form.add_error(None, list(refusal.reasons))
        else:
            messages.success(request, _("%(ref)s is on its way.") % {"ref": sent.reference})
            return redirect("pathways:handover", sent.reference)
    note_look(
        request,
        "handover.begun",
        [o.outcome.person_id for o in left.outcomes],
        when,
        label=reference,
    )
    context = {"case": case, "left": left, "form": form, "sent": handovers_of_case(who, case.id)}
    return render(request, "pathways/hand_over.html", context)


def _form(request: SignedInRequest, left: Onward) -> HandOverForm:
    """Begin with everything that goes to one kind of team, and that team."""
    first = left.outcomes[0].goes_to if left.outcomes else ""
    teams = left.teams_for(first) or list(left.teams)
    chosen = [str(each.outcome.id) for each in left.outcomes if each.goes_to == first]
    return HandOverForm(
        request.POST or None,
        outcomes=left.outcomes,
        teams=[(str(each.id), f"{each.name}, {each.agency.name}") for each in left.teams],
        may_waive=request.viewer.may(Power.DECIDE, request.hub.id),
        initial={
            "outcomes": chosen,
            "team": str(teams[0].id) if teams else "",
            "summary": left.draft,
        },
    )


def _hand_over(request: SignedInRequest, form: HandOverForm, left: Onward) -> Handover:
    answers, when = form.cleaned_data, timezone.now()
    if left.decision is None:
        raise NotHere
    if form.is_waived:
        return do_without_handover(
            by=request.viewer,
            decision_id=left.decision.id,
            outcome_ids=answers["outcomes"],
            because=answers["because"],
            at=when,
        )
    return hand_it_over(
        by=request.viewer,
        decision_id=left.decision.id,
        team_id=answers["team"],
        outcome_ids=answers["outcomes"],
        summary=answers["summary"],
        at=when,
    )
