"""Changes to a hub's policy that somebody has drafted or proposed, for those who may read them."""

from uuid import UUID

from django.db.models import Q, QuerySet

from openmash.accounts.terms import Power
from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer
from openmash.governance.models import PolicyProposal
from openmash.governance.rules import PolicyDocument
from openmash.governance.terms import ProposalState

READERS = (Power.PROPOSE_POLICY, Power.APPROVE_POLICY)


def proposals_of(viewer: Viewer, hub_id: UUID) -> QuerySet[PolicyProposal]:
    """Return a hub's proposals, newest first; a draft is its drafter's alone."""
    if not any(viewer.may(each, hub_id) for each in READERS):
        return PolicyProposal.objects.none()
    own = Q(proposed_by_id=viewer.id)
    return (
        PolicyProposal.objects.filter(~Q(state=ProposalState.DRAFT.value) | own, hub_id=hub_id)
        .select_related("proposed_by", "answered_by", "based_on", "became")
        .defer("document", "based_on__document", "became__document")
        .order_by("-drafted_at")
    )


def proposal_for(viewer: Viewer, proposal_id: UUID) -> PolicyProposal:
    """Return a proposal this viewer may read; or `NotHere`."""
    found = PolicyProposal.objects.filter(id=proposal_id, hub_id__in=viewer.hub_ids).first()
    if found is None or not proposals_of(viewer, found.hub_id).filter(id=found.id).exists():
        raise NotHere
    return found


def own_draft(viewer: Viewer, proposal_id: UUID) -> PolicyProposal:
    """Return a draft of this viewer's own that has not been sent; or `NotHere`."""
    proposal = proposal_for(viewer, proposal_id)
    if proposal.proposed_by_id != viewer.id or proposal.state != ProposalState.DRAFT:
        raise NotHere
    return proposal


def document_of(proposal: PolicyProposal) -> PolicyDocument:
    """Return the policy as the proposal would have it."""
    return PolicyDocument.model_validate(proposal.document)
