"""What the worry is: presenting reasons, and the adult lists of abuse and place (5.7, 5.10)."""

from enum import StrEnum

from openmash.core.words import Word


class PresentingReason(Word):
    """The pan-London thirteen (5.7a)."""

    ANTI_SOCIAL_BEHAVIOUR = "antisocial_behaviour", "Anti-social behaviour"
    ARREST = "arrest", "Arrest of young person"
    CHILD_MENTAL_HEALTH = "child_mental_health", "Child mental health"
    DOMESTIC_ABUSE = "domestic_abuse", "Domestic abuse"
    EMOTIONAL_ABUSE = "emotional_abuse", "Emotional abuse"
    HOMELESSNESS = "homelessness", "Homelessness"
    MISSING = "missing", "Missing: home or care"
    NEGLECT = "neglect", "Neglect"
    PARENTAL_MENTAL_HEALTH = "parental_mental_health", "Parental mental health"
    PARENTAL_SUBSTANCE_MISUSE = "parental_substance_misuse", "Parental substance misuse"
    PHYSICAL_ABUSE = "physical_abuse", "Physical abuse"
    SEXUAL_EXPLOITATION = "child_sexual_exploitation", "Risk of child sexual exploitation"
    SEXUAL_ABUSE = "sexual_abuse", "Sexual abuse"


class AbuseType(Word):
    """The eleven of the Safeguarding Adults Collection, table SG2a."""

    PHYSICAL = "physical", "Physical"
    SEXUAL = "sexual", "Sexual"
    PSYCHOLOGICAL = "psychological", "Psychological"
    FINANCIAL = "financial", "Financial or material"
    DISCRIMINATORY = "discriminatory", "Discriminatory"
    ORGANISATIONAL = "organisational", "Organisational"
    NEGLECT = "neglect", "Neglect and acts of omission"
    DOMESTIC = "domestic", "Domestic"
    SEXUAL_EXPLOITATION = "sexual_exploitation", "Sexual exploitation"
    MODERN_SLAVERY = "modern_slavery", "Modern slavery"
    SELF_NEGLECT = "self_neglect", "Self-neglect"


class AbuseLocation(Word):
    """Where the abuse happened, table SG2b."""

    OWN_HOME = "own_home", "Own home"
    COMMUNITY = "community", "In the community (excluding community services)"
    COMMUNITY_SERVICE = "community_service", "In a community service"
    NURSING_HOME = "nursing_home", "Care home - nursing"
    RESIDENTIAL_HOME = "residential_home", "Care home - residential"
    ACUTE_HOSPITAL = "acute_hospital", "Hospital - acute"
    MENTAL_HEALTH_HOSPITAL = "mental_health_hospital", "Hospital - mental health"
    COMMUNITY_HOSPITAL = "community_hospital", "Hospital - community"
    OTHER = "other", "Other"


class WishesAsked(StrEnum):
    """Whether the adult was asked what they want (Making Safeguarding Personal, A15)."""

    YES = "yes"
    NO = "no"
    NOT_STATED = "not_stated"
