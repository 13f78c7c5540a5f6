"""The words this room is written in; no framework lives here (ADR 4)."""

from openmash.intake.terms.answers import (
    AdultAnswer,
    AdultLaw,
    FormKind,
    KnownBefore,
    WhoTold,
)
from openmash.intake.terms.code_words import CODE_WORDS, WORDS_IN_A_CODE
from openmash.intake.terms.concerns import (
    AbuseLocation,
    AbuseType,
    PresentingReason,
    WishesAsked,
)
from openmash.intake.terms.contacts import (
    ALLOWED_MOVES,
    AskedFor,
    AttachmentKind,
    CancelReason,
    Channel,
    ContactKind,
    ContactState,
    FileSource,
    InformedAnswer,
    MomentPrecision,
    Part,
    SuggestedTrack,
    may_move,
)
from openmash.intake.terms.sources import AdultSource, SourceCode

__all__ = [
    "ALLOWED_MOVES",
    "CODE_WORDS",
    "WORDS_IN_A_CODE",
    "AbuseLocation",
    "AbuseType",
    "AdultAnswer",
    "AdultLaw",
    "AdultSource",
    "AskedFor",
    "AttachmentKind",
    "CancelReason",
    "Channel",
    "ContactKind",
    "ContactState",
    "FileSource",
    "FormKind",
    "InformedAnswer",
    "KnownBefore",
    "MomentPrecision",
    "Part",
    "PresentingReason",
    "SourceCode",
    "SuggestedTrack",
    "WhoTold",
    "WishesAsked",
    "may_move",
]
