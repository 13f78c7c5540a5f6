"""A decision is taken up again; it stays on record (A6.4, A12.3)."""

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from openmash.accounts.terms import Power
from openmash.audit.services import record
from openmash.cases.selectors import case_by_id
from openmash.cases.services import move_case
from openmash.cases.terms import CaseStatus
from openmash.core.facts import tell
from openmash.core.refusals import NotHere, RecordHasMoved, Refusal
from openmash.core.viewers import Viewer
from openmash.decisions.facts import DecisionReopened
from openmash.decisions.models import Decision, SecondReading
from openmash.decisions.selectors import decision_of
from openmash.decisions.terms import ReadingState

if TYPE_CHECKING:
    from openmash.cases.models import Case


class CannotReopen(Refusal):
    """A decision stays as it is, and says what to mend."""


@transaction.atomic
def reopen_decision(*, by: Viewer, case_id: UUID, because: str, at: datetime) -> Decision:
    """Take a decision up again; it stays on record and the next one replaces it.

    For a decision maker; and for the hub itself, when a receiving team returned a hand-over.
    """
    case = case_by_id(by, case_id)
    if not by.may(Power.DECIDE, case.hub_id):
        raise NotHere
    decision = decision_of(case.id)
    if decision is None:
        raise CannotReopen("There is no decision to reopen. It may have been reopened already.")
    if not because.strip():
        raise CannotReopen("Say why the decision is taken up again.")
    return take_up_again(by=by, case=case, decision=decision, because=because, at=at)


def take_up_again(
    *, by: Viewer, case: "Case", decision: Decision, because: str, at: datetime
) -> Decision:
    """Reopen the decision that stands, inside a verb that has asked who may and why."""
    standing = Decision.objects.filter(id=decision.id, reopened_at=None)
    if not standing.update(reopened_at=at, reopened_because=because.strip()):
        raise RecordHasMoved
    SecondReading.objects.filter(decision=decision, state=ReadingState.WAITING.value).update(
        state=ReadingState.SET_ASIDE.value
    )
    move_case(by=by, case_id=case.id, to=CaseStatus.DECISION_PENDING, at=at, why=because[:300])
    record(
        by=by,
        action="decision.reopened",
        at=at,
        hub_id=case.hub_id,
        subject_kind="decision",
        subject_id=decision.id,
        subject_label=case.reference,
        case_id=case.id,
        reason=because,
    )
    tell(DecisionReopened(decision.id, case.id, case.hub_id))
    decision.reopened_at, decision.reopened_because = at, because.strip()
    return decision
