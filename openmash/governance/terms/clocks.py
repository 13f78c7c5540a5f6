"""Words for clocks: what is timed, from when, with what force, and why one was late (3.1, A6)."""

from enum import StrEnum
from typing import Self

from openmash.core.words import Word


class ClockKind(StrEnum):
    """What is timed, with the rule it comes from (3.1)."""

    label: str
    rule: str

    def __new__(cls, code: str, label: str = "", rule: str = "") -> Self:
        kind = str.__new__(cls, code)
        kind._value_ = code
        kind.label, kind.rule = label, rule
        return kind

    RECEIPT = "receipt", "Decide the next steps and tell the referrer", "T1"
    ACKNOWLEDGEMENT = "acknowledgement", "Acknowledge the referrer", "A13.1"
    SCREENING = "screening", "Screen what arrived", "A5.2"
    PRODUCT = "product", "Information product", "T2 to T4"
    REQUEST_RETURN = "request_return", "Agency's reply", "A7.9"
    AGREEMENT_DETAIL = "agreement_detail", "Complete the reason agreement was not sought", "A7.7"
    DECISION = "decision", "Decision", "T5"
    STRATEGY_DISCUSSION = "strategy_discussion", "Strategy discussion", "T6"
    ICPC = "icpc", "Initial child protection conference", "T8"
    HANDOVER_ACCEPTANCE = "handover_acceptance", "Acceptance of a hand-over", "T10"
    S126 = "s126", "Section 126 enquiry", "T15"
    CHILD_WAL = "child_wal", "Decide and record the next actions", "T16"
    ADULT_PLAN = "adult_plan", "Adult planning discussion", "T19"
    ADULT_ASSESSMENT = "adult_assessment", "Adult enquiry and assessment", "T19"
    ADULT_REVIEW = "adult_review", "First review of the adult's plan", "T19"
    REFUSED_ROW = "refused_row", "Put right a row that was refused", "A1.3"
    FEEDBACK = "feedback", "Tell the referrer the outcome", "A13.1"


class StartEvent(Word):
    """What sets a clock going."""

    RECEIPT = "receipt", "when it was received"
    CHECKS_STARTED = "checks_started", "when the checks were started"
    REQUEST_SENT = "request_sent", "when the agency was asked"
    NOT_SOUGHT = "not_sought", "when agreement was recorded as not sought"
    REASONABLE_CAUSE = "reasonable_cause", "when reasonable cause was recorded"
    STRATEGY_DISCUSSION = "strategy_discussion", "when the strategy discussion was held"
    DECIDED = "decided", "when the decision was made"
    HANDED_OVER = "handed_over", "when it was handed over"
    ENQUIRY_STARTED = "enquiry_started", "when the enquiry started"
    PLAN_MADE = "plan_made", "when the plan was made"
    ROW_REFUSED = "row_refused", "when the row was refused"


class Force(Word):
    """What a clock rests on; an indicative target is never shown as a breach of law (A15.4)."""

    STATUTORY = "statutory", "Statute or statutory guidance"
    LOCAL = "local", "Local measure"
    INDICATIVE = "indicative", "Indicative target"


class ClockState(Word):
    """Where a clock has got to; a pause never hides a statutory breach (clock rule (f))."""

    RUNNING = "running", "Running"
    PAUSED = "paused", "Paused"
    MET = "met", "Met"
    BREACHED = "breached", "Late"
    CANCELLED = "cancelled", "No longer needed"


class BreachReason(Word):
    """Why a clock was late (5.17, A6.1)."""

    AWAITING_RETURN = "awaiting_return", "Awaiting an agency's return"
    AWAITING_PANEL = "awaiting_panel", "Awaiting a panel"
    VOLUME = "volume", "Volume"
    STAFFING = "staffing", "Staffing"
    REFERRER_UNCONTACTABLE = "referrer_uncontactable", "Referrer could not be contacted"
    FAMILY_UNCONTACTABLE = "family_uncontactable", "Family could not be contacted"
    COMPLEX_NETWORK = "complex_network", "Complex network of people"
    IT_OUTAGE = "it_outage", "System failure"
    OUT_OF_HOURS = "out_of_hours", "Out of hours"
    DECISION_DISPUTED = "decision_disputed", "Decision disputed"
