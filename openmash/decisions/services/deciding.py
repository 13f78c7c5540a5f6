"""A decision is recorded, with the picture it was made on (A10)."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction

from openmash.audit.services import record
from openmash.cases.selectors import case_by_id
from openmash.cases.services import move_case
from openmash.cases.terms import CaseStatus
from openmash.core.facts import tell
from openmash.core.refusals import RecordHasMoved, Refusal
from openmash.core.viewers import Viewer
from openmash.decisions.facts import DecisionRecorded
from openmash.decisions.models import Decision, Outcome, SecondReading
from openmash.decisions.rules import Obstacle, left_untidy, obstacles
from openmash.decisions.selectors import (
    CaseRead,
    DecisionSought,
    OutcomeChosen,
    picture_of,
    read_case,
    whole_picture,
    why_second_reading,
)
from openmash.decisions.services.drafting import forget_draft
from openmash.decisions.services.following import (
    close_at_triage,
    leave_tasks,
    mark_as_referrals,
    turn_clocks,
    write_story,
)
from openmash.decisions.services.freezing import freeze
from openmash.decisions.services.second_reading import ask_second
from openmash.decisions.terms import SENT_BACK_TASK
from openmash.governance.rules import outcome_named, rating_named
from openmash.governance.selectors import PolicyInForce, policy_for
from openmash.governance.services import settle_task


class CannotDecideYet(Refusal):
    """Every obstacle between this decision and the record, each with what it is about."""

    def __init__(self, *found: Obstacle) -> None:
        super().__init__(*(each.words for each in found))
        self.obstacles = found


@transaction.atomic
def record_decision(*, by: Viewer, case_id: UUID, sought: DecisionSought, at: datetime) -> Decision:
    """Decide: an outcome for each person and track, why, and on what picture (A10, A10.6).

    Obstacles are listed before the button is pressed and checked again here. What an urgent
    decision leaves untidy becomes tasks; nothing tidy ever holds urgent harm up. No further
    action that the policy wants read twice waits for a second person before anybody is told.
    """
    case = case_by_id(by, case_id)
    read = read_case(by, case, policy_for(by, case.hub_id, at), at)
    picture = picture_of(read, sought)
    if found := obstacles(picture):
        raise CannotDecideYet(*found)
    why = why_second_reading(read, sought, is_urgent=picture.is_urgent)
    decision = _unsaved(read, sought)
    move_case(by=by, case_id=case.id, to=CaseStatus.DECIDED, at=at)
    _write_once(decision)
    outcomes = [_keep_outcome(decision, each, read.policy) for each in sought.outcomes]
    second = ask_second(decision, why, holds=not picture.is_urgent, at=at)
    _let_follow(read, decision, outcomes, is_held=second is not None and second.holds)
    leave_tasks(case, left_untidy(picture), at)
    forget_draft(by=by, case_id=case.id)
    _leave_footprint(by, decision, outcomes, read, second)
    tell(DecisionRecorded(decision.id, case.id, case.hub_id))
    return decision


def _let_follow(
    read: CaseRead, decision: Decision, outcomes: Sequence[Outcome], *, is_held: bool
) -> None:
    mark_as_referrals(read, outcomes)
    if not is_held:
        close_at_triage(read, outcomes)
    turn_clocks(read, outcomes)
    settle_task(about_id=read.case.id, kind=SENT_BACK_TASK, by=read.viewer, at=read.at)
    write_story(read.case, decision, outcomes, read.at)


def _unsaved(read: CaseRead, sought: DecisionSought) -> Decision:
    """Return the decision with the picture frozen as its decider has it, before anything moves."""
    case, document, decision_id = read.case, read.policy.document, uuid4()
    sealed, fingerprint = freeze(decision_id, whole_picture(read))
    thresholds = document.thresholds
    laws = dict.fromkeys(each.track.law for each in sought.outcomes)
    return Decision(
        id=decision_id,
        hub_id=case.hub_id,
        case=case,
        rating=case.rating,
        level=str(rating_named(document, case.rating).level or ""),
        rationale=sought.rationale.strip(),
        told_reason=sought.told_reason.strip(),
        criteria=list(sought.criteria),
        options_considered=sought.options_considered.strip(),
        statutory_basis="; ".join(laws)[:200],
        policy_id=read.policy.id,
        threshold_version=f"{thresholds.title}, {thresholds.version}" if thresholds else "",
        without_returns_because=sought.without_returns_because.strip(),
        without_discussion_because=sought.without_discussion_because.strip(),
        discussion=read.discussion,
        picture=sealed,
        picture_hash=fingerprint,
        decided_at=read.at,
        decided_by_id=read.viewer.practitioner_id,
        replaces=_reopened_before(case.id),
    )


def _write_once(decision: Decision) -> None:
    try:
        with transaction.atomic():
            decision.save(force_insert=True)
    except IntegrityError as error:
        if "decision_one_standing_a_case" not in str(error):
            raise
        raise RecordHasMoved from None  # somebody decided it after this page was read


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
        words=chosen.words.strip(),
    )


def _leave_footprint(
    by: Viewer,
    decision: Decision,
    outcomes: Sequence[Outcome],
    read: CaseRead,
    second: SecondReading | None,
) -> None:
    record(
        by=by,
        action="decision.recorded",
        at=read.at,
        hub_id=decision.hub_id,
        subject_kind="decision",
        subject_id=decision.id,
        subject_label=read.case.reference,
        case_id=decision.case_id,
        persons=[each.person_id for each in outcomes],
        details={
            "outcomes": [each.outcome for each in outcomes],
            "policy": read.policy.version,
            "picture": decision.picture_hash,
            "second_reading": second is not None,
        },
    )
