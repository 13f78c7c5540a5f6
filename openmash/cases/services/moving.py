"""A case moves on, if it is still where it was found (2.3, idiom 4)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from openmash.cases.models import Allocation, Case, StatusMove
from openmash.cases.rules import move_problem
from openmash.cases.selectors import case_by_id
from openmash.cases.services.clocks import start_product_clock
from openmash.cases.services.footprints import leave_footprint
from openmash.cases.terms import CaseStatus
from openmash.core.refusals import RecordHasMoved, Refusal
from openmash.core.viewers import Viewer
from openmash.governance.selectors import policy_for


class CaseCannotMove(Refusal):
    """A case cannot go where it was asked to go."""


@transaction.atomic
def move_case(*, by: Viewer, case_id: UUID, to: CaseStatus, at: datetime, why: str = "") -> Case:
    """Move a case, or refuse in words; where it already is, nothing happens (2.3)."""
    case = case_by_id(by, case_id)
    was = CaseStatus(case.status)
    if was is to:
        return case
    if problem := move_problem(was, to):
        raise CaseCannotMove(problem)
    closed_at = at if to is CaseStatus.CLOSED else None
    still = Case.objects.filter(id=case.id, status=was.value)
    if not still.update(status=to.value, closed_at=closed_at):
        raise RecordHasMoved
    case.status, case.closed_at = to.value, closed_at
    StatusMove.objects.create(
        hub_id=case.hub_id,
        case=case,
        was=was.value,
        became=to.value,
        why=why[:300],
        moved_at=at,
        moved_by_name=by.name,
    )
    if to is CaseStatus.CHECKS:
        start_product_clock(case, policy_for(by, case.hub_id, at), at)
    leave_footprint(
        by=by,
        case=case,
        action="case.moved",
        at=at,
        reason=why,
        details={"was": was.value, "became": to.value},
    )
    return case


@transaction.atomic
def close_case(*, by: Viewer, case_id: UUID, at: datetime) -> Case:
    """Close a decided case and let its holder go; it can be re-opened, never deleted (2.3).

    Called by the rooms that know whether the referrer has been told and every hand-over accepted.
    """
    case = move_case(by=by, case_id=case_id, to=CaseStatus.CLOSED, at=at)
    Allocation.objects.filter(case=case, held_until=None).update(held_until=at)
    Case.objects.filter(id=case.id).update(allocated_to=None)
    case.allocated_to = None
    return case
