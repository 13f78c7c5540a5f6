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


class NotPossibleReason(Word):
    """Why nobody can be told (A13.2)."""

    ANONYMOUS = "anonymous", "The referrer is anonymous"
    NO_SAFE_CHANNEL = "no_safe_channel", "There is no safe way to reach the referrer"
    AUTOMATED_SOURCE = "automated_source", "It came from a system, not from a person"


class Progress(Word):
    """How far a referral has come, in the words its referrer sees (A13.4)."""

    RECEIVED = "received", "Received"
    LOOKED_AT = "looked_at", "Being looked at"
    DECIDED = "decided", "Decision made"
    TOLD = "told", "Feedback sent"
