"""Words of handing over and answering back (A12, A13)."""

from openmash.core.words import Word


class HandoverState(Word):
    """Where a hand-over stands (A12.2)."""

    SENT = "sent", "Sent, not yet accepted"
    ACCEPTED = "accepted", "Accepted"
    RETURNED = "returned", "Returned"
    WAIVED = "waived", "Acceptance waived"

    @property
    def is_settled(self) -> bool:
        return self is not HandoverState.SENT


class TrayShows(Word):
    """Which hand-overs a tray lists."""

    WAITING = "waiting", "Waiting for an answer"
    ANSWERED = "answered", "Answered"
    ALL = "all", "All"


class FeedbackKind(Word):
    """What a referrer is told about."""

    ACKNOWLEDGEMENT = "acknowledgement", "Acknowledgement"
    OUTCOME = "outcome", "Outcome"


class FeedbackState(Word):
    """Where an answer to a referrer stands (A13.2)."""

    DUE = "due", "Due"
    SENT = "sent", "Sent"
    READ = "read", "Read"
    NOT_POSSIBLE = "not_possible", "Not possible"
    NOT_APPROPRIATE = "not_appropriate", "Not appropriate"

    @property
    def is_final(self) -> bool:
        return self is not FeedbackState.DUE


class Progress(Word):
    """How far a referral has come, in the words its referrer sees (A13.4)."""

    RECEIVED = "received", "Received"
    LOOKED_AT = "looked_at", "Being looked at"
    DECIDED = "decided", "Decision made"
    TOLD = "told", "Feedback sent"


RETURNED_TASK = "handover_returned"
REOPENED = "The hub took the decision up again before this was sent."
