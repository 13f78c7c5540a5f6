"""A second person reads a decision of no further action: agrees, or sends it back (A10.3)."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from openmash.accounts.terms import Power
from openmash.audit.services import record
from openmash.cases.selectors import case_by_id, is_worked_by
from openmash.core.facts import tell
from openmash.core.refusals import NotHere, RecordHasMoved, Refusal
from openmash.core.viewers import Viewer
from openmash.decisions.facts import DecisionAgreed
from openmash.decisions.models import Decision, SecondReading
from openmash.decisions.rules import (
    SecondReader,
    obstacles_to_agreeing,
    obstacles_to_sending_back,
)
from openmash.decisions.selectors import (
    decision_by_id,
    may_read_again,
    outcomes_of,
    read_people,
    reading_of,
)
from openmash.decisions.services.following import close_at_triage
from openmash.decisions.services.reopening import take_up_again
from openmash.decisions.terms import SENT_BACK_TASK, ReadingState
from openmash.governance.selectors import policy_numbered
from openmash.governance.services import raise_task

if TYPE_CHECKING:
    from openmash.cases.models import Case


class CannotReadAgain(Refusal):
    """Why this answer to a decision is not kept."""


def ask_second(
    decision: Decision, why: Sequence[str], *, holds: bool, at: datetime
) -> SecondReading | None:
    """Let a decision wait for a second person where there is a reason to; part of deciding."""
    if not why:
        return None
    return SecondReading.objects.create(
        hub_id=decision.hub_id,
        decision=decision,
        state=ReadingState.WAITING.value,
        why=" ".join(why),
        holds=holds,
        asked_at=at,
        decided_by_id=decision.decided_by_id,
    )


@transaction.atomic
def agree_with_decision(
    *, by: Viewer, decision_id: UUID, at: datetime, words: str = ""
) -> SecondReading:
    """Agree with another's decision of no further action; what waited for it goes on."""
    decision, case, reading = _open_to(by, decision_id)
    if found := obstacles_to_agreeing(_reader(by, case, reading, at)):
        raise CannotReadAgain(*found)
    _answer(by, reading, ReadingState.AGREED, words, at)
    if reading.holds:
        read = read_people(by, case, policy_numbered(decision.policy_id), at)
        close_at_triage(read, outcomes_of(decision.id))
    _leave_footprint(by, case, decision, "decision.agreed", at, reason=words)
    tell(DecisionAgreed(decision.id, case.id, case.hub_id))
    return reading


@transaction.atomic
def send_decision_back(
    *, by: Viewer, decision_id: UUID, because: str, at: datetime
) -> SecondReading:
    """Send another's decision of no further action back, with reasons: it is decided again."""
    decision, case, reading = _open_to(by, decision_id)
    if found := obstacles_to_sending_back(_reader(by, case, reading, at), because=because):
        raise CannotReadAgain(*found)
    _answer(by, reading, ReadingState.SENT_BACK, because, at)
    _leave_footprint(by, case, decision, "decision.sent_back", at, reason=because)
    why = f"{by.name} sent it back: {because.strip()}"
    take_up_again(by=by, case=case, decision=decision, because=why, at=at)
    raise_task(
        hub_id=case.hub_id,
        kind=SENT_BACK_TASK,
        about_kind="case",
        about_id=case.id,
        case_id=case.id,
        words=f"Decide again. {why}"[:300],
        needs_power=Power.DECIDE,
        at=at,
    )
    return reading


def _open_to(by: Viewer, decision_id: UUID) -> "tuple[Decision, Case, SecondReading]":
    """Return a decision that was put to a second person, for one who works its case."""
    decision = decision_by_id(decision_id)
    reading = reading_of(decision_id)
    if decision is None or reading is None:
        raise NotHere
    case = case_by_id(by, decision.case_id)
    if not is_worked_by(by, case):
        raise NotHere
    return decision, case, reading


def _reader(by: Viewer, case: "Case", reading: SecondReading, at: datetime) -> SecondReader:
    return SecondReader(
        may_read=may_read_again(by, case, at),
        is_decider=by.practitioner_id == reading.decided_by_id,
        is_waiting=reading.state == ReadingState.WAITING,
    )


def _answer(
    by: Viewer, reading: SecondReading, state: ReadingState, words: str, at: datetime
) -> None:
    """Keep the answer if it still waits; a lost race is told (idiom 4)."""
    still = SecondReading.objects.filter(id=reading.id, state=ReadingState.WAITING.value)
    reading.state, reading.words = state.value, words.strip()
    reading.read_at, reading.read_by_id = at, by.practitioner_id
    if not still.update(
        state=reading.state,
        words=reading.words,
        read_at=reading.read_at,
        read_by_id=reading.read_by_id,
    ):
        raise RecordHasMoved


def _leave_footprint(
    by: Viewer, case: "Case", decision: Decision, action: str, at: datetime, *, reason: str
) -> None:
    record(
        by=by,
        action=action,
        at=at,
        hub_id=case.hub_id,
        subject_kind="decision",
        subject_id=decision.id,
        subject_label=case.reference,
        case_id=case.id,
        persons=[each.person_id for each in outcomes_of(decision.id)],
        reason=reason.strip(),
    )
