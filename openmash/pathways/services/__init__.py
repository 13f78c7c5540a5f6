"""The verbs of this room: hand over, accept, return; acknowledge, answer, close."""

from openmash.pathways.selectors import summary_for_system
from openmash.pathways.services.acknowledging import acknowledge
from openmash.pathways.services.answering import (
    CannotAnswerReferrer,
    feedback_not_possible,
    mark_read,
    send_feedback,
)
from openmash.pathways.services.closing import CannotFinish, finish_case
from openmash.pathways.services.ending import prepare_answer
from openmash.pathways.services.handing import CannotHandOver, do_without_handover, hand_over
from openmash.pathways.services.preparing import prepare_feedback
from openmash.pathways.services.receiving import (
    CannotAnswerHandover,
    accept_handover,
    return_handover,
    waive_handover,
)
from openmash.pathways.services.reopening import set_aside
from openmash.pathways.services.timing import keep_due_times

__all__ = [
    "CannotAnswerHandover",
    "CannotAnswerReferrer",
    "CannotFinish",
    "CannotHandOver",
    "accept_handover",
    "acknowledge",
    "do_without_handover",
    "feedback_not_possible",
    "finish_case",
    "hand_over",
    "keep_due_times",
    "mark_read",
    "prepare_answer",
    "prepare_feedback",
    "return_handover",
    "send_feedback",
    "set_aside",
    "summary_for_system",
    "waive_handover",
]
