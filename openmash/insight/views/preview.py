"""What a proposed policy would have done to the contacts of the last 90 days."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.governance.selectors import proposal_for
from openmash.insight.selectors.preview import LOOKS_BACK, preview_of


@signed_in(Power.PROPOSE_POLICY, Power.APPROVE_POLICY)
def policy_preview(request: SignedInRequest, proposal_id: UUID) -> HttpResponse:
    """Show which clocks, which gates and how many checks would have changed; numbers only."""
    proposal = proposal_for(request.viewer, proposal_id)
    found = preview_of(proposal, at=timezone.now())
    context = {"proposal": proposal, "found": found, "days": LOOKS_BACK.days}
    return render(request, "insight/policy_preview.html", context)
