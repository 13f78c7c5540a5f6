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
    FOLLOW_UP = "follow_up", "Full discussion after one by telephone", "T7"
    ICPC = "icpc", "Initial child protection conference", "T8"
    ASSESSMENT = "assessment", "Child and family assessment", "T9"
    HANDOVER_ACCEPTANCE = "handover_acceptance", "Acceptance of a hand-over", "T10"
    S126 = "s126", "Section 126 enquiry", "T15"
    CHILD_WAL = "child_wal", "Decide and record the next actions", "T16"
    ADULT_PLAN = "adult_plan", "Adult planning discussion", "T19"
    ADULT_ASSESSMENT = "adult_assessment", "Adult enquiry and assessment", "T19"
    ADULT_REVIEW = "adult_review", "First review of the adult's plan", "T19"
    REFUSED_ROW = "refused_row", "Put right a row that was refused", "A1.3"
    FEEDBACK = "feedback", "Tell the referrer the outcome", "A13.1"
    POLICE_PROTECTION = "police_protection", "Police protection ends", "T11"
    EMERGENCY_ORDER = "emergency_order", "Emergency protection order ends", "T12"
    RETURN_INTERVIEW = "return_interview", "Return home interview offered", "T13"
    POSITION_OF_TRUST = "position_of_trust", "Tell the designated officer of an allegation", "T14"
    WRITTEN_REPORT = "written_report", "A report by telephone is confirmed in writing", "T16a"
    REPORTER_UNTOLD = "reporter_untold", "The reporter has heard nothing and must chase", "T16b"
    SCHOOL_TOLD = "school_told", "The school is told of domestic abuse", "T17"
    ABUSE_REPORT = "abuse_report", "Report child sexual abuse", "T18"
    FGM_REPORT = "fgm_report", "Report genital mutilation to the police", "T20"
    SUBJECT_ACCESS = "subject_access", "Answer a subject access request", "T21"
    DATA_BREACH = "data_breach", "Tell the Information Commissioner of a breach", "T22"


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
    REFERRED = "referred", "when it became a referral"
    PHONE_DISCUSSION = "phone_discussion", "when it was discussed by telephone"
    AWARE = "aware", "when somebody became aware"
    PROTECTION_TAKEN = "protection_taken", "when police protection was taken"
    ORDER_MADE = "order_made", "when the order was made"
    CAME_BACK = "came_back", "when the child came back or was found"
    TELEPHONED = "telephoned", "when it was told by telephone"
    INCIDENT = "incident", "when it happened"
    DISCOVERED = "discovered", "when it was discovered"


# What each clock can be started by: where a case is worked, from whichever of these a policy says.
_OF_A_CASE = (StartEvent.RECEIPT,)
STARTS: dict[ClockKind, tuple[StartEvent, ...]] = {
    ClockKind.RECEIPT: (StartEvent.RECEIPT,),
    ClockKind.ACKNOWLEDGEMENT: (StartEvent.RECEIPT,),
    ClockKind.SCREENING: (StartEvent.RECEIPT,),
    ClockKind.S126: (StartEvent.RECEIPT,),
    ClockKind.CHILD_WAL: (StartEvent.RECEIPT,),
    ClockKind.REFUSED_ROW: (StartEvent.ROW_REFUSED,),
    ClockKind.PRODUCT: (StartEvent.CHECKS_STARTED, *_OF_A_CASE),
    ClockKind.DECISION: (StartEvent.RECEIPT, StartEvent.CHECKS_STARTED),
    ClockKind.REQUEST_RETURN: (StartEvent.REQUEST_SENT,),
    ClockKind.AGREEMENT_DETAIL: (StartEvent.NOT_SOUGHT,),
    ClockKind.STRATEGY_DISCUSSION: (StartEvent.REASONABLE_CAUSE, *_OF_A_CASE),
    ClockKind.ICPC: (StartEvent.STRATEGY_DISCUSSION,),
    ClockKind.ASSESSMENT: (StartEvent.REFERRED, StartEvent.DECIDED, *_OF_A_CASE),
    ClockKind.HANDOVER_ACCEPTANCE: (StartEvent.HANDED_OVER, StartEvent.DECIDED, *_OF_A_CASE),
    ClockKind.FEEDBACK: (StartEvent.DECIDED, *_OF_A_CASE),
}

# What no page of the hub's own sets going: a person says when it began, and when it is done.
BY_HAND = frozenset(ClockKind) - frozenset(STARTS)
ENDED_BY_HAND = BY_HAND | {ClockKind.ICPC, ClockKind.ASSESSMENT}


class PauseReason(Word):
    """Why a clock may stand still, where its policy says so; never one set by statute (rule f)."""

    PERSONS_WISHES = "persons_wishes", "The adult asked for time"
    TOO_UNWELL = "too_unwell", "The person is too unwell to take part"
    NO_SAFE_WAY = "no_safe_way", "There is no safe way yet to reach the person"
    POLICE_ASKED = "police_asked", "The police asked the hub to wait"
    COURT = "court", "A court has set the timetable"
    OTHER_BODY_FIRST = "other_body_first", "Somebody outside the hub has to act first"
    AWAITING_PANEL = "awaiting_panel", "Waiting for a panel to meet"
    CLARIFICATION = "clarification", "The requester has been asked to say what they want"


class Force(Word):
    """What a clock rests on; an indicative target is never shown as a breach of law (A15.4)."""

    STATUTORY = "statutory", "Statute or statutory guidance"
    LOCAL = "local", "Local measure"
    INDICATIVE = "indicative", "Indicative target"


class ClockState(Word):
    """Where a clock has got to; a pause never hides a breach of statute (clock rule (f))."""

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


class DayKind(Word):
    """How a day turned out not to be like the calendar said."""

    BANK_HOLIDAY = "bank_holiday", "A bank holiday"
    NO_BANK_HOLIDAY = "no_bank_holiday", "No bank holiday after all"
    CLOSED = "closed", "Closed"
    OPEN = "open", "Open after all"

    @property
    def is_of_a_nation(self) -> bool:
        """Whether it is a nation's day, and not one calendar's of the hub."""
        return self in (DayKind.BANK_HOLIDAY, DayKind.NO_BANK_HOLIDAY)


SAY_WHY_LATE = "say_why_late"  # the task: a time limit passed, and nobody has said why (5.17)


def time_up_task(kind: str) -> str:
    """Return the kind of the task that tells the hub manager that a clock's time goes (A6.3)."""
    return f"time_up_{kind}"
