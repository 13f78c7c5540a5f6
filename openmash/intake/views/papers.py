"""Papers and originals: added, and given back only as downloads (trust 5)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.intake.selectors import contact_for
from openmash.intake.services import (
    Paper,
    PaperNotAccepted,
    attach_to_contact,
    serve_attachment,
    serve_original,
)

NOTHING_RUNS = "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'"


@signed_in(Power.SEE_CASES, Power.REFER, Power.RECORD_CONTACT)
def attachment(request: SignedInRequest, attachment_id: UUID) -> HttpResponse:
    """Give a paper back to the hub's workers, or to whoever sent it."""
    return _download(
        serve_attachment(by=request.viewer, attachment_id=attachment_id, at=timezone.now())
    )


@signed_in(Power.SEE_CASES, Power.REFER, Power.RECORD_CONTACT)
def original(request: SignedInRequest, original_id: UUID) -> HttpResponse:
    """Give back what arrived, byte for byte."""
    return _download(serve_original(by=request.viewer, original_id=original_id, at=timezone.now()))


@require_POST
@signed_in(Power.RECORD_CONTACT)
def attach(request: SignedInRequest, reference: str) -> HttpResponse:
    """Put papers that came later on a contact; one that is not accepted keeps out no other."""
    contact = contact_for(request.viewer, reference)
    at = timezone.now()
    for sent in request.FILES.getlist("papers"):
        try:
            attach_to_contact(
                by=request.viewer,
                contact_id=contact.id,
                filename=sent.name or "",
                content=sent.read(),
                at=at,
            )
        except PaperNotAccepted as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("%(name)s is kept.") % {"name": sent.name})
    return redirect("intake:contact", reference)


def _download(paper: Paper) -> HttpResponse:
    """Nothing of a paper runs or is shown in a page of ours, whatever is in it."""
    return HttpResponse(
        paper.content,
        content_type=paper.media_type,
        headers={
            "Content-Disposition": content_disposition_header(True, paper.filename) or "attachment",
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": NOTHING_RUNS,
            "Cross-Origin-Resource-Policy": "same-origin",
        },
    )
