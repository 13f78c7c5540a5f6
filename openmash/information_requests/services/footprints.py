"""The footprint every verb on a request leaves, in the same shape (A18.8)."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from openmash.audit.services import Detail, record
from openmash.core.viewers import Viewer
from openmash.information_requests.models import InformationRequest


def leave_footprint(
    *,
    by: Viewer,
    request: InformationRequest,
    action: str,
    at: datetime,
    persons: Iterable[UUID] = (),
    reason: str = "",
    details: dict[str, Detail] | None = None,
) -> None:
    """Write one act on a request to the audit, in the transaction of the act.

    Never what was answered: that an agency holds something is under a code, and audit is not.
    """
    record(
        by=by,
        action=action,
        at=at,
        hub_id=request.hub_id,
        subject_kind="information_request",
        subject_id=request.id,
        subject_label=request.reference,
        case_id=request.case_id,
        persons=persons,
        reason=reason,
        details=details,
    )
