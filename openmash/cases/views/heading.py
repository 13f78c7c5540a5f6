"""Who a page of a case is about: its names are people, and showing them is a look (look 5)."""

from dataclasses import dataclass
from datetime import datetime

from openmash.accounts.doors import SignedInRequest
from openmash.audit.services import record_look
from openmash.cases.models import Case
from openmash.cases.selectors import case_for, is_worked_by, people_of
from openmash.core.refusals import NotHere
from openmash.people.selectors import PersonShown, people_shown


@dataclass(frozen=True)
class Heading:
    """A case with the people it is about, as the page's head shows them."""

    case: Case
    people: list[PersonShown]


def open_heading(request: SignedInRequest, reference: str, at: datetime) -> Heading:
    """Open a case for one who works on it, and record that its people were shown."""
    case = case_for(request.viewer, reference)
    if not is_worked_by(request.viewer, case):
        raise NotHere
    about = [each.person_id for each in people_of(case) if each.is_concern]
    shown = people_shown(request.viewer, about, on=at.date())
    record_look(
        by=request.viewer,
        action="case.read",
        at=at,
        hub_id=case.hub_id,
        page=f"case:{case.id}",
        persons=list(shown),
        subject_kind="case",
        subject_id=case.id,
        subject_label=case.reference,
        case_id=case.id,
    )
    return Heading(case, [shown[each] for each in about if each in shown])
