"""Coming due: what will pass its time by when, and what it waits for."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.audit.services import record_look
from openmash.insight import selectors
from openmash.insight.rules import due_filters_from
from openmash.insight.selectors import people_due
from openmash.insight.terms import Until, WaitsFor


@signed_in(Power.SEE_CASES)
def coming_due(request: SignedInRequest) -> HttpResponse:
    """Show what is late or comes due, soonest first, and whose move it is."""
    when = timezone.now()
    due = selectors.coming_due(
        request.viewer,
        request.hub.id,
        filters=due_filters_from(request.GET.dict()),
        page=request.GET.get("page", 1),
        at=when,
    )
    record_look(
        by=request.viewer,
        action="board.read",
        at=when,
        hub_id=request.hub.id,
        page="coming_due",
        persons=people_due(due.lines),
    )
    context = {"due": due, "untils": list(Until), "waits": list(WaitsFor), "now": when}
    return render(request, "insight/coming_due.html", context)
