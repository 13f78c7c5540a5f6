"""What was thought and decided, for those who may know."""

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
from openmash.decisions.selectors.telling import (
    OutcomeTold,
    letters,
    referrer_class,
    told_of,
    why_not_reached,
)
from openmash.decisions.selectors.viewing import has_given_view, views_in, views_on

__all__ = [
    "CaseRead",
    "DecisionSought",
    "OutcomeChosen",
    "OutcomeTold",
    "PeopleRead",
    "answered_since",
    "decision_about",
    "decision_by_id",
    "decision_of",
    "decisions_of",
    "discussions_of",
    "has_given_view",
    "letters",
    "may_decide_on",
    "outcomes_of",
    "picture_of",
    "read_case",
    "read_people",
    "referrer_class",
    "sender_words",
    "standing_decisions",
    "strategy_discussion_of",
    "told_of",
    "views_in",
    "views_on",
    "what_is_seen",
    "why_not_reached",
]
