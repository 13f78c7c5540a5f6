"""What next, and why: one line for each contact and case, in words (look 2).

Pure: the board, the case page and my work ask the same question of the same facts and so can
never disagree. The first rule that applies speaks; urgency stands before tidiness.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from openmash.cases.terms import BEFORE_DECISION, CaseStatus
from openmash.insight.terms import Waiting
from openmash.people.terms import Sex


@dataclass(frozen=True)
class Asked:
    """An agency that has been asked and has not answered."""

    agency: str
    asked_at: datetime
    due_at: datetime


@dataclass(frozen=True)
class StepFacts:
    """What there is to know of a contact or a case before saying what comes next.

    `status` is None for a contact that no case has taken up.
    """

    status: CaseStatus | None = None
    is_screened: bool = False
    in_danger: bool = False
    was_asked_back: bool = False
    is_urgent: bool = False
    may_ask: bool = False
    was_asked: bool = False
    waiting_for: tuple[Asked, ...] = ()
    unsafe_adult: Sex | None = None
    must_speak: bool = False
    was_returned: bool = False
    was_sent_back: bool = False
    late_answer: bool = False
    waits_for_second: bool = False
    is_held: bool = False
    team: str = ""
    due_at: datetime | None = None


@dataclass(frozen=True)
class NextStep:
    """What to do or wait for, why, and by when.

    `words` and `why` may have places for `agencies`, `when` (of `asked_at`) and `team`; whoever
    shows them fills these in, in the reader's language and time.
    """

    waiting: Waiting
    words: str
    why: str
    due: datetime | None = None
    agencies: tuple[str, ...] = ()
    asked_at: datetime | None = None
    team: str = ""


Rule = Callable[[StepFacts, datetime], NextStep | None]


def next_step(facts: StepFacts, *, at: datetime) -> NextStep:
    """Return what comes next for a contact or a case, why, and by when."""
    for rule in RULES:
        if step := rule(facts, at):
            return step
    return NextStep(Waiting.NOTHING, "Nothing more", "It is closed.")


def _screen(facts: StepFacts, at: datetime) -> NextStep | None:
    if facts.status is not None or facts.is_screened:
        return None
    if facts.in_danger:
        why = "The sender says that somebody is in danger now."
        return NextStep(Waiting.SCREENING, "Screen now", why, facts.due_at)
    if facts.was_asked_back:
        why = "The sender has been asked a question. Screening does not wait for the answer."
        return NextStep(Waiting.SCREENING, "Screen", why, facts.due_at)
    why = "Nobody qualified has read it yet."
    return NextStep(Waiting.SCREENING, "Screen", why, facts.due_at)


def _open(facts: StepFacts, at: datetime) -> NextStep | None:
    if facts.status is not None:
        return None
    return NextStep(Waiting.SCREENING, "Open a case", "It has been screened.", facts.due_at)


SAFE_TONIGHT = {
    Sex.MALE: "Is he safe tonight? Ask what he wants",
    Sex.FEMALE: "Is she safe tonight? Ask what she wants",
}


def _make_safe(facts: StepFacts, at: datetime) -> NextStep | None:
    if facts.unsafe_adult is None or facts.status not in BEFORE_DECISION:
        return None
    words = SAFE_TONIGHT.get(facts.unsafe_adult, "Are they safe tonight? Ask what they want")
    return NextStep(Waiting.SAFETY, words, "Nobody has written down the answer.", facts.due_at)


def _decide_again(facts: StepFacts, at: datetime) -> NextStep | None:
    if facts.status not in BEFORE_DECISION or not (facts.was_returned or facts.was_sent_back):
        return None
    why = "The team it was handed to has returned it."
    if facts.was_sent_back:
        why = "A second person sent the decision back, and said why."
    return NextStep(Waiting.DECISION, "Decide again", why, facts.due_at)


def _speak(facts: StepFacts, at: datetime) -> NextStep | None:
    if not facts.must_speak or facts.status not in BEFORE_DECISION:
        return None
    why = "An agency will say what it holds, but not write it down. Nothing is closed until then."
    return NextStep(Waiting.DECISION, "Speak to the agency that holds more", why, facts.due_at)


def _ask(facts: StepFacts, at: datetime) -> NextStep | None:
    if facts.status is not CaseStatus.CHECKS or facts.was_asked:
        return None
    if facts.is_urgent:
        why = "In a case as urgent as this, asking does not wait for papers."
        return NextStep(Waiting.ASKING, "Ask the agencies now", why, facts.due_at)
    if not facts.may_ask:
        why = "No agency may be asked before that."
        return NextStep(Waiting.ASKING, "Decide what may be shared", why, facts.due_at)
    return NextStep(Waiting.ASKING, "Ask the agencies", "Nobody has been asked yet.", facts.due_at)


def _wait_for_answers(facts: StepFacts, at: datetime) -> NextStep | None:
    if facts.status not in (CaseStatus.CHECKS, CaseStatus.ANALYSIS) or not facts.waiting_for:
        return None
    late = tuple(each for each in facts.waiting_for if each.due_at < at)
    slow = late or facts.waiting_for
    return NextStep(
        waiting=Waiting.ANSWERS,
        words="Chase %(agencies)s (asked %(when)s)" if late else WAITING_WORDS,
        why=LATE_WHY if late else "Read what has come in meanwhile.",
        due=facts.due_at,
        agencies=tuple(dict.fromkeys(each.agency for each in slow)),
        asked_at=min(each.asked_at for each in slow),
    )


WAITING_WORDS = "Waiting for %(agencies)s (asked %(when)s)"
LATE_WHY = "The time to answer has passed. You may decide without it, if you say why."


def _discuss(facts: StepFacts, at: datetime) -> NextStep | None:
    if facts.status is not CaseStatus.DISCUSSION:
        return None
    return NextStep(
        Waiting.DECISION, "Hold the discussion", "It is ready to be discussed.", facts.due_at
    )


def _decide(facts: StepFacts, at: datetime) -> NextStep | None:
    if facts.status not in BEFORE_DECISION:
        return None
    agencies = tuple(dict.fromkeys(each.agency for each in facts.waiting_for))
    if agencies:
        why = "It can be decided without waiting for %(agencies)s."
    elif facts.was_asked:
        why = "Every agency asked has answered."
    else:
        why = "It can be decided from what is known."
    return NextStep(Waiting.DECISION, "Decide", why, facts.due_at, agencies=agencies)


def _read_late_answer(facts: StepFacts, at: datetime) -> NextStep | None:
    if not facts.late_answer:
        return None
    why = "It came after the decision. Confirm the decision, or open it again."
    return NextStep(Waiting.REVIEW, "Read the late answer", why, facts.due_at)


def _read_again(facts: StepFacts, at: datetime) -> NextStep | None:
    """No further action waits for a second person; what somebody takes over goes first (A10.3)."""
    if not facts.waits_for_second or facts.status in BEFORE_DECISION:
        return None
    if facts.status is CaseStatus.DECIDED and not facts.is_held:
        return None
    why = "It is no further action, and the hub's policy wants a second person to agree."
    return NextStep(Waiting.SECOND_READING, "Waiting for a second person", why, facts.due_at)


def _hand_over(facts: StepFacts, at: datetime) -> NextStep | None:
    if facts.status is not CaseStatus.DECIDED:
        return None
    why = "It is decided; what was decided has still to be carried out."
    return NextStep(Waiting.FEEDBACK, "Hand over, and tell the referrer", why, facts.due_at)


def _wait_for_acceptance(facts: StepFacts, at: datetime) -> NextStep | None:
    if facts.status is not CaseStatus.ONWARD:
        return None
    words = "Waiting for %(team)s to accept" if facts.team else "Tell the referrer"
    waiting = Waiting.ACCEPTANCE if facts.team else Waiting.FEEDBACK
    why = "It stays with the hub until it is accepted." if facts.team else "It has been accepted."
    return NextStep(waiting, words, why, facts.due_at, team=facts.team)


def _tell(facts: StepFacts, at: datetime) -> NextStep | None:
    if facts.status is not CaseStatus.FEEDBACK_DUE:
        return None
    why = "Whoever told us has not heard what was decided."
    return NextStep(Waiting.FEEDBACK, "Tell the referrer", why, facts.due_at)


RULES: tuple[Rule, ...] = (
    _screen,
    _open,
    _make_safe,
    _decide_again,
    _speak,
    _ask,
    _wait_for_answers,
    _discuss,
    _decide,
    _read_late_answer,
    _read_again,
    _hand_over,
    _wait_for_acceptance,
    _tell,
)
