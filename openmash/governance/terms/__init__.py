"""The hub's words, one home for each; no framework."""

from openmash.governance.terms.choices import AgencySight, MeetingMode, Question, Zone
from openmash.governance.terms.clocks import (
    BreachReason,
    ClockKind,
    ClockState,
    Force,
    StartEvent,
)
from openmash.governance.terms.hub import (
    AgencyKind,
    Colour,
    Edition,
    Membership,
    Occasion,
    ReferrerClass,
    Rung,
    Shape,
    Track,
    Visibility,
)
from openmash.governance.terms.lawful import (
    AgreementAnswer,
    Article6,
    Article9Condition,
    NotSoughtReason,
    Paragraph18Reason,
    WithheldReason,
)
from openmash.governance.terms.outcomes import ContactOutcome, Disposal
from openmash.governance.terms.proposals import ProposalState

__all__ = [
    "AgencyKind",
    "AgencySight",
    "AgreementAnswer",
    "Article6",
    "Article9Condition",
    "BreachReason",
    "ClockKind",
    "ClockState",
    "Colour",
    "ContactOutcome",
    "Disposal",
    "Edition",
    "Force",
    "MeetingMode",
    "Membership",
    "NotSoughtReason",
    "Occasion",
    "Paragraph18Reason",
    "ProposalState",
    "Question",
    "ReferrerClass",
    "Rung",
    "Shape",
    "StartEvent",
    "Track",
    "Visibility",
    "WithheldReason",
    "Zone",
]
