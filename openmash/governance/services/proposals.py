"""Changing a hub's policy: one drafts, another approves, and it takes effect on its day (A5.8)."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from openmash.accounts.terms import Power
from openmash.audit.services import record
from openmash.core.refusals import NotHere, RecordHasMoved, Refusal
from openmash.core.viewers import Viewer
from openmash.core.working_time import LONDON
from openmash.governance.models import Policy, PolicyProposal
from openmash.governance.rules import PolicyDocument, document_hash
from openmash.governance.rules.changing import with_section
from openmash.governance.selectors.policies import latest_policy
from openmash.governance.selectors.proposals import document_of, own_draft, proposal_for
from openmash.governance.services.loading import load_policy
from openmash.governance.terms import ProposalState


class CannotPropose(Refusal):
    """This change cannot be proposed, or not answered, as it was asked."""


@transaction.atomic
def draft_change(
    *,
    by: Viewer,
    hub_id: UUID,
    section: str,
    written: str,
    version: str,
    begins_on: date,
    why: str,
    at: datetime,
    proposal_id: UUID | None = None,
) -> PolicyProposal:
    """Draft a change of one section; a draft of one's own may be changed further.

    Raises `PolicyUnusable` with every flaw. A draft stands on the hub's latest version, which may
    not have begun.
    """
    if by.id is None or not by.may(Power.PROPOSE_POLICY, hub_id):
        raise NotHere
    _refuse_unless_whole(begins_on, why, at)
    latest = latest_policy(hub_id)
    earlier = own_draft(by, proposal_id) if proposal_id else None
    ground = document_of(earlier) if earlier else latest.document
    document = with_section(
        ground, section=section, written=written, version=version.strip(), begins=begins_on
    )
    _refuse_unless_changed(document, latest.document)
    said = {
        "document": document.model_dump(mode="json"),
        "document_hash": document_hash(document),
        "begins_on": begins_on,
        "why": why.strip(),
        "drafted_at": at,
    }
    if earlier:
        PolicyProposal.objects.filter(id=earlier.id).update(**said)
        earlier.refresh_from_db()
        return earlier
    return PolicyProposal.objects.create(
        hub_id=hub_id, based_on_id=latest.id, proposed_by_id=by.id, **said
    )


@transaction.atomic
def send_proposal(*, by: Viewer, proposal_id: UUID, at: datetime) -> PolicyProposal:
    """Send a draft to whoever may approve it."""
    proposal = own_draft(by, proposal_id)
    _refuse_if_overtaken(proposal)
    _move(proposal, ProposalState.DRAFT, ProposalState.SENT, sent_at=at)
    _footprint(by, proposal, "policy.proposed", at)
    return proposal


@transaction.atomic
def withdraw_proposal(*, by: Viewer, proposal_id: UUID, at: datetime) -> PolicyProposal:
    """Take back one's own draft or proposal; it is kept, and does nothing."""
    proposal = _own(by, proposal_id)
    _move(proposal, ProposalState(proposal.state), ProposalState.WITHDRAWN)
    _footprint(by, proposal, "policy.withdrawn", at)
    return proposal


@transaction.atomic
def approve_proposal(*, by: Viewer, proposal_id: UUID, at: datetime) -> Policy:
    """Approve somebody else's proposal: it becomes the next version, from its day.

    A day that has passed while it waited becomes today: no policy begins in the past.
    """
    proposal = _another_s(by, proposal_id)
    _refuse_if_overtaken(proposal)
    today = at.astimezone(LONDON).date()
    policy = load_policy(
        by=by,
        hub_id=proposal.hub_id,
        document=document_of(proposal),
        from_day=max(proposal.begins_on, today),
        at=at,
    )
    _move(
        proposal,
        ProposalState.SENT,
        ProposalState.APPROVED,
        answered_at=at,
        answered_by_id=by.id,
        became_id=policy.id,
    )
    _footprint(by, proposal, "policy.approved", at)
    return policy


@transaction.atomic
def refuse_proposal(*, by: Viewer, proposal_id: UUID, words: str, at: datetime) -> PolicyProposal:
    """Refuse somebody else's proposal, and say why."""
    proposal = _another_s(by, proposal_id)
    if not words.strip():
        raise CannotPropose("Say why, in a sentence, so that whoever proposed it can go on.")
    _move(
        proposal,
        ProposalState.SENT,
        ProposalState.REFUSED,
        answered_at=at,
        answered_by_id=by.id,
        answer=words.strip(),
    )
    _footprint(by, proposal, "policy.refused", at)
    return proposal


def _refuse_unless_whole(begins_on: date, why: str, at: datetime) -> None:
    reasons = []
    if begins_on < at.astimezone(LONDON).date():
        reasons.append("A policy cannot begin in the past. Choose today or a later day.")
    if not why.strip():
        reasons.append("Say why the policy should change: whoever approves it reads that first.")
    if reasons:
        raise CannotPropose(*reasons)


def _refuse_unless_changed(new: PolicyDocument, latest: PolicyDocument) -> None:
    apart = {"version", "effective_from"}
    if new.model_dump(exclude=apart) == latest.model_dump(exclude=apart):
        raise CannotPropose("This is what the policy says already. Change something in it.")


def _refuse_if_overtaken(proposal: PolicyProposal) -> None:
    if latest_policy(proposal.hub_id).id != proposal.based_on_id:
        raise CannotPropose(
            "The policy has changed since this was drafted. Draft it again from what it says now."
        )


def _own(by: Viewer, proposal_id: UUID) -> PolicyProposal:
    proposal = proposal_for(by, proposal_id)
    if proposal.proposed_by_id != by.id or proposal.state not in (
        ProposalState.DRAFT,
        ProposalState.SENT,
    ):
        raise NotHere
    return proposal


def _another_s(by: Viewer, proposal_id: UUID) -> PolicyProposal:
    proposal = proposal_for(by, proposal_id)
    if not by.may(Power.APPROVE_POLICY, proposal.hub_id):
        raise NotHere
    if proposal.proposed_by_id == by.id:
        raise CannotPropose("You proposed this. A second person approves or refuses it.")
    if proposal.state != ProposalState.SENT:
        raise RecordHasMoved
    return proposal


def _move(proposal: PolicyProposal, was: ProposalState, to: ProposalState, **also: object) -> None:
    moved = PolicyProposal.objects.filter(id=proposal.id, state=was.value).update(
        state=to.value, **also
    )
    if not moved:
        raise RecordHasMoved
    proposal.refresh_from_db()


def _footprint(by: Viewer, proposal: PolicyProposal, action: str, at: datetime) -> None:
    record(
        by=by,
        action=action,
        at=at,
        hub_id=proposal.hub_id,
        subject_kind="policy_proposal",
        subject_id=proposal.id,
        subject_label=f"from {proposal.begins_on:%-d %B %Y}",
        details={"hash": proposal.document_hash},
    )
