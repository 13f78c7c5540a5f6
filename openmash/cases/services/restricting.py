"""A case is locked to a named list; to anybody else it does not exist (A8.8)."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from openmash.accounts.selectors import practitioners_who_may
from openmash.accounts.terms import Power
from openmash.cases.models import Case, CaseContact, CasePerson, Conversation
from openmash.cases.rules import obstacles_to_restricting
from openmash.cases.selectors import case_by_id
from openmash.cases.services.footprints import leave_footprint
from openmash.core.refusals import NotHere, Refusal
from openmash.core.viewers import Viewer
from openmash.intake.services import lock_contacts
from openmash.people.services import lift_restriction_of_people, restrict_people


class CannotRestrict(Refusal):
    """The case cannot be restricted this way."""


@transaction.atomic
def restrict_case(
    *, by: Viewer, case_id: UUID, named: Sequence[UUID], why: str, at: datetime
) -> Case:
    """Lock a case to these people, in place of any earlier list (A8.8).

    Its contacts and everybody in it are locked with it, so that neither a search nor a story
    tells anybody else that there is something here.
    """
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
    people = _people_in(case)
    restrict_people(by=by, hub_id=case.hub_id, person_ids=people, named=named, why=why, at=at)
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
    lift_restriction_of_people(
        by=by, hub_id=case.hub_id, person_ids=_people_in(case), why=why, at=at
    )
    _lock(case, [])
    leave_footprint(by=by, case=case, action="case.restriction_lifted", at=at, reason=why)
    return case


def _lock(case: Case, named: list[UUID]) -> None:
    case.restricted, case.audience = bool(named), named
    Case.objects.filter(id=case.id).update(restricted=case.restricted, audience=named)
    Conversation.objects.filter(case=case).update(restricted=case.restricted)
    contacts = CaseContact.objects.filter(case=case).values_list("contact_id", flat=True)
    lock_contacts(contact_ids=list(contacts), named=named)


def _people_in(case: Case) -> list[UUID]:
    return list(CasePerson.objects.filter(case=case).values_list("person_id", flat=True))
