"""What a hub is made of: its tracks, its agencies, its ratings (2.1, 5.14, 5.15)."""

from enum import StrEnum
from typing import Self

from openmash.core.words import Word


class Track(StrEnum):
    """The law a contact, or part of one, is worked under; a contact can carry several (2.1)."""

    label: str
    law: str
    decided_by: str

    def __new__(cls, code: str, label: str = "", law: str = "", decided_by: str = "") -> Self:
        track = str.__new__(cls, code)
        track._value_ = code
        track.label, track.law, track.decided_by = label, law, decided_by
        return track

    CHILD_EN = (
        "CHILD_EN",
        "Child, England",
        "Children Act 1989, sections 17 and 47; Children Act 2004, sections 11 and 16E to 16LC",
        "the local authority's social worker or social work manager",
    )
    ADULT_EN = (
        "ADULT_EN",
        "Adult, England",
        "Care Act 2014, section 42",
        "the local authority's adult safeguarding service",
    )
    CHILD_WAL = (
        "CHILD_WAL",
        "Child, Wales",
        "Social Services and Well-being (Wales) Act 2014, s. 130; Children Act 1989, s. 47",
        "the local authority's social services",
    )
    ADULT_WAL = (
        "ADULT_WAL",
        "Adult, Wales",
        "Social Services and Well-being (Wales) Act 2014, sections 126 to 128",
        "the local authority's social services",
    )
    DA = (
        "DA",
        "Domestic abuse",
        "Domestic Abuse Act 2021; the local MARAC protocol",
        "the domestic abuse adviser or MARAC coordinator, by local protocol",
    )
    INFO_REQ = (
        "INFO_REQ",
        "Information request",
        "Children Act 1989, section 47(9) to (11); Data Protection Act 2018",
        "a hub officer",
    )

    @property
    def is_child(self) -> bool:
        return self in (Track.CHILD_EN, Track.CHILD_WAL)

    @property
    def is_adult(self) -> bool:
        return self in (Track.ADULT_EN, Track.ADULT_WAL)


class AgencyKind(StrEnum):
    """A kind of agency, with the one or two letters it has on the board (5.15, A6.5).

    `is_public` is False where the agency may rely on article 6(1)(ea) and a public authority may
    not; what a particular agency is remains for its own adviser to say (3.2).
    """

    label: str
    letters: str
    is_public: bool

    def __new__(cls, code: str, label: str = "", letters: str = "", is_public: bool = True) -> Self:
        kind = str.__new__(cls, code)
        kind._value_ = code
        kind.label, kind.letters, kind.is_public = label, letters, is_public
        return kind

    CSC = "csc", "Children's social care", "S"
    ASC = "asc", "Adult social care", "A"
    POLICE = "police", "Police", "P"
    HEALTH = "health", "Health", "H"
    EDUCATION = "education", "Education", "E"
    EARLY_HELP = "early_help", "Early help and family help", "EH"
    PROBATION = "probation", "Probation", "PR"
    YJS = "yjs", "Youth justice service", "Y"
    HOUSING = "housing", "Housing", "HO"
    SUBSTANCE_MISUSE = "substance_misuse", "Substance misuse service", "SM", False
    DA_SERVICE = "da_service", "Domestic abuse service", "DA", False
    ISVA = "isva", "Independent sexual violence adviser", "IS", False
    LADO = "lado", "Local authority designated officer", "L"
    FIRE = "fire", "Fire and rescue", "F"
    AMBULANCE = "ambulance", "Ambulance service", "AM"
    CAFCASS = "cafcass", "Cafcass", "CF"
    CAMHS = "camhs", "Child and adolescent mental health", "CM"
    ADULT_MENTAL_HEALTH = "adult_mental_health", "Adult mental health", "MH"
    COMMUNITY_SAFETY = "community_safety", "Community safety", "CS"
    VCSE = "vcse", "Voluntary or community organisation", "V", False
    PRISON = "prison", "Prison", "PN"
    IMMIGRATION = "immigration", "Immigration enforcement", "IM"
    BENEFITS = "benefits", "Work and pensions", "WP"
    LICENSING = "licensing", "Licensing", "LI"
    OTHER_HUB = "other_hub", "Another safeguarding hub", "OH"
    OTHER_AUTHORITY = "other_authority", "Another local authority", "OA"
    OUT_OF_HOURS = "out_of_hours", "Out-of-hours duty team", "OT"
    GP = "gp", "General practice", "GP"
    GP_OUT_OF_HOURS = "gp_out_of_hours", "Out-of-hours general practice", "GO"
    SCHOOL = "school", "School or college", "SC"
    CARE_PROVIDER = "care_provider", "Care provider", "CP", False


class Membership(Word):
    """A virtual member is a full member: everything works away from the hub (A7.11)."""

    CORE = "core", "In the hub"
    VIRTUAL = "virtual", "Virtual member"


class Visibility(Word):
    """Who in the hub sees what the other agencies supply (A8)."""

    CLOSED = "closed", "Closed: an agency sees what it supplied and what it is shown"
    OPEN = "open", "Open: everyone in the hub sees what the hub's agencies supply"


class Colour(Word):
    """The colour of a rating; always shown with its shape and its word (A5.1)."""

    RED = "red", "Red"
    AMBER = "amber", "Amber"
    GREEN = "green", "Green"
    BLUE = "blue", "Blue"


class Shape(Word):
    """What tells one rating from another without colour (A5.1)."""

    TRIANGLE = "triangle", "Triangle"
    DIAMOND = "diamond", "Diamond"
    CIRCLE = "circle", "Circle"
    SQUARE = "square", "Square"


class ReferrerClass(Word):
    """Who is told, which settles how much they may be told (A13.1)."""

    PROFESSIONAL = "professional", "Professional referrer"
    PARTNER = "partner", "Partner agency in the hub"
    PUBLIC = "public", "Member of the public"


class Occasion(Word):
    """What a message to a referrer is for (A13.1)."""

    ACKNOWLEDGEMENT = "acknowledgement", "We have it"
    OUTCOME = "outcome", "What was decided"


class Edition(Word):
    """A preset as its source described it, or the same model under today's law."""

    TODAY = "today", "Today's law"
    AS_DESCRIBED = "as_described", "As described, not current law"


class Rung(Word):
    """Whom the ladder tells as a clock's time goes (A6.3)."""

    OWNER = "owner", "Whoever has the work"
    AGENCY_LEAD = "agency_lead", "The agency's lead"
    HUB_MANAGER = "hub_manager", "The hub manager"
