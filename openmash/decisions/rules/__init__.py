"""Deciding together, on paper."""

from openmash.decisions.rules.deciding import (
    Obstacle,
    OutcomeSought,
    Picture,
    left_untidy,
    obstacles,
)
from openmash.decisions.rules.deciding_for import (
    DecidedFor,
    ToldAbout,
    childs_track,
    decided_for,
    same_person,
)
from openmash.decisions.rules.discussing import (
    DiscussionPicture,
    missing_disciplines,
    obstacles_to_discussion,
)
from openmash.decisions.rules.seen import (
    AnswerSeen,
    ContactSeen,
    DiscussionSeen,
    ItemSeen,
    PersonSeen,
    Seen,
    ViewSeen,
    as_seen_by,
    not_in_the_picture,
)
from openmash.decisions.rules.telling import (
    DISAGREE,
    EXPECTED,
    NOT_FOR_THE_PUBLIC,
    Letter,
    Said,
    Words,
    class_of_referrer,
    decision_words,
    fill,
    reason_words,
    why_not_possible,
)
from openmash.decisions.rules.views import may_read_views, obstacles_to_view

__all__ = [
    "DISAGREE",
    "EXPECTED",
    "NOT_FOR_THE_PUBLIC",
    "AnswerSeen",
    "ContactSeen",
    "DecidedFor",
    "DiscussionPicture",
    "DiscussionSeen",
    "ItemSeen",
    "Letter",
    "Obstacle",
    "OutcomeSought",
    "PersonSeen",
    "Picture",
    "Said",
    "Seen",
    "ToldAbout",
    "ViewSeen",
    "Words",
    "as_seen_by",
    "childs_track",
    "class_of_referrer",
    "decided_for",
    "decision_words",
    "fill",
    "left_untidy",
    "may_read_views",
    "missing_disciplines",
    "not_in_the_picture",
    "obstacles",
    "obstacles_to_discussion",
    "obstacles_to_view",
    "reason_words",
    "same_person",
    "why_not_possible",
]
