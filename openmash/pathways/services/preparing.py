"""What referrers are owed is put on the list as soon as it is owed (A13.1)."""

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from openmash.cases.selectors import case_by_id
from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer
from openmash.decisions.rules import Letter
from openmash.decisions.selectors import (
    decision_by_id,
    is_held,
    letters,
    outcomes_of,
    read_people,
    told_of,
)
from openmash.governance.selectors import policy_numbered, with_days_announced
from openmash.governance.services import start_clock
from openmash.governance.terms import ClockKind, StartEvent
from openmash.pathways.models import Feedback
from openmash.pathways.services.footprints import of_feedback
from openmash.pathways.services.hub import move_on
from openmash.pathways.terms import FeedbackKind, FeedbackState

if TYPE_CHECKING:
    from openmash.decisions.models import Decision
    from openmash.governance.models import Clock


@transaction.atomic
def prepare_feedback(*, by: Viewer, decision_id: UUID, at: datetime) -> list[Feedback]:
    """Put an answer to each referrer on the list, or why there can be none; safe to run twice.

    The words are a draft from the hub's own template for that class of referrer; a person reads
    them before they are sent. While a decision waits for a second person, nobody is told (A10.3).
    """
    decision = decision_by_id(decision_id)
    if decision is None:
        raise NotHere
    case = case_by_id(by, decision.case_id)
    if decision.reopened_at is not None or is_held(decision):
        return []
    read = read_people(by, case, policy_numbered(decision.policy_id), at)
    written = letters(read, told_of(outcomes_of(decision.id)), decision.told_reason)
    made = [_prepare(by, decision, each, at) for each in written]
    move_on(decision.case, hub=decision.hub, by=by, at=at)
    return made


def _prepare(by: Viewer, decision: "Decision", letter: Letter, at: datetime) -> Feedback:
    feedback, is_new = Feedback.objects.select_related("contact").get_or_create(
        contact_id=letter.contact_id,
        decision=decision,
        kind=FeedbackKind.OUTCOME.value,
        defaults={
            "hub_id": decision.hub_id,
            "state": state_of(letter).value,
            "subject": letter.subject,
            "words": letter.body,
            "not_sent_because": letter.why_not,
            "made_at": at,
        },
    )
    if is_new:
        _start_clock(feedback, decision, at)
        of_feedback(by, feedback, "feedback.prepared", at)
    return feedback


def state_of(letter: Letter) -> FeedbackState:
    """Return where an answer begins: due, or not to be given."""
    if letter.is_sent:
        return FeedbackState.DUE
    return FeedbackState.NOT_POSSIBLE if letter.not_possible else FeedbackState.NOT_APPROPRIATE


def _start_clock(feedback: Feedback, decision: "Decision", at: datetime) -> None:
    """Time the answer from the decision, by the policy it was made under."""
    if feedback.state != FeedbackState.DUE:
        return
    clock: Clock | None = start_clock(
        policy=with_days_announced(policy_numbered(decision.policy_id), feedback.hub_id),
        hub_id=feedback.hub_id,
        kind=ClockKind.FEEDBACK,
        about_kind="feedback",
        about_id=feedback.id,
        case_id=decision.case_id,
        started_at=decision.decided_at,
        since={StartEvent.RECEIPT: feedback.contact.received_at},
    )
    feedback.due_at = clock.due_at if clock else None
    Feedback.objects.filter(id=feedback.id).update(due_at=feedback.due_at)
