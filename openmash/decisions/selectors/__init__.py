"""What was thought and decided, for those who may know."""

from openmash.decisions.selectors.drafting import (
    DraftLeft,
    case_to_decide,
    draft_of,
    draft_row,
)
from openmash.decisions.selectors.picturing import (
    DecisionSought,
    OutcomeChosen,
    may_decide_on,
    picture_of,
)
from openmash.decisions.selectors.reading import (
    CaseRead,
    PeopleRead,
    read_case,
    read_people,
)
from openmash.decisions.selectors.second_reading import (
    is_held,
    may_read_again,
    reading_of,
    readings_for,
    waits_for_second,
    why_second_reading,
)
from openmash.decisions.selectors.seeing import answered_since, sender_words, what_is_seen
from openmash.decisions.selectors.standing import (
    decision_about,
    decision_by_id,
    decision_of,
    decisions_of,
    discussions_of,
    outcomes_of,
    standing_decisions,
    strategy_discussion_of,
)
from openmash.decisions.selectors.story import whole_picture
from openmash.decisions.selectors.telling import (
    OutcomeTold,
    letter_to,
    letters,
    referrer_class,
    told_of,
    why_not_reached,
)
from openmash.decisions.selectors.viewing import has_given_view, views_in, views_on

__all__ = [
    "CaseRead",
    "DecisionSought",
    "DraftLeft",
    "OutcomeChosen",
    "OutcomeTold",
    "PeopleRead",
    "answered_since",
    "case_to_decide",
    "decision_about",
    "decision_by_id",
    "decision_of",
    "decisions_of",
    "discussions_of",
    "draft_of",
    "draft_row",
    "has_given_view",
    "is_held",
    "letter_to",
    "letters",
    "may_decide_on",
    "may_read_again",
    "outcomes_of",
    "picture_of",
    "read_case",
    "read_people",
    "reading_of",
    "readings_for",
    "referrer_class",
    "sender_words",
    "standing_decisions",
    "strategy_discussion_of",
    "told_of",
    "views_in",
    "views_on",
    "waits_for_second",
    "what_is_seen",
    "whole_picture",
    "why_not_reached",
    "why_second_reading",
]
