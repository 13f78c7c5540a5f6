"""Showing somebody is a look, and is recorded before it is shown (trust 3)."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from openmash.accounts.doors import SignedInRequest
from openmash.audit.services import record_look

if TYPE_CHECKING:
    from openmash.cases.models import Case


def record_case_look(
    request: SignedInRequest,
    case: "Case",
    person_ids: Iterable[UUID],
    *,
    at: datetime,
    place: str = "case",
) -> None:
    """Record that these people of a case were shown; a refresh that shows nobody new is none."""
    record_look(
        by=request.viewer,
        action="case.read",
        at=at,
        hub_id=case.hub_id,
        page=f"{place}:{case.id}",
        persons=person_ids,
        subject_kind="case",
        subject_id=case.id,
        subject_label=case.reference,
        case_id=case.id,
    )
