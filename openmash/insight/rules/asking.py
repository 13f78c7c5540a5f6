"""Where an agency's answer has got to, in the marks of the board (A6.5, A8.4)."""

from datetime import datetime

from openmash.insight.terms import AnswerState


def answer_state(
    *,
    is_open: bool,
    due_at: datetime,
    sees_answer: bool,
    knows: bool,
    refused: bool,
    at: datetime,
) -> AnswerState:
    """Return one agency's mark.

    Whoever may not read the answer learns only that there is one: whether an agency holds
    something is itself information (A8.4).
    """
    if is_open:
        return AnswerState.LATE if due_at < at else AnswerState.WAITING
    if not sees_answer or knows:
        return AnswerState.ANSWERED
    return AnswerState.REFUSED if refused else AnswerState.NIL
