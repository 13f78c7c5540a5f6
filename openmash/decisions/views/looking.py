"""Showing the people of a case is a look, once for each page and sign-in (trust 3)."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from openmash.accounts.doors import SignedInRequest
from openmash.audit.services import record_look
from openmash.cases.selectors import people_of
from openmash.people.selectors import PersonShown, people_shown

if TYPE_CHECKING:
    from openmash.cases.models import Case


def note_look(
    request: SignedInRequest, case: "Case", page: str, persons: Iterable[UUID], at: datetime
) -> None:
    """Record that a page of this room showed these people."""
    record_look(
        by=request.viewer,
        action=f"{page}.opened",
        at=at,
        hub_id=case.hub_id,
        page=f"{page}:{case.id}",
        persons=persons,
        subject_kind="case",
        subject_id=case.id,
        subject_label=case.reference,
        case_id=case.id,
    )


def people_of_concern(request: SignedInRequest, case: "Case", at: datetime) -> list[PersonShown]:
    """Return the people a case is about, as far as the viewer may know of them."""
    about = [each.person_id for each in people_of(case) if each.is_concern]
    shown = people_shown(request.viewer, about, on=at.date())
    return [shown[each] for each in about if each in shown]
