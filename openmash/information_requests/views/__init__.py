"""Pages of asking and answering: each opens, asks, tries, and shows (idiom 7)."""

from openmash.information_requests.views.answering import answer, correct
from openmash.information_requests.views.asking import ask, ask_at_once
from openmash.information_requests.views.desk import desk, nil
from openmash.information_requests.views.minding import recode, spoken
from openmash.information_requests.views.reading import chase, request_page, withdraw

__all__ = [
    "answer",
    "ask",
    "ask_at_once",
    "chase",
    "correct",
    "desk",
    "nil",
    "recode",
    "request_page",
    "spoken",
    "withdraw",
]
