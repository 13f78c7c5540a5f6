"""What was on its way when a decision was taken up again: nobody is told, nobody need accept."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from openmash.core.viewers import Viewer
from openmash.governance.services import cancel_clock
from openmash.governance.terms import ClockKind
from openmash.pathways.models import Feedback, Handover
from openmash.pathways.services.footprints import of_feedback, of_handover
from openmash.pathways.terms import REOPENED, FeedbackState, HandoverState


@transaction.atomic
def set_aside(*, by: Viewer, decision_id: UUID, at: datetime) -> int:
    """Drop what was due of a decision that no longer stands; safe to run twice.

    Returns how many answers and hand-overs were on their way.
    """
    return _drop_feedback(by, decision_id, at) + _stop_waiting(by, decision_id, at)


def _drop_feedback(by: Viewer, decision_id: UUID, at: datetime) -> int:
    due = list(
        Feedback.objects.filter(
            decision_id=decision_id,
            decision__reopened_at__isnull=False,
            state=FeedbackState.DUE.value,
        ).select_related("contact", "decision")
    )
    for feedback in due:
        feedback.state = FeedbackState.NOT_APPROPRIATE.value
        feedback.not_sent_because = REOPENED
        feedback.save(update_fields=["state", "not_sent_because"])
        cancel_clock(about_id=feedback.id, kind=ClockKind.FEEDBACK, at=at)
        of_feedback(by, feedback, "feedback.set_aside", at)
    return len(due)


def _stop_waiting(by: Viewer, decision_id: UUID, at: datetime) -> int:
    """Stop the clocks of hand-overs nobody had answered: no team is late for what is not so."""
    waiting = Handover.objects.filter(
        decision_id=decision_id,
        decision__reopened_at__isnull=False,
        state=HandoverState.SENT.value,
    )
    stopped = [
        each
        for each in waiting
        if cancel_clock(about_id=each.id, kind=ClockKind.HANDOVER_ACCEPTANCE, at=at)
    ]
    for each in stopped:
        of_handover(by, each, "handover.set_aside", at)
    return len(stopped)
