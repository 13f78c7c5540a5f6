"""The footprint every verb on a case leaves, in the same shape (A18.8)."""

from datetime import datetime
from uuid import UUID

from openmash.audit.services import Detail, record
from openmash.cases.models import Case
from openmash.core.viewers import Viewer


def leave_footprint(
    *,
    by: Viewer,
    case: Case,
    action: str,
    at: datetime,
    persons: list[UUID] | None = None,
    reason: str = "",
    details: dict[str, Detail] | None = None,
) -> None:
    """Write one act on a case to the audit, in the transaction of the act."""
    record(
        by=by,
        action=action,
        at=at,
        hub_id=case.hub_id,
        subject_kind="case",
        subject_id=case.id,
        subject_label=case.reference,
        case_id=case.id,
        persons=persons or (),
        reason=reason,
        details=details,
    )
