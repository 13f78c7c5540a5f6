"""Handing over, answering and closing, on paper."""

from openmash.pathways.rules.answering import (
    obstacles_to_sending,
    progress_of,
    was_told_at_once,
)
from openmash.pathways.rules.closing import ClosingPicture, obstacles_to_closing
from openmash.pathways.rules.ending import ENDINGS, Ending, ending_of
from openmash.pathways.rules.handing import (
    Decided,
    Taken,
    next_status,
    obstacles_to_accepting,
    obstacles_to_handing_over,
    obstacles_to_returning,
    obstacles_to_waiving,
    still_to_hand_over,
)
from openmash.pathways.rules.summarising import (
    HandedOver,
    ItemOver,
    PersonOver,
    first_draft,
    summary_text,
)

__all__ = [
    "ENDINGS",
    "ClosingPicture",
    "Decided",
    "Ending",
    "HandedOver",
    "ItemOver",
    "PersonOver",
    "Taken",
    "ending_of",
    "first_draft",
    "next_status",
    "obstacles_to_accepting",
    "obstacles_to_closing",
    "obstacles_to_handing_over",
    "obstacles_to_returning",
    "obstacles_to_sending",
    "obstacles_to_waiving",
    "progress_of",
    "still_to_hand_over",
    "summary_text",
    "was_told_at_once",
]
