"""Reading what was handed over, what referrers are owed, and what keeps a case open."""

from openmash.pathways.selectors.closing import closing_picture, status_after, waiting_of
from openmash.pathways.selectors.feedback import (
    Answering,
    FeedbackDue,
    answering,
    due_of,
    due_on_case,
    feedback_due,
    feedback_visible_to,
    still_stands,
)
from openmash.pathways.selectors.handovers import (
    HandoverShown,
    PersonHanded,
    handover_for,
    handovers_of_case,
    handovers_to_answer,
    handovers_visible_to,
    summary_for_system,
    times_returned,
    tray,
)
from openmash.pathways.selectors.news import News, news_for
from openmash.pathways.selectors.onward import (
    Onward,
    OutcomeOver,
    decided_outcomes,
    onward,
    outcomes_over,
    taken_of,
)
from openmash.pathways.selectors.status import ReferralStatus, Step, referral_status

__all__ = [
    "Answering",
    "FeedbackDue",
    "HandoverShown",
    "News",
    "Onward",
    "OutcomeOver",
    "PersonHanded",
    "ReferralStatus",
    "Step",
    "answering",
    "closing_picture",
    "decided_outcomes",
    "due_of",
    "due_on_case",
    "feedback_due",
    "feedback_visible_to",
    "handover_for",
    "handovers_of_case",
    "handovers_to_answer",
    "handovers_visible_to",
    "news_for",
    "onward",
    "outcomes_over",
    "referral_status",
    "status_after",
    "still_stands",
    "summary_for_system",
    "taken_of",
    "times_returned",
    "tray",
    "waiting_of",
]
