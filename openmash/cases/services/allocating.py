"""A case is given to somebody, or taken up by them."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from openmash.accounts.terms import Power
from openmash.cases.models import Allocation, Case
from openmash.cases.rules import GivingTo, obstacles_to_giving
from openmash.cases.selectors import case_by_id, is_worked_by, workers_for
from openmash.cases.services.footprints import leave_footprint
from openmash.cases.terms import AllocationKind, CaseStatus
from openmash.core.refusals import NotHere, RecordHasMoved, Refusal
from openmash.core.viewers import Viewer


class CannotAllocate(Refusal):
    """The case cannot be given to this person, or by this one."""


@transaction.atomic
def allocate_case(
    *,
    by: Viewer,
    case_id: UUID,
    to_id: UUID,
    at: datetime,
    kind: AllocationKind = AllocationKind.HOLDER,
    why: str = "",
) -> Allocation:
    """Give a case to a holder, or to somebody who covers; earlier spells are kept.

    A new holder ends the cover of the last one. Anybody who keeps the record may take a case
    that nobody holds.
    """
    case = case_by_id(by, case_id)
    if not is_worked_by(by, case):
        raise NotHere
    if case.status == CaseStatus.CLOSED:
        raise CannotAllocate("This case is closed.")
    if found := obstacles_to_giving(_picture(by, case, to_id, kind, at)):
        raise CannotAllocate(*found)
    _let_go(case, to_id, kind, at)
    spell = Allocation.objects.create(
        hub_id=case.hub_id,
        case=case,
        practitioner_id=to_id,
        kind=kind.value,
        why=why[:300],
        held_from=at,
        given_by_id=by.id,
    )
    leave_footprint(
        by=by,
        case=case,
        action="case.allocated",
        at=at,
        reason=why,
        details={"to": str(to_id), "kind": kind.value},
    )
    return spell


def _picture(by: Viewer, case: Case, to_id: UUID, kind: AllocationKind, at: datetime) -> GivingTo:
    return GivingTo(
        by_id=by.id,
        to_id=to_id,
        may_allocate=by.may(Power.ALLOCATE, case.hub_id),
        may_keep_record=by.may(Power.KEEP_RECORD, case.hub_id),
        holder_id=case.allocated_to_id,
        workers=set(workers_for(case, on=at.date()).values_list("id", flat=True)),
        named=case.audience if case.restricted else None,
        kind=kind,
    )


def _let_go(case: Case, to_id: UUID, kind: AllocationKind, at: datetime) -> None:
    """End the spells this one takes the place of; a holder changed meanwhile is a lost race."""
    ending = Allocation.objects.filter(case=case, held_until=None)
    if kind is AllocationKind.COVER:
        ending.filter(kind=kind.value).update(held_until=at)
        return
    still = Case.objects.filter(id=case.id, allocated_to_id=case.allocated_to_id)
    if not still.update(allocated_to_id=to_id):
        raise RecordHasMoved
    ending.update(held_until=at)
