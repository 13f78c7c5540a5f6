"""Words for the numbers people are known by (5.13)."""

from enum import StrEnum


class IdentifierScheme(StrEnum):
    """Who numbers people, and how (5.13)."""

    NHS_NUMBER = "nhs_number"
    CHI_NUMBER = "chi_number"
    UPN = "upn"
    ULN = "uln"
    LA_ID = "la_id"
    LA_ADULT_ID = "la_adult_id"
    NI_NUMBER = "ni_number"
    HOME_OFFICE_REF = "home_office_ref"
    PNC_ID = "pnc_id"
    POLICE_PERSON_REF = "police_person_ref"
    POLICE_REF = "police_ref"
    YOT_NUMBER = "yot_number"
    PROBATION_CRN = "probation_crn"
    CP_IS_ID = "cp_is_id"
    RAA_ID = "raa_id"
    COURT_CASE = "court_case"
    INCIDENT_ID = "incident_id"
    CASE_NUMBER = "case_number"
    OTHER = "other"

    @property
    def label(self) -> str:
        return _SCHEME_LABELS[self]

    @property
    def numbers_people(self) -> bool:
        """Say whether the number is a person's own: an incident's is shared by all in it."""
        return self not in _NUMBERS_OF_EVENTS

    @property
    def one_per_person(self) -> bool:
        """Say whether two different numbers speak for two different people."""
        return self in _ONE_PER_PERSON


_SCHEME_LABELS: dict[IdentifierScheme, str] = {
    IdentifierScheme.NHS_NUMBER: "NHS number",
    IdentifierScheme.CHI_NUMBER: "CHI number (Scotland)",
    IdentifierScheme.UPN: "Unique pupil number (UPN)",
    IdentifierScheme.ULN: "Unique learner number (ULN)",
    IdentifierScheme.LA_ID: "Council's number for the child",
    IdentifierScheme.LA_ADULT_ID: "Council's number for the adult",
    IdentifierScheme.NI_NUMBER: "National Insurance number",
    IdentifierScheme.HOME_OFFICE_REF: "Home Office reference",
    IdentifierScheme.PNC_ID: "Police National Computer (PNC) ID",
    IdentifierScheme.POLICE_PERSON_REF: "Police force's number for the person",
    IdentifierScheme.POLICE_REF: "Police reference (URN)",
    IdentifierScheme.YOT_NUMBER: "Youth justice number",
    IdentifierScheme.PROBATION_CRN: "Probation case reference (CRN)",
    IdentifierScheme.CP_IS_ID: "Child Protection Information Sharing (CP-IS) ID",
    IdentifierScheme.RAA_ID: "Regional adoption agency ID",
    IdentifierScheme.COURT_CASE: "Court case number",
    IdentifierScheme.INCIDENT_ID: "Incident number",
    IdentifierScheme.CASE_NUMBER: "Case number",
    IdentifierScheme.OTHER: "Another number",
}

_NUMBERS_OF_EVENTS = frozenset(
    {
        IdentifierScheme.POLICE_REF,
        IdentifierScheme.COURT_CASE,
        IdentifierScheme.INCIDENT_ID,
        IdentifierScheme.CASE_NUMBER,
        IdentifierScheme.OTHER,
    }
)

_ONE_PER_PERSON = frozenset(
    {
        IdentifierScheme.NHS_NUMBER,
        IdentifierScheme.CHI_NUMBER,
        IdentifierScheme.ULN,
        IdentifierScheme.NI_NUMBER,
        IdentifierScheme.PNC_ID,
    }
)


class IdentifierAbsence(StrEnum):
    """Why a consistent identifier was not included (section 16LC, Children Act 2004)."""

    UNKNOWN_WOULD_DELAY = "unknown_would_delay"
    DETRIMENTAL = "detrimental"
    NOT_LIKELY_TO_FACILITATE = "not_likely_to_facilitate"

    @property
    def label(self) -> str:
        return _ABSENCE_LABELS[self]


_ABSENCE_LABELS: dict[IdentifierAbsence, str] = {
    IdentifierAbsence.UNKNOWN_WOULD_DELAY: (
        "Not known, and finding it would cause unreasonable delay"
    ),
    IdentifierAbsence.DETRIMENTAL: "Including it would be more detrimental to the child",
    IdentifierAbsence.NOT_LIKELY_TO_FACILITATE: "Not likely to help safeguard the child",
}
