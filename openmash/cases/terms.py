"""The working file's words: statuses and moves, conversations, who holds a case (2.3)."""

from openmash.core.words import Word


class CaseStatus(Word):
    """Where a case stands; contact states end at triage and the case carries the rest (2.3)."""

    CHECKS = "checks", "Checks with partners"
    ANALYSIS = "analysis", "Analysis"
    DISCUSSION = "discussion", "Discussion"
    DECISION_PENDING = "decision_pending", "Decision pending"
    DECIDED = "decided", "Decided"
    ONWARD = "onward", "Onward, waiting for acceptance"
    FEEDBACK_DUE = "feedback_due", "Feedback due"
    CLOSED = "closed", "Closed"

    @property
    def is_before_decision(self) -> bool:
        return self in BEFORE_DECISION


BEFORE_DECISION = frozenset(
    {
        CaseStatus.CHECKS,
        CaseStatus.ANALYSIS,
        CaseStatus.DISCUSSION,
        CaseStatus.DECISION_PENDING,
    }
)
_TO_DECIDE = BEFORE_DECISION | {CaseStatus.DECIDED}
_REOPENED = frozenset({CaseStatus.DECISION_PENDING})

# Nothing before the decision makes another thing wait: urgent harm is decided from anywhere.
# A decision is re-opened by a returned hand-over (A12.3) or by what comes in late (A6.4).
ALLOWED_MOVES: dict[CaseStatus, frozenset[CaseStatus]] = {
    **{each: _TO_DECIDE - {each} for each in BEFORE_DECISION},
    CaseStatus.DECIDED: _REOPENED | {CaseStatus.ONWARD, CaseStatus.FEEDBACK_DUE, CaseStatus.CLOSED},
    CaseStatus.ONWARD: _REOPENED | {CaseStatus.FEEDBACK_DUE, CaseStatus.CLOSED},
    CaseStatus.FEEDBACK_DUE: _REOPENED | {CaseStatus.ONWARD, CaseStatus.CLOSED},
    CaseStatus.CLOSED: _REOPENED,
}


class AllocationKind(Word):
    """How somebody has a case: as its holder, or in the holder's place for a while."""

    HOLDER = "holder", "Has the case"
    COVER = "cover", "Covers for the holder"


class ConversationKind(Word):
    """What an entry of the running record is (A5.14)."""

    CONVERSATION = "conversation", "Conversation"
    ATTEMPT = "attempt", "Tried, not reached"
    NOTE = "note", "Note"
    DIRECTION = "direction", "Manager's direction"

    @property
    def is_with_somebody(self) -> bool:
        return self in (ConversationKind.CONVERSATION, ConversationKind.ATTEMPT)


class How(Word):
    """How people spoke, or tried to."""

    PHONE = "phone", "Telephone"
    FACE_TO_FACE = "face_to_face", "Face to face"
    VIDEO = "video", "Video call"
    EMAIL = "email", "Email"
    LETTER = "letter", "Letter"
