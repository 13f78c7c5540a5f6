"""The footprints this room leaves, in the same shape (A18.8)."""

from datetime import datetime
from typing import TYPE_CHECKING

from openmash.audit.services import Detail, record
from openmash.core.viewers import Viewer

if TYPE_CHECKING:
    from openmash.pathways.models import Feedback, Handover


def of_handover(
    by: Viewer,
    handover: "Handover",
    action: str,
    at: datetime,
    *,
    reason: str = "",
    details: dict[str, Detail] | None = None,
) -> None:
    """Write one act on a hand-over to the audit, in the transaction of the act."""
    record(
        by=by,
        action=action,
        at=at,
        hub_id=handover.hub_id,
        subject_kind="handover",
        subject_id=handover.id,
        subject_label=handover.reference,
        case_id=handover.case_id,
        persons=handover.people.values_list("person_id", flat=True),
        reason=reason,
        details=details,
    )


def of_feedback(
    by: Viewer, feedback: "Feedback", action: str, at: datetime, *, reason: str = ""
) -> None:
    """Write one act on an answer to a referrer to the audit."""
    record(
        by=by,
        action=action,
        at=at,
        hub_id=feedback.hub_id,
        subject_kind="feedback",
        subject_id=feedback.id,
        subject_label=feedback.contact.reference,
        case_id=feedback.decision.case_id if feedback.decision else None,
        reason=reason,
        details={"kind": feedback.kind, "state": feedback.state},
    )
