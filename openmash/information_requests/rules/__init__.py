"""Asking and answering, worked out on paper: no framework, no clock, no database (ADR 4)."""

from openmash.information_requests.rules.answering import (
    AnswerGiven,
    AnsweringPicture,
    ItemGiven,
    code_of_answer,
    obstacles_to_answering,
    obstacles_to_correcting,
    obstacles_to_item,
    obstacles_to_lowering,
    obstacles_to_raising,
)
from openmash.information_requests.rules.asking import (
    Asking,
    AskingPicture,
    obstacles_to_asking,
    still_to_ask,
)
from openmash.information_requests.rules.timing import agency_calendar, reply_due, rungs_due

__all__ = [
    "AnswerGiven",
    "AnsweringPicture",
    "Asking",
    "AskingPicture",
    "ItemGiven",
    "agency_calendar",
    "code_of_answer",
    "obstacles_to_answering",
    "obstacles_to_asking",
    "obstacles_to_correcting",
    "obstacles_to_item",
    "obstacles_to_lowering",
    "obstacles_to_raising",
    "reply_due",
    "rungs_due",
    "still_to_ask",
]
