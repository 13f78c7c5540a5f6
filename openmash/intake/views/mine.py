"""What somebody sent, and what they have begun; a referrals lead sees their agency's (A2.3)."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.audit.services import record_look
from openmash.intake.models import Draft
from openmash.intake.rules.referral_words import referral_words
from openmash.intake.selectors import drafts_of, referrals_of, subjects_of
from openmash.intake.selectors.drafts import opened
from openmash.intake.services import discard_draft
from openmash.intake.terms import ContactState, FormKind
from openmash.intake.views.drafting import names_in

A_PAGE = 50
RESUMED_AT = {FormKind.PHONE: "intake:call", FormKind.REFERRAL: "intake:referral"}


@signed_in(Power.REFER, Power.RECORD_CONTACT)
def mine(request: SignedInRequest) -> HttpResponse:
    """Show the viewer's own referrals, newest first, and the forms they have not sent."""
    sent = referrals_of(request.viewer).filter(hub_id=request.hub.id).select_related("referrer")
    page = Paginator(sent, A_PAGE).get_page(request.GET.get("page"))
    told = subjects_of([each.id for each in page])
    record_look(
        by=request.viewer,
        action="referrals.opened",
        at=timezone.now(),
        hub_id=request.hub.id,
        page="referrals",
        persons=[each.person_id for rows in told.values() for each in rows],
    )
    rows = [
        {
            "contact": each,
            "names": [s.name_as_told for s in told[each.id] if s.is_concern],
            "words": referral_words(ContactState(each.state)),
            "is_own": each.referrer_id == request.viewer.id,
        }
        for each in page
    ]
    begun = drafts_of(request.viewer).filter(hub_id=request.hub.id)[:A_PAGE]
    context: dict[str, Any] = {
        "page": page,
        "rows": rows,
        "drafts": [_begun(each) for each in begun],
    }
    context["is_lead"] = request.viewer.may(Power.SEE_AGENCY_REFERRALS, request.hub.id)
    context["may_refer"] = request.viewer.may(Power.REFER, request.hub.id)
    return render(request, "intake/mine.html", context)


@require_POST
@signed_in(Power.REFER, Power.RECORD_CONTACT)
def discard(request: SignedInRequest, draft_id: UUID) -> HttpResponse:
    """Throw away a form that was never sent; it is asked for by its own writer only."""
    discard_draft(by=request.viewer, draft_id=draft_id, at=timezone.now())
    messages.success(request, _("The form is thrown away."))
    return redirect("intake:mine")


def _begun(draft: Draft) -> dict[str, Any]:
    left = opened(draft)
    return {
        "id": draft.id,
        "label": left.form.label,
        "names": names_in(left.answers),
        "saved_at": draft.saved_at,
        "resumed_at": RESUMED_AT[left.form],
    }
