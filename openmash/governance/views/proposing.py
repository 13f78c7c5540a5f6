"""Proposing a change of policy, reading what it would change, and answering it."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.core.refusals import Refusal
from openmash.core.working_time import LONDON
from openmash.governance.forms import Act, AnswerForm, ChangeForm
from openmash.governance.models import PolicyProposal
from openmash.governance.rules import (
    SECTIONS,
    PolicyDocument,
    compare_policies,
    section_as_written,
    section_title,
)
from openmash.governance.selectors import (
    document_of,
    latest_policy,
    own_draft,
    policy_numbered,
    proposal_for,
)
from openmash.governance.services import (
    approve_proposal,
    draft_change,
    refuse_proposal,
    send_proposal,
    withdraw_proposal,
)
from openmash.governance.terms import ProposalState


@signed_in(Power.PROPOSE_POLICY)
def change(request: SignedInRequest, proposal_id: UUID | None = None) -> HttpResponse:
    """Draft a change of one section; every flaw is told, and nothing typed is lost."""
    draft = own_draft(request.viewer, proposal_id) if proposal_id else None
    document = document_of(draft) if draft else latest_policy(request.hub.id).document
    section = _section(request)
    form = ChangeForm(request.POST or None, initial=_as_it_stands(document, section, draft))
    if form.is_valid():
        try:
            drafted = draft_change(
                by=request.viewer,
                hub_id=request.hub.id,
                section=section,
                at=timezone.now(),
                proposal_id=proposal_id,
                **form.cleaned_data,
            )
        except Refusal as refusal:
            form.add_error(None, list(refusal.reasons))
        else:
            return redirect("governance:proposal", drafted.id)
    sections = [(each, section_title(each)) for each in SECTIONS]
    context = {"form": form, "sections": sections, "section": section, "draft": draft}
    return render(request, "governance/change.html", context)


@signed_in(Power.PROPOSE_POLICY, Power.APPROVE_POLICY)
def proposal(request: SignedInRequest, proposal_id: UUID) -> HttpResponse:
    """Show what a proposal would change, why, and what may be done with it."""
    return _show(request, proposal_for(request.viewer, proposal_id), AnswerForm())


@require_POST
@signed_in(Power.PROPOSE_POLICY, Power.APPROVE_POLICY)
def answer(request: SignedInRequest, proposal_id: UUID) -> HttpResponse:
    """Send, withdraw, approve or refuse a proposal."""
    found = proposal_for(request.viewer, proposal_id)
    form = AnswerForm(request.POST)
    if form.is_valid():
        act = Act(form.cleaned_data["act"])
        try:
            _do(act, request, proposal_id, form.cleaned_data["words"])
        except Refusal as refusal:
            form.add_error(None, list(refusal.reasons))
        else:
            messages.success(request, str(_(DONE[act])))
            return redirect("governance:proposal", proposal_id)
    return _show(request, found, form)


DONE = {
    Act.SEND: "Sent. Somebody else can approve it now.",
    Act.WITHDRAW: "Withdrawn. It is kept, and does nothing.",
    Act.APPROVE: "Approved. It is the policy from its day on.",
    Act.REFUSE: "Refused, with your reason.",
}
VERBS: dict[Act, Callable[..., object]] = {
    Act.SEND: send_proposal,
    Act.WITHDRAW: withdraw_proposal,
    Act.APPROVE: approve_proposal,
}


def _do(act: Act, request: SignedInRequest, proposal_id: UUID, words: str) -> None:
    at = timezone.now()
    if act is Act.REFUSE:
        refuse_proposal(by=request.viewer, proposal_id=proposal_id, words=words, at=at)
    else:
        VERBS[act](by=request.viewer, proposal_id=proposal_id, at=at)


def _show(request: SignedInRequest, found: PolicyProposal, form: AnswerForm) -> HttpResponse:
    is_own = found.proposed_by_id == request.viewer.id
    may_approve = request.viewer.may(Power.APPROVE_POLICY, found.hub_id)
    is_sent = found.state == ProposalState.SENT
    pairs = compare_policies(policy_numbered(found.based_on_id).document, document_of(found))
    context = {
        "proposal": found,
        "facts": _facts(found),
        "changed": [each for each in pairs if each.changed],
        "form": form,
        "may_send": is_own and found.state == ProposalState.DRAFT,
        "may_withdraw": is_own and found.state in (ProposalState.DRAFT, ProposalState.SENT),
        "may_answer": may_approve and is_sent and not is_own,
        "waits": is_sent and (is_own or not may_approve),
    }
    return render(request, "governance/proposal.html", context)


def _moment(at: datetime) -> str:
    return f"{at.astimezone(LONDON):%-d %B %Y, %H:%M}"


def _facts(found: PolicyProposal) -> list[tuple[str, str]]:
    """Return the proposal's own facts, as its page lists them."""
    stands = _(ProposalState(found.state).label)
    if found.answered_by and found.answered_at:
        stands = f"{stands}: {found.answered_by.name}, {_moment(found.answered_at)}"
    proposed = f"{found.proposed_by.name}, {_moment(found.drafted_at)}"
    facts = [
        (_("Where it stands"), stands),
        (_("Proposed by"), proposed),
        (_("Begins on"), f"{found.begins_on:%-d %B %Y}"),
        (_("Why"), found.why),
    ]
    return [*facts, (_("Why it was refused"), found.answer)] if found.answer else facts


def _section(request: SignedInRequest) -> str:
    asked = request.GET.get("section", "")
    return asked if asked in SECTIONS else SECTIONS[0]


def _as_it_stands(
    document: PolicyDocument, section: str, draft: PolicyProposal | None
) -> dict[str, object]:
    standing: dict[str, object] = {"written": section_as_written(document, section)}
    if draft:
        standing |= {
            "version": document.version,
            "begins_on": draft.begins_on,
            "why": draft.why,
        }
    return standing
