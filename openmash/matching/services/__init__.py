"""Proposing who somebody might be, and judging it; joined records can always be parted again."""

from openmash.matching.services.judging import CannotJudge, confirm_same, keep_apart
from openmash.matching.services.suggesting import suggest_for, suggest_for_each

__all__ = ["CannotJudge", "confirm_same", "keep_apart", "suggest_for", "suggest_for_each"]
