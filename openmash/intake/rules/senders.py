"""Which census source a sender's agency is, and how sure that is (5.1, 5.11)."""

from openmash.governance.terms import AgencyKind
from openmash.intake.terms import AdultSource, SourceCode

_SOURCES: dict[AgencyKind, SourceCode] = {
    AgencyKind.CSC: SourceCode.SOCIAL_CARE,
    AgencyKind.ASC: SourceCode.SOCIAL_CARE,
    AgencyKind.POLICE: SourceCode.POLICE,
    AgencyKind.HEALTH: SourceCode.OTHER_HEALTH,
    AgencyKind.EDUCATION: SourceCode.EDUCATION,
    AgencyKind.SCHOOL: SourceCode.SCHOOL,
    AgencyKind.EARLY_HELP: SourceCode.EARLY_HELP,
    AgencyKind.PROBATION: SourceCode.OTHER_LEGAL,
    AgencyKind.PRISON: SourceCode.OTHER_LEGAL,
    AgencyKind.CAFCASS: SourceCode.OTHER_LEGAL,
    AgencyKind.IMMIGRATION: SourceCode.OTHER_LEGAL,
    AgencyKind.HOUSING: SourceCode.HOUSING,
    AgencyKind.YJS: SourceCode.OTHER_LA_SERVICE,
    AgencyKind.LADO: SourceCode.OTHER_LA_SERVICE,
    AgencyKind.COMMUNITY_SAFETY: SourceCode.OTHER_LA_SERVICE,
    AgencyKind.LICENSING: SourceCode.OTHER_LA_SERVICE,
    AgencyKind.OUT_OF_HOURS: SourceCode.SOCIAL_CARE,
    AgencyKind.CAMHS: SourceCode.OTHER_HEALTH,
    AgencyKind.ADULT_MENTAL_HEALTH: SourceCode.OTHER_HEALTH,
    AgencyKind.AMBULANCE: SourceCode.OTHER_HEALTH,
    AgencyKind.GP: SourceCode.GP,
    AgencyKind.GP_OUT_OF_HOURS: SourceCode.GP,
    AgencyKind.OTHER_AUTHORITY: SourceCode.OTHER_LA,
    AgencyKind.OTHER_HUB: SourceCode.OTHER_LA,
}
_ADULT_SOURCES: dict[AgencyKind, AdultSource] = {
    AgencyKind.POLICE: AdultSource.POLICE,
    AgencyKind.FIRE: AdultSource.FIRE,
    AgencyKind.AMBULANCE: AdultSource.AMBULANCE,
    AgencyKind.GP: AdultSource.GP,
    AgencyKind.GP_OUT_OF_HOURS: AdultSource.GP,
    AgencyKind.ADULT_MENTAL_HEALTH: AdultSource.MENTAL_HEALTH,
    AgencyKind.HOUSING: AdultSource.HOUSING,
    AgencyKind.VCSE: AdultSource.VOLUNTARY,
    AgencyKind.EDUCATION: AdultSource.EDUCATION,
    AgencyKind.SCHOOL: AdultSource.EDUCATION,
    AgencyKind.PROBATION: AdultSource.PROBATION,
    AgencyKind.PRISON: AdultSource.PRISON,
    AgencyKind.ASC: AdultSource.LA_INTERNAL,
    AgencyKind.CSC: AdultSource.LA_INTERNAL,
    AgencyKind.OTHER_AUTHORITY: AdultSource.OTHER_LA,
    AgencyKind.BENEFITS: AdultSource.DWP,
}


def source_of_agency(kind: str) -> SourceCode:
    """Return the census code a professional of this kind of agency is counted under."""
    known = {each.value: each for each in AgencyKind}
    return _SOURCES.get(known[kind], SourceCode.OTHER) if kind in known else SourceCode.OTHER


def adult_source_of_agency(kind: str) -> AdultSource | None:
    """Return the adult list's word for an agency, or None where a person has to say."""
    known = {each.value: each for each in AgencyKind}
    return _ADULT_SOURCES.get(known[kind]) if kind in known else None
