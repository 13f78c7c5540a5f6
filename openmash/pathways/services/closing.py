"""A case closes when nobody is left between agencies and nobody is left unheard (10.1)."""

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from openmash.accounts.terms import Power
from openmash.audit.services import record
from openmash.cases.selectors import case_by_id, concern_people_of
from openmash.cases.services import close_case
from openmash.core.refusals import Refusal
from openmash.core.viewers import Viewer
from openmash.decisions.services import forget_drafts_of
from openmash.pathways.rules import obstacles_to_closing
from openmash.pathways.selectors import closing_picture

if TYPE_CHECKING:
    from openmash.cases.models import Case


class CannotFinish(Refusal):
    """What still keeps this case open."""


@transaction.atomic
def finish_case(
    *, by: Viewer, case_id: UUID, at: datetime, without_strategy_because: str = ""
) -> "Case":
    """Close a case that is settled. The senior reason of A11.2 is a decision maker's to give."""
    case = case_by_id(by, case_id)
    senior = without_strategy_because if by.may(Power.DECIDE, case.hub_id) else ""
    picture = closing_picture(by, case, at, without_strategy_because=senior)
    if found := obstacles_to_closing(picture):
        raise CannotFinish(*found)
    closed = close_case(by=by, case_id=case.id, at=at)
    forget_drafts_of(case.id)
    record(
        by=by,
        action="case.finished",
        at=at,
        hub_id=case.hub_id,
        subject_kind="case",
        subject_id=case.id,
        subject_label=case.reference,
        case_id=case.id,
        persons=concern_people_of(case.id),
        reason=senior.strip(),
    )
    return closed
