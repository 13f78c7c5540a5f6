"""Who tells the hub: the census's 22 codes for children, and the adult list (5.1, 5.11)."""

from openmash.core.words import Word


class SourceCode(Word):
    """Referral and contact source as the children in need census has it (5.1)."""

    FAMILY = "1A", "Individual - family member, relative or carer"
    ACQUAINTANCE = "1B", "Individual - acquaintance (incl. neighbours and child minders)"
    SELF = "1C", "Individual - self"
    OTHER_INDIVIDUAL = "1D", "Individual - other (incl. strangers or MPs)"
    SCHOOL = "2A", "Schools"
    EDUCATION = "2B", "Education services"
    GP = "3A", "Health - GP"
    HEALTH_VISITOR = "3B", "Health - health visitor"
    SCHOOL_NURSE = "3C", "Health - school nurse"
    PRIMARY_HEALTH = "3D", "Health - other primary health services"
    EMERGENCY_DEPARTMENT = "3E", "Health - A&E"
    OTHER_HEALTH = "3F", "Health - other (e.g. hospice)"
    HOUSING = "4", "Housing - LA housing or housing association"
    SOCIAL_CARE = "5A", "LA services - social care, e.g. adult social care"
    OTHER_LA_SERVICE = "5B", "LA services - other internal, not social care or early help"
    OTHER_LA = "5C", "LA services - external, from another LA (social care or early help)"
    EARLY_HELP = "5D", "LA services - early help"
    POLICE = "6", "Police"
    OTHER_LEGAL = "7", "Other legal agency - courts, probation, immigration, Cafcass, prison"
    OTHER = "8", "Other - children's centres, independent providers, voluntary organisations"
    ANONYMOUS = "9", "Anonymous"
    UNKNOWN = "10", "Unknown"

    @property
    def is_professional(self) -> bool:
        """Individuals and the anonymous are protected as non-professional referrers (A2)."""
        return self not in _NOT_PROFESSIONAL


_NOT_PROFESSIONAL = frozenset(
    {
        SourceCode.FAMILY,
        SourceCode.ACQUAINTANCE,
        SourceCode.SELF,
        SourceCode.OTHER_INDIVIDUAL,
        SourceCode.ANONYMOUS,
        SourceCode.UNKNOWN,
    }
)


class AdultSource(Word):
    """Who raised a concern about an adult; the census has no code for it (5.11)."""

    SELF = "self", "The adult themself"
    FAMILY = "family", "Family, friend or carer"
    NEIGHBOUR = "neighbour", "Neighbour or member of the public"
    ANONYMOUS = "anonymous", "Anonymous"
    POLICE = "police", "Police (PPN)"
    FIRE = "fire", "Fire service"
    AMBULANCE = "ambulance", "Ambulance service"
    GP = "gp", "GP"
    HOSPITAL = "hospital", "Hospital"
    MENTAL_HEALTH = "mental_health", "Mental health trust"
    COMMUNITY_HEALTH = "community_health", "Community health"
    CARE_HOME = "care_home", "Care or nursing home"
    DOMICILIARY = "domiciliary", "Domiciliary care"
    SUPPORTED_LIVING = "supported_living", "Supported living"
    DAY_SERVICE = "day_service", "Day service"
    HOUSING = "housing", "Housing or landlord"
    LA_INTERNAL = "la_internal", "Local authority, internal"
    OTHER_LA = "other_la", "Another local authority"
    CQC = "cqc", "Care Quality Commission"
    DWP = "dwp", "Department for Work and Pensions"
    BANK = "bank", "Bank or utility"
    VOLUNTARY = "voluntary", "Voluntary or community organisation"
    EDUCATION = "education", "Education"
    PROBATION = "probation", "Probation"
    PRISON = "prison", "Prison"
    CORONER = "coroner", "Coroner"
    ATTORNEY = "attorney", "Attorney, deputy or Office of the Public Guardian"
    OTHER = "other", "Other"
