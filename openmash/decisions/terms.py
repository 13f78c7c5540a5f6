"""Words of deciding together (A10, A11)."""

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


STATUTORY_DISCIPLINES = {"csc": "children's social care", "police": "police", "health": "health"}
EDUCATION = "education"
