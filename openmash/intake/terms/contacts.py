"""A contact's own words: channels, states, parts people play, what is asked for (A1, A2, 2.3)."""

from enum import StrEnum

from openmash.core.words import Word


class Channel(Word):
    """How a contact reached the hub. It never decides whether checks happen (A1.1)."""

    PORTAL = "portal", "Professional portal"
    PUBLIC_FORM = "public_form", "Public form"
    PHONE = "phone", "Telephone"
    EMAIL = "email", "Email"
    POLICE_IMPORT = "police_import", "Police notification (PPN, Merlin, PVP, VPA)"
    SCHOOL_IMPORT = "school_import", "File from a schools' system"
    PROVIDER_IMPORT = "provider_import", "File from care providers"
    FORM_UPLOAD = "form_upload", "Referral form (MARF) uploaded"
    OUT_OF_HOURS = "out_of_hours", "Out-of-hours team handover"
    WALK_IN = "walk_in", "In person"
    LETTER = "letter", "Letter"
    OTHER_HUB = "other_hub", "Transfer from another hub"
    API = "api", "Another system"
    HEALTH_NOTICE = "health_notice", "CP-IS or A&E notice"
    COURT_REQUEST = "court_request", "Court request"


class ContactKind(Word):
    """What sort of contact it is; each is counted in its own lane (A1.5, A1.6)."""

    CONCERN = "concern", "Concern about a child or an adult"
    ADVICE = "advice", "Professional asking for advice"
    INFORMATION = "information", "Request for information"


class FileSource(Word):
    """Whose file this is; each has its own shape (A1.3)."""

    POLICE = "police", "Police"
    SCHOOL = "school", "Schools"
    PROVIDER = "provider", "Care providers"

    @property
    def channel(self) -> Channel:
        return Channel[f"{self.name}_IMPORT"]


class ContactState(Word):
    """Where a contact stands. States end at triage: the case carries the rest (2.3)."""

    RECEIVED = "received", "Received"
    AWAITING_CLARIFICATION = "awaiting_clarification", "Clarification asked for"
    TRIAGE = "triage", "In triage"
    CLOSED_AT_TRIAGE = "closed_at_triage", "Closed at triage"
    STRAIGHT_TO_ALLOCATION = "straight_to_allocation", "Straight to allocation"
    CHECKS = "checks", "Checks with partners"
    DUPLICATE = "duplicate", "Duplicate of another contact"
    WITHDRAWN = "withdrawn", "Withdrawn by the referrer"
    CANCELLED_IN_ERROR = "cancelled_in_error", "Cancelled: created in error"

    @property
    def is_open(self) -> bool:
        """Say whether the contact still waits for the end of its screening."""
        return self in _OPEN

    @property
    def is_set_aside(self) -> bool:
        """Say whether nobody works on the contact, and no case ever had it."""
        return self in _SET_ASIDE


_OPEN = frozenset({ContactState.RECEIVED, ContactState.AWAITING_CLARIFICATION, ContactState.TRIAGE})
_SET_ASIDE = frozenset(
    {ContactState.DUPLICATE, ContactState.WITHDRAWN, ContactState.CANCELLED_IN_ERROR}
)
_SCREENED = frozenset(
    {ContactState.CLOSED_AT_TRIAGE, ContactState.STRAIGHT_TO_ALLOCATION, ContactState.CHECKS}
)
_BACK_TO_TRIAGE = frozenset({ContactState.TRIAGE})

# Clarification runs beside screening (A2.2): a contact waiting for an answer may be screened.
# What was closed or set aside may be taken up again; what went on is the case's to move.
ALLOWED_MOVES: dict[ContactState, frozenset[ContactState]] = {
    ContactState.RECEIVED: _SET_ASIDE | {ContactState.AWAITING_CLARIFICATION, ContactState.TRIAGE},
    ContactState.AWAITING_CLARIFICATION: _SET_ASIDE | _BACK_TO_TRIAGE,
    ContactState.TRIAGE: _SET_ASIDE | _SCREENED | {ContactState.AWAITING_CLARIFICATION},
    ContactState.CLOSED_AT_TRIAGE: _BACK_TO_TRIAGE,
    ContactState.STRAIGHT_TO_ALLOCATION: frozenset({ContactState.CLOSED_AT_TRIAGE}),
    ContactState.CHECKS: frozenset(),
    ContactState.DUPLICATE: _BACK_TO_TRIAGE,
    ContactState.WITHDRAWN: _BACK_TO_TRIAGE,
    ContactState.CANCELLED_IN_ERROR: _BACK_TO_TRIAGE,
}


def may_move(old: ContactState, new: ContactState) -> bool:
    """Say whether a contact may go from one state to the other."""
    return new in ALLOWED_MOVES[old]


class Part(Word):
    """The part a person plays in what was told."""

    CHILD_OF_CONCERN = "child_of_concern", "Child of concern"
    ADULT_OF_CONCERN = "adult_of_concern", "Adult of concern"
    PARENT_CARER = "parent_carer", "Parent or carer"
    HOUSEHOLD = "household", "Lives in the household"
    SIBLING = "sibling", "Brother or sister"
    ALLEGED_HARM = "alleged_harm", "Alleged to have caused harm"
    OTHER = "other", "Somebody else"
    PROFESSIONAL = "professional", "Professional"

    @property
    def is_concern(self) -> bool:
        """Say whether this person becomes a `Subject` of the contact (A4.4)."""
        return self in (Part.CHILD_OF_CONCERN, Part.ADULT_OF_CONCERN)


class SuggestedTrack(Word):
    """What a notification suggests; the hub's nation and its screener settle the track (2.1)."""

    CHILD = "child", "Child"
    ADULT = "adult", "Adult"
    DOMESTIC_ABUSE = "domestic_abuse", "Domestic abuse"


class AskedFor(Word):
    """What the sender wants the hub to do (A2.2)."""

    ADVICE = "advice", "Advice"
    EARLY_HELP = "early_help", "Early help"
    ASSESSMENT = "assessment", "An assessment"
    PROTECTION = "protection", "Protection"
    INFORMATION_ONLY = "information_only", "Nothing: for information only"
    NOT_STATED = "not_stated", "Not stated by the sender"


class InformedAnswer(Word):
    """Whether the family, or the adult, knows that this was sent (A14)."""

    YES = "yes", "They know"
    NO = "no", "They do not know"
    UNSAFE = "unsafe", "They do not know: telling them is not safe"
    NOT_STATED = "not_stated", "Not stated by the sender"


class MomentPrecision(StrEnum):
    """How exactly the moment of an incident was told."""

    MINUTE = "minute"
    DAY = "day"
    UNKNOWN = "unknown"


class CancelReason(Word):
    """Why a contact should never have been one; a reason is mandatory (2.3)."""

    ENTERED_TWICE = "entered_twice", "Entered twice"
    WRONG_PERSON = "wrong_person", "Recorded against the wrong person"
    WRONG_HUB = "wrong_hub", "Meant for another hub"
    NOT_A_CONCERN = "not_a_concern", "Neither a concern nor a request"
    TRAINING = "training", "Made in training"
    OTHER = "other", "Another reason, in words"


class AttachmentKind(Word):
    """What a paper sent with a contact is."""

    REFERRAL_FORM = "referral_form", "Referral form"
    BODY_MAP = "body_map", "Body map"
    PHOTOGRAPH = "photograph", "Photograph"
    REPORT = "report", "Report"
    EMAIL = "email", "Email"
    LETTER = "letter", "Letter"
    COURT_PAPER = "court_paper", "Court paper"
    OTHER = "other", "Other"
