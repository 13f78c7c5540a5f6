"""My work: what waits for the person who looks."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.audit.services import record_look
from openmash.insight import selectors
from openmash.insight.selectors import people_on


@signed_in(Power.SEE_CASES)
def my_work(request: SignedInRequest) -> HttpResponse:
    """Show the cases this person holds or covers, and the tasks they have the power to do."""
    when = timezone.now()
    work = selectors.my_work(request.viewer, request.hub.id, at=when)
    record_look(
        by=request.viewer,
        action="board.read",
        at=when,
        hub_id=request.hub.id,
        page="my_work",
        persons=people_on([*work.to_read, *work.rows]),
    )
    request.nav_counts = {"insight:my_work": work.count}  # type: ignore[attr-defined]
    context = {"work": work, "back_to": request.get_full_path()}
    return render(request, "insight/my_work.html", context)
