"""Answers on a form and at screening: who somebody is, the adult's tests, known before (A2, A5)."""

from openmash.core.words import Word
from openmash.intake.terms.contacts import Part


class FormKind(Word):
    """Which form a draft is of."""

    REFERRAL = "referral", "Professional referral"
    PHONE = "phone", "Contact taken by the hub"
    PUBLIC = "public", "Concern from a member of the public"


class WhoTold(Word):
    """Who somebody on a form is: the part they play and how they are related, in one answer."""

    CHILD = "child", "Child this is about"
    UNBORN = "unborn", "Baby not yet born, this is about"
    ADULT = "adult", "Adult this is about"
    MOTHER = "mother", "Mother"
    FATHER = "father", "Father"
    STEP_PARENT = "step_parent", "Step-parent"
    CARER = "carer", "Another carer"
    SIBLING = "sibling", "Brother or sister, not of concern"
    GRANDPARENT = "grandparent", "Grandparent"
    PARTNER = "partner", "Partner"
    FORMER_PARTNER = "former_partner", "Former partner"
    HOUSEHOLD = "household", "Somebody else who lives there"
    ALLEGED_HARM = "alleged_harm", "Said to have caused harm"
    PROFESSIONAL = "professional", "Professional working with them"
    OTHER = "other", "Somebody else"

    @property
    def part(self) -> Part:
        """Return the part this answer says they play."""
        return _PARTS[self]

    @property
    def relationship(self) -> str:
        """Return the word for the relationship, as it is kept; empty where the answer has none."""
        return _RELATIONSHIPS.get(self, "")


_PARTS = {
    WhoTold.CHILD: Part.CHILD_OF_CONCERN,
    WhoTold.UNBORN: Part.CHILD_OF_CONCERN,
    WhoTold.ADULT: Part.ADULT_OF_CONCERN,
    WhoTold.MOTHER: Part.PARENT_CARER,
    WhoTold.FATHER: Part.PARENT_CARER,
    WhoTold.STEP_PARENT: Part.PARENT_CARER,
    WhoTold.CARER: Part.PARENT_CARER,
    WhoTold.SIBLING: Part.SIBLING,
    WhoTold.GRANDPARENT: Part.HOUSEHOLD,
    WhoTold.PARTNER: Part.HOUSEHOLD,
    WhoTold.FORMER_PARTNER: Part.OTHER,
    WhoTold.HOUSEHOLD: Part.HOUSEHOLD,
    WhoTold.ALLEGED_HARM: Part.ALLEGED_HARM,
    WhoTold.PROFESSIONAL: Part.PROFESSIONAL,
    WhoTold.OTHER: Part.OTHER,
}
_RELATIONSHIPS = {
    WhoTold.MOTHER: "mother",
    WhoTold.FATHER: "father",
    WhoTold.STEP_PARENT: "step-parent",
    WhoTold.CARER: "carer",
    WhoTold.SIBLING: "sibling",
    WhoTold.GRANDPARENT: "grandparent",
    WhoTold.PARTNER: "partner",
    WhoTold.FORMER_PARTNER: "former partner",
}


class AdultAnswer(Word):
    """An answer to one of the adult's three questions; not yet known is an answer (A5.9)."""

    YES = "yes", "Yes"
    NO = "no", "No"
    NOT_KNOWN = "not_known", "Not yet known"


class AdultLaw(Word):
    """The law an adult's three questions are asked under (A5.9)."""

    S42 = "s42", "Care Act 2014, section 42"
    S126 = "s126", "Social Services and Well-being (Wales) Act 2014, section 126"


class KnownBefore(Word):
    """Whether the hub knew somebody before this contact, as the screener found it."""

    YES = "yes", "Known before"
    NO = "no", "Not known before"
    NOT_SURE = "not_sure", "Not sure yet"
