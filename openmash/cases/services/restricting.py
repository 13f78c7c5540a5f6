"""A case is locked to a named list; to anybody else it does not exist (A8.8)."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from openmash.accounts.selectors import practitioners_who_may
from openmash.accounts.terms import Power
from openmash.cases.models import Case, Conversation
from openmash.cases.rules import obstacles_to_restricting
from openmash.cases.selectors import case_by_id
from openmash.cases.services.footprints import leave_footprint
from openmash.core.refusals import NotHere, Refusal
from openmash.core.viewers import Viewer


class CannotRestrict(Refusal):
    """The case cannot be restricted this way."""


@transaction.atomic
def restrict_case(
    *, by: Viewer, case_id: UUID, named: Sequence[UUID], why: str, at: datetime
) -> Case:
    """Lock a case to these people, in place of any earlier list (A8.8)."""
    case = case_by_id(by, case_id)
    able = practitioners_who_may(Power.RESTRICT, case.hub_id, on=at.date())
    found = obstacles_to_restricting(
        may_restrict=by.may(Power.RESTRICT, case.hub_id),
        named=named,
        can_lift=set(able.values_list("id", flat=True)),
        why=why,
    )
    if found:
        raise CannotRestrict(*found)
    _lock(case, sorted(set(named)))
    leave_footprint(
        by=by,
        case=case,
        action="case.restricted",
        at=at,
        reason=why,
        details={"named": [str(each) for each in case.audience]},
    )
    return case


@transaction.atomic
def lift_restriction(*, by: Viewer, case_id: UUID, why: str, at: datetime) -> Case:
    """Open a restricted case to the hub's workers again, saying why."""
    case = case_by_id(by, case_id)
    if not by.may(Power.RESTRICT, case.hub_id):
        raise NotHere
    if not case.restricted:
        raise CannotRestrict("This case is not restricted.")
    if not why.strip():
        raise CannotRestrict("Say why the restriction is lifted.")
    _lock(case, [])
    leave_footprint(by=by, case=case, action="case.restriction_lifted", at=at, reason=why)
    return case


def _lock(case: Case, named: list[UUID]) -> None:
    case.restricted, case.audience = bool(named), named
    Case.objects.filter(id=case.id).update(restricted=case.restricted, audience=named)
    Conversation.objects.filter(case=case).update(restricted=case.restricted)
