"""What waits to be screened: danger first, then the oldest."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.audit.services import record_look
from openmash.governance.rules.reasons import reason_label
from openmash.governance.selectors import clocks_about, policy_for
from openmash.intake.selectors import subjects_of, triage_queue
from openmash.intake.terms import SourceCode
from openmash.people.selectors import people_shown

A_PAGE = 50


@signed_in(Power.SEE_CASES)
def triage(request: SignedInRequest) -> HttpResponse:
    """Show the queue, fifty to a page, each with who it is about and when it is due."""
    at = timezone.now()
    waiting = triage_queue(request.viewer, request.hub.id)
    page = Paginator(waiting, A_PAGE).get_page(request.GET.get("page"))
    ids = [each.id for each in page]
    told, clocks = subjects_of(ids), clocks_about(ids)
    about = {each.person_id for rows in told.values() for each in rows if each.is_concern}
    people = people_shown(request.viewer, about, on=at.date())
    record_look(
        by=request.viewer,
        action="triage.opened",
        at=at,
        hub_id=request.hub.id,
        page="triage",
        persons=list(people),
    )
    document = policy_for(request.viewer, request.hub.id, at).document
    rows = [
        {
            "contact": each,
            "people": [people[s.person_id] for s in told[each.id] if s.person_id in people],
            "reasons": [reason_label(document, reason) for reason in each.reasons],
            "source": SourceCode(each.source).label,
            "clock": next((clock for clock in clocks[each.id] if not clock.stopped_at), None),
        }
        for each in page
    ]
    return render(request, "intake/triage.html", {"page": page, "rows": rows})
