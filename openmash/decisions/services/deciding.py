"""A decision is recorded, with the picture it was made on (A10)."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django.db import transaction

from openmash.accounts.terms import Power
from openmash.audit.services import record
from openmash.cases.selectors import case_by_id, contacts_of
from openmash.cases.services import move_case
from openmash.cases.terms import CaseStatus
from openmash.chronology.services import add_entry
from openmash.chronology.terms import EntryKind
from openmash.core.facts import tell
from openmash.core.refusals import NotHere, RecordHasMoved, Refusal
from openmash.core.viewers import Viewer
from openmash.decisions.facts import DecisionRecorded
from openmash.decisions.models import Decision, Outcome
from openmash.decisions.rules import left_untidy, obstacles
from openmash.decisions.selectors import decision_of, strategy_discussion_of
from openmash.decisions.selectors.picturing import (
    DecisionSought,
    OutcomeChosen,
    picture_of,
    what_is_seen,
)
from openmash.decisions.services.discussing import STRATEGY_TASK
from openmash.decisions.services.freezing import freeze
from openmash.governance.rules import outcome_named, rating_named
from openmash.governance.selectors import PolicyInForce, policy_for
from openmash.governance.services import raise_task, start_clock, stop_clock
from openmash.governance.terms import ClockKind
from openmash.intake.services import mark_referrals

if TYPE_CHECKING:
    from openmash.cases.models import Case


class CannotDecideYet(Refusal):
    """Every obstacle between this decision and the record."""


@transaction.atomic
def record_decision(*, by: Viewer, case_id: UUID, sought: DecisionSought, at: datetime) -> Decision:
    """Decide: an outcome for each person and track, why, and on what picture (A10, A10.6).

    Obstacles are listed before the button is pressed and checked again here. What an urgent
    decision leaves untidy becomes tasks; nothing tidy ever holds urgent harm up.
    """
    case = case_by_id(by, case_id)
    policy = policy_for(by, case.hub_id, at)
    picture = picture_of(by, case, sought, policy, at)
    if found := obstacles(picture):
        raise CannotDecideYet(*found)
    decision = _keep(by, case, sought, policy, at)
    outcomes = [_keep_outcome(decision, each, policy) for each in sought.outcomes]
    _mark_referrals(case, outcomes, at)
    move_case(by=by, case_id=case.id, to=CaseStatus.DECIDED, at=at)
    _turn_clocks(case, sought.outcomes, policy, at)
    _leave_tasks(case, left_untidy(picture), at)
    _write_story(case, decision, outcomes, at)
    record(
        by=by,
        action="decision.recorded",
        at=at,
        hub_id=case.hub_id,
        subject_kind="decision",
        subject_id=decision.id,
        subject_label=case.reference,
        case_id=case.id,
        persons=[each.person_id for each in outcomes],
        details={
            "outcomes": [each.outcome for each in outcomes],
            "policy": policy.version,
            "picture": decision.picture_hash,
        },
    )
    tell(DecisionRecorded(decision.id, case.id, case.hub_id))
    return decision


def _keep(
    by: Viewer, case: "Case", sought: DecisionSought, policy: PolicyInForce, at: datetime
) -> Decision:
    """Keep the decision and freeze what its decider saw."""
    document, decision_id = policy.document, uuid4()
    sealed, fingerprint = freeze(
        by=by, decision_id=decision_id, at=at, seen=what_is_seen(by, case, policy, at)
    )
    thresholds = document.thresholds
    return Decision.objects.create(
        id=decision_id,
        hub_id=case.hub_id,
        case=case,
        rating=case.rating,
        level=str(rating_named(document, case.rating).level or ""),
        rationale=sought.rationale,
        options_considered=sought.options_considered,
        statutory_basis="; ".join(dict.fromkeys(each.track.law for each in sought.outcomes))[:200],
        policy_id=policy.id,
        threshold_version=f"{thresholds.title}, {thresholds.version}" if thresholds else "",
        without_returns_because=sought.without_returns_because,
        without_discussion_because=sought.without_discussion_because,
        discussion=strategy_discussion_of(case.id),
        picture=sealed,
        picture_hash=fingerprint,
        decided_at=at,
        decided_by_id=by.id,
        replaces=_reopened_before(case.id),
    )


def _reopened_before(case_id: UUID) -> Decision | None:
    return (
        Decision.objects.filter(case_id=case_id, replaced_by=None)
        .exclude(reopened_at=None)
        .order_by("-decided_at")
        .first()
    )


def _keep_outcome(decision: Decision, chosen: OutcomeChosen, policy: PolicyInForce) -> Outcome:
    terms = outcome_named(policy.document, chosen.outcome)
    return Outcome.objects.create(
        hub_id=decision.hub_id,
        decision=decision,
        person_id=chosen.person_id,
        track=chosen.track.value,
        outcome=terms.code,
        label=terms.label,
        pan_london=terms.pan_london.value if terms.pan_london else "",
        contact_outcome=terms.ssd.value if terms.ssd else "",
        becomes_referral=terms.becomes_referral,
        words=chosen.words,
    )


def _mark_referrals(case: "Case", outcomes: Sequence[Outcome], at: datetime) -> None:
    mark_referrals(
        contact_ids=[each.contact_id for each in contacts_of(case)],
        person_ids=[each.person_id for each in outcomes if each.becomes_referral],
        at=at,
    )


def _turn_clocks(
    case: "Case", chosen: Sequence[OutcomeChosen], policy: PolicyInForce, at: datetime
) -> None:
    """Stop what the decision answers; reasonable cause starts the strategy clock (T6)."""
    for kind in (ClockKind.PRODUCT, ClockKind.DECISION):
        stop_clock(about_id=case.id, kind=kind, at=at)
    for link in contacts_of(case):
        for kind in (ClockKind.RECEIPT, ClockKind.CHILD_WAL, ClockKind.S126):
            stop_clock(about_id=link.contact_id, kind=kind, at=at)
    wanted = [outcome_named(policy.document, each.outcome) for each in chosen]
    if any(each.needs_strategy_discussion for each in wanted):
        _call_for_strategy_discussion(case, policy, at)


def _call_for_strategy_discussion(case: "Case", policy: PolicyInForce, at: datetime) -> None:
    if strategy_discussion_of(case.id) is not None:
        return
    start_clock(
        policy=policy,
        hub_id=case.hub_id,
        kind=ClockKind.STRATEGY_DISCUSSION,
        about_kind="case",
        about_id=case.id,
        case_id=case.id,
        started_at=at,
    )
    raise_task(
        hub_id=case.hub_id,
        kind=STRATEGY_TASK,
        about_kind="case",
        about_id=case.id,
        case_id=case.id,
        words="Hold the strategy discussion and put it on record: the case cannot close before.",
        needs_power=Power.HOLD_DISCUSSION,
        at=at,
    )


def _leave_tasks(case: "Case", untidy: Sequence[str], at: datetime) -> None:
    for number, words in enumerate(untidy):
        raise_task(
            hub_id=case.hub_id,
            kind=f"decision_untidy_{number}",
            about_kind="case",
            about_id=case.id,
            case_id=case.id,
            words=words[:300],
            needs_power=Power.KEEP_RECORD,
            at=at,
        )


def _write_story(
    case: "Case", decision: Decision, outcomes: Sequence[Outcome], at: datetime
) -> None:
    by_label: dict[str, list[UUID]] = {}
    for each in outcomes:
        by_label.setdefault(each.label, []).append(each.person_id)
    for label, persons in by_label.items():
        add_entry(
            hub_id=case.hub_id,
            kind=EntryKind.DECISION,
            words=f"The hub decided: {label}.",
            at=at,
            known_at=at,
            happened_from=at,
            happened_precision="minute",
            persons=dict.fromkeys(persons, ""),
            source=("decision", decision.id, case.reference),
            case_id=case.id,
            significant=True,
            restricted=case.restricted,
        )


@transaction.atomic
def reopen_decision(*, by: Viewer, case_id: UUID, because: str, at: datetime) -> Decision:
    """Take a decision back up; it stays on record and the next one replaces it (A6.4, A12.3)."""
    case = case_by_id(by, case_id)
    decision = decision_of(case.id)
    if decision is None:
        raise NotHere
    if not because.strip():
        raise CannotDecideYet("Say why the decision is taken up again.")
    standing = Decision.objects.filter(id=decision.id, reopened_at=None)
    if not standing.update(reopened_at=at, reopened_because=because):
        raise RecordHasMoved
    move_case(by=by, case_id=case.id, to=CaseStatus.DECISION_PENDING, at=at, why=because[:300])
    record(
        by=by,
        action="decision.reopened",
        at=at,
        hub_id=case.hub_id,
        subject_kind="decision",
        subject_id=decision.id,
        subject_label=case.reference,
        case_id=case.id,
        reason=because,
    )
    return decision
