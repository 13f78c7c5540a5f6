"""Words of deciding together (A10, A11), and of what a referrer may hear of it (A13)."""

from openmash.core.words import Word


class ViewPosition(Word):
    """Where an agency stands on what should happen (A10.1)."""

    AGREE = "agree", "Agrees"
    AGREE_WITH_COMMENT = "agree_with_comment", "Agrees, with a comment"
    DISAGREE = "disagree", "Disagrees"
    NO_VIEW = "no_view", "Has no view"
    NOT_CONSULTED = "not_consulted", "Was not consulted"

    @property
    def needs_words(self) -> bool:
        return self in (ViewPosition.AGREE_WITH_COMMENT, ViewPosition.DISAGREE)


class Matter(Word):
    """What stands in the way of a decision; each is also a task where urgency left it behind."""

    AUTHORITY = "authority", "Who may decide"
    OUTCOME = "outcome", "Outcomes"
    RATIONALE = "rationale", "Rationale"
    STRATEGY = "strategy", "Strategy discussion"
    RETURNS = "returns", "Agencies' answers"
    AGREEMENT = "agreement", "Agreement and lawful basis"
    FAMILY = "family", "The family's agreement"
    ADULT_TEST = "adult_test", "The adult's three questions"
    MUST_SPEAK = "must_speak", "Somebody to speak to first"

    @property
    def task(self) -> str:
        """The kind of the task that an urgent decision leaves about this."""
        return f"decision_left_{self.value}"


class DiscussionKind(Word):
    """What kind of discussion was held."""

    STRATEGY = "strategy", "Strategy discussion"
    HUB = "hub", "Hub discussion"
    ADULT_PLANNING = "adult_planning", "Adult planning discussion"


class DiscussionMode(Word):
    """How people met; those who join from afar are full members (A7.11, A10.4)."""

    IN_PERSON = "in_person", "In person"
    VIDEO = "video", "By video"
    PHONE = "phone", "By telephone"
    MIXED = "mixed", "Some in the room, some not"


class Presence(Word):
    """Whether somebody took part (A11)."""

    ATTENDED = "attended", "Took part"
    APOLOGIES = "apologies", "Sent apologies"
    NOT_INVITED = "not_invited", "Not invited"


class Section47(Word):
    """Is there reasonable cause to suspect significant harm? (Children Act 1989, s47)."""

    MET = "met", "Met: make section 47 enquiries"
    NOT_MET = "not_met", "Not met"
    RECONVENE = "reconvene", "Not settled: meet again"


class EnquiryBy(Word):
    """Who makes section 47 enquiries (5.9)."""

    JOINT = "joint", "Children's social care and police together"
    SOCIAL_CARE = "social_care", "Children's social care alone"
    POLICE = "police", "Police alone"


class ReadingState(Word):
    """Where a second person's reading of a decision stands (A10.3)."""

    WAITING = "waiting", "Waits for a second person"
    AGREED = "agreed", "A second person agreed"
    SENT_BACK = "sent_back", "Sent back by a second person"
    SET_ASIDE = "set_aside", "Taken up again before a second person read it"


class NotPossibleReason(Word):
    """Why nobody can be told (A13.2)."""

    ANONYMOUS = "anonymous", "The referrer is anonymous"
    NO_SAFE_CHANNEL = "no_safe_channel", "There is no safe way to reach the referrer"
    AUTOMATED_SOURCE = "automated_source", "It came from a system, not from a person"


STATUTORY_DISCIPLINES = {"csc": "children's social care", "police": "police", "health": "health"}
ALSO_EXPECTED = {"education": "education"}
STRATEGY_TASK = "strategy_discussion"
SENT_BACK_TASK = "decision_sent_back"
