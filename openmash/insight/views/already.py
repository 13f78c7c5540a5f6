"""Already known, already open, and with whom: beside a contact, before anybody is asked (A5.13)."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.audit.services import record_look
from openmash.insight.selectors import already_known


@signed_in(Power.SEE_CASES)
def already(request: SignedInRequest, reference: str) -> HttpResponse:
    """Show where the people of a contact are in a case: a page, or a part of the contact's."""
    when = timezone.now()
    page = already_known(request.viewer, reference, at=when)
    record_look(
        by=request.viewer,
        action="contact.read",
        at=when,
        hub_id=page.contact.hub_id,
        page=f"contact:{page.contact.id}",
        persons=page.person_ids,
        subject_kind="contact",
        subject_id=page.contact.id,
        subject_label=reference,
    )
    is_part = request.headers.get("HX-Request") == "true"
    name = "insight/parts/already.html" if is_part else "insight/already.html"
    return render(request, name, {"page": page})
