"""The case page: whole for the hub's workers, their own part for an agency that was asked."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.cases.selectors import case_for, is_worked_by, people_of
from openmash.chronology.selectors import entries_of
from openmash.core.refusals import NotHere
from openmash.insight.selectors import case_page, partner_page
from openmash.insight.views.acts import acts_for
from openmash.insight.views.showing import record_case_look

RECENT_ENTRIES = 20


@signed_in(Power.SEE_CASES, Power.ANSWER_REQUESTS, Power.GIVE_VIEW)
def case(request: SignedInRequest, reference: str) -> HttpResponse:
    """Open a case: an act, recorded with whom it showed."""
    if request.viewer.powers_in(request.hub.id) & {Power.SEE_CASES}:
        return _for_the_hub(request, reference)
    return _for_a_partner(request, reference)


def _for_the_hub(request: SignedInRequest, reference: str) -> HttpResponse:
    when = timezone.now()
    page = case_page(request.viewer, reference, at=when)
    record_case_look(request, page.case, page.person_ids, at=when)
    context = {"page": page, "acts": acts_for(request.viewer, page), "viewer": request.viewer}
    return render(request, "insight/case.html", context)


def _for_a_partner(request: SignedInRequest, reference: str) -> HttpResponse:
    when = timezone.now()
    page = partner_page(request.viewer, reference, at=when)
    record_case_look(request, page.case, page.person_ids, at=when)
    may_view = request.viewer.may(Power.GIVE_VIEW, page.case.hub_id)
    may_rate = request.viewer.may(Power.RATE, page.case.hub_id)
    context = {"page": page, "may_view": may_view, "may_rate": may_rate}
    return render(request, "insight/partner_case.html", context)


@signed_in(Power.SEE_CASES)
def chronology(request: SignedInRequest, reference: str) -> HttpResponse:
    """Show the family's latest entries beside the case; the whole is a page of its own."""
    when = timezone.now()
    found = case_for(request.viewer, reference)
    if not is_worked_by(request.viewer, found):
        raise NotHere
    about = [each.person_id for each in people_of(found)]
    story = entries_of(request.viewer, person_ids=about, at=when)
    shown = {each.person.id for entry in story.entries for each in entry.persons}
    record_case_look(request, found, shown, at=when)
    context = {
        "story": story,
        "entries": story.entries[:RECENT_ENTRIES],
        "first": about[0] if about else None,
    }
    return render(request, "insight/parts/chronology.html", context)
