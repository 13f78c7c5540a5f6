"""Deciding to share, or not to; deciding in one press for a Red; and keeping what was disclosed."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from openmash.accounts.terms import Power
from openmash.audit.services import record
from openmash.cases.selectors import case_by_id, cases_visible_to
from openmash.core.refusals import NotHere, Refusal
from openmash.core.viewers import Viewer
from openmash.governance.selectors import PolicyInForce, policy_for
from openmash.governance.services import raise_task, settle_task, start_clock, stop_clock
from openmash.governance.terms import AgreementAnswer, ClockKind, NotSoughtReason
from openmash.intake.terms import InformedAnswer
from openmash.sharing.models import Disclosure, SharingDecision
from openmash.sharing.rules import (
    Obstacle,
    Proposal,
    obstacles,
    obstacles_to_urgent_sharing,
)
from openmash.sharing.selectors import (
    is_complete,
    law_offered,
    standing_decision,
    urgent_decision_waiting,
)
from openmash.sharing.terms import PROTECT, DisclosureKind

if TYPE_CHECKING:
    from openmash.cases.models import Case

AGREEMENT_DETAIL = "agreement_detail"


class CannotShareYet(Refusal):
    """The decision to share is not ready to be recorded; each obstacle names its answer."""

    def __init__(self, *found: Obstacle) -> None:
        super().__init__(*(each.words for each in found))
        self.obstacles = found


class CannotShareUrgently(Refusal):
    """One press is not enough for this case."""


@transaction.atomic
def decide_sharing(
    *,
    by: Viewer,
    case_id: UUID,
    to_share: bool,
    purpose: str,
    informed: str,
    agreement: str,
    at: datetime,
    agreement_reason: str = "",
    agreement_words: str = "",
    article_6: str = "",
    article_9: str = "",
    paragraph_18: str = "",
    power_relied_on: str = "",
    proportionality: str = "",
    withheld_because: str = "",
    completes_id: UUID | None = None,
) -> SharingDecision:
    """Record a decision to share for one purpose, or not to, before anything leaves (A14, A7.7).

    It completes the one-press decision of a Red that waits for its detail, where there is one.
    """
    case = case_by_id(by, case_id)
    proposal = Proposal(
        to_share=to_share,
        purpose=purpose,
        informed=informed,
        agreement=agreement,
        agreement_reason=agreement_reason,
        agreement_words=agreement_words,
        article_6=article_6,
        article_9=article_9,
        paragraph_18=paragraph_18,
        power_relied_on=power_relied_on,
        proportionality=proportionality,
        withheld_because=withheld_because,
    )
    if found := obstacles_for(by, case, proposal, at=at):
        raise CannotShareYet(*found)
    waiting = _to_complete(case.id, completes_id)
    decision = SharingDecision.objects.create(
        hub_id=case.hub_id,
        case=case,
        decided_at=at,
        decided_by_id=by.practitioner_id,
        completes=waiting,
        **asdict(_kept(proposal)),
    )
    if waiting is not None:
        _detail_is_done(waiting, by=by, at=at)
    _record_decision(by, decision, case, at=at)
    return decision


@transaction.atomic
def share_urgently(
    *, by: Viewer, case_id: UUID, power_relied_on: str, at: datetime
) -> SharingDecision:
    """Record in one press that agreement was not sought because seeking it increases the risk.

    For ratings that never wait (A7.7). The detail becomes a task with a clock of its own. Pressed
    twice, it answers with the decision already standing.
    """
    case = _held(by, case_id)
    policy = policy_for(by, case.hub_id, at)
    if found := obstacles_to_urgent_sharing(
        may_decide=_may_decide(by, case),
        never_waits=case.rating in policy.document.gate.never_wait,
        power_relied_on=power_relied_on,
    ):
        raise CannotShareUrgently(*found)
    standing = standing_decision(case.id)
    if standing is not None and standing.to_share:
        return standing
    decision = SharingDecision.objects.create(
        hub_id=case.hub_id,
        case=case,
        to_share=True,
        purpose=PROTECT,
        informed=InformedAnswer.NO.value,
        agreement=AgreementAnswer.NOT_SOUGHT.value,
        agreement_reason=NotSoughtReason.INCREASES_RISK.value,
        power_relied_on=power_relied_on.strip(),
        was_urgent=True,
        decided_at=at,
        decided_by_id=by.practitioner_id,
    )
    _ask_for_detail(decision, policy, at=at)
    _record_decision(by, decision, case, at=at)
    return decision


@transaction.atomic
def record_disclosure(
    *,
    by: Viewer,
    case_id: UUID,
    decision_id: UUID | None,
    kind: DisclosureKind,
    about_id: UUID,
    to_agency_id: UUID | None,
    to_words: str,
    what: str,
    persons: Iterable[UUID],
    at: datetime,
) -> Disclosure:
    """Keep what left, to whom and on which decision, in the transaction of the release (A14.8)."""
    case = case_by_id(by, case_id)
    told = list(dict.fromkeys(persons))
    disclosure = Disclosure.objects.create(
        hub_id=case.hub_id,
        case=case,
        decision_id=decision_id,
        kind=kind.value,
        about_id=about_id,
        to_agency_id=to_agency_id,
        to_words=to_words,
        what=what,
        persons=told,
        disclosed_at=at,
        disclosed_by_name=by.name,
    )
    record(
        by=by,
        action="sharing.disclosed",
        at=at,
        hub_id=case.hub_id,
        subject_kind="disclosure",
        subject_id=disclosure.id,
        subject_label=case.reference,
        case_id=case.id,
        persons=told,
        details={"kind": kind.value, "agency": str(to_agency_id or "")},
    )
    return disclosure


def obstacles_for(by: Viewer, case: "Case", proposal: Proposal, *, at: datetime) -> list[Obstacle]:
    """Return what stops this viewer recording this proposal; a page may show it beforehand."""
    return obstacles(
        proposal,
        may_decide=_may_decide(by, case),
        may_share_without_agreement=may_share_without_agreement(by, case, at=at),
        law=law_offered(by, case, at),
    )


def may_share_without_agreement(by: Viewer, case: "Case", *, at: datetime) -> bool:
    """Say whether policy lets this viewer decide it: the power, in a role the hub names (A14.2)."""
    named = policy_for(by, case.hub_id, at).document.authority.share_without_agreement
    holds = by.may(Power.SHARE_WITHOUT_AGREEMENT, case.hub_id)
    return holds and not by.roles_in(case.hub_id).isdisjoint(named)


def _held(by: Viewer, case_id: UUID) -> "Case":
    """Return the case with its row held, so that two presses at once make one decision."""
    cases = cases_visible_to(by).select_for_update(of=("self",))
    case = cases.filter(id=case_id).first()
    if case is None:
        raise NotHere
    return case


def _may_decide(by: Viewer, case: "Case") -> bool:
    return by.id is not None and by.may(Power.ASK_AGENCIES, case.hub_id)


def _kept(proposal: Proposal) -> Proposal:
    """Return the proposal tidied, without the answers that its own answers made idle."""
    words = {
        name: value.strip() for name, value in asdict(proposal).items() if isinstance(value, str)
    }
    if proposal.agreement != AgreementAnswer.NOT_SOUGHT:
        words["agreement_reason"] = ""
    if proposal.to_share:
        words["withheld_because"] = ""
    return Proposal(to_share=proposal.to_share, **words)


def _to_complete(case_id: UUID, completes_id: UUID | None) -> SharingDecision | None:
    waiting = urgent_decision_waiting(case_id)
    if completes_id is not None and (waiting is None or waiting.id != completes_id):
        raise NotHere
    return waiting


def _ask_for_detail(decision: SharingDecision, policy: PolicyInForce, *, at: datetime) -> None:
    clock = start_clock(
        policy=policy,
        hub_id=decision.hub_id,
        kind=ClockKind.AGREEMENT_DETAIL,
        about_kind="sharing_decision",
        about_id=decision.id,
        started_at=at,
        case_id=decision.case_id,
    )
    raise_task(
        hub_id=decision.hub_id,
        kind=AGREEMENT_DETAIL,
        about_kind="sharing_decision",
        about_id=decision.id,
        words="Complete the agreement and lawful basis of the sharing that could not wait.",
        needs_power=Power.SHARE_WITHOUT_AGREEMENT.value,
        at=at,
        due=clock.due_at if clock else None,
        case_id=decision.case_id,
    )


def _detail_is_done(waiting: SharingDecision, *, by: Viewer, at: datetime) -> None:
    stop_clock(about_id=waiting.id, kind=ClockKind.AGREEMENT_DETAIL, at=at)
    settle_task(about_id=waiting.id, kind=AGREEMENT_DETAIL, by=by, at=at)


def _record_decision(by: Viewer, decision: SharingDecision, case: "Case", *, at: datetime) -> None:
    record(
        by=by,
        action="sharing.decided",
        at=at,
        hub_id=case.hub_id,
        subject_kind="sharing_decision",
        subject_id=decision.id,
        subject_label=case.reference,
        case_id=case.id,
        details={
            "to_share": decision.to_share,
            "agreement": decision.agreement,
            "was_urgent": decision.was_urgent,
            "is_complete": is_complete(decision),
        },
    )
