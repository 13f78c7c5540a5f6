"""The verbs of asking and answering: who, what, when; each leaves its footprint (ADR 6)."""

from openmash.information_requests.services.answering import (
    CannotAnswer,
    correct_return,
    nil_return,
    respond,
)
from openmash.information_requests.services.asking import (
    CannotAsk,
    CannotWithdraw,
    ask_agencies,
    ask_now,
    withdraw_request,
)
from openmash.information_requests.services.chasing import (
    CannotChase,
    chase,
    chase_what_is_late,
)
from openmash.information_requests.services.coding import CannotRecode, lower_code, raise_code
from openmash.information_requests.services.speaking import record_spoken
from openmash.information_requests.services.timing import keep_due_times

__all__ = [
    "CannotAnswer",
    "CannotAsk",
    "CannotChase",
    "CannotRecode",
    "CannotWithdraw",
    "ask_agencies",
    "ask_now",
    "chase",
    "chase_what_is_late",
    "correct_return",
    "keep_due_times",
    "lower_code",
    "nil_return",
    "raise_code",
    "record_spoken",
    "respond",
    "withdraw_request",
]
