"""Deciding together, on paper."""

from openmash.decisions.rules.deciding import OutcomeSought, Picture, left_untidy, obstacles
from openmash.decisions.rules.discussing import (
    DiscussionPicture,
    missing_disciplines,
    obstacles_to_discussion,
)
from openmash.decisions.rules.views import may_read_views, obstacles_to_view

__all__ = [
    "DiscussionPicture",
    "OutcomeSought",
    "Picture",
    "left_untidy",
    "may_read_views",
    "missing_disciplines",
    "obstacles",
    "obstacles_to_discussion",
    "obstacles_to_view",
]
