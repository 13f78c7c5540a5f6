"""Handing over, answering and closing, on paper."""

from openmash.pathways.rules.answering import (
    Words,
    class_of_referrer,
    fill,
    progress_of,
    why_not_possible,
)
from openmash.pathways.rules.handing import (
    ClosingPicture,
    obstacles_to_accepting,
    obstacles_to_closing,
    obstacles_to_handing_over,
    obstacles_to_returning,
)

__all__ = [
    "ClosingPicture",
    "Words",
    "class_of_referrer",
    "fill",
    "obstacles_to_accepting",
    "obstacles_to_closing",
    "obstacles_to_handing_over",
    "obstacles_to_returning",
    "progress_of",
    "why_not_possible",
]
