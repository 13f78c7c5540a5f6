"""Showing people on a page of this room is a look, once for each page and sign-in (trust 3)."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from openmash.accounts.doors import SignedInRequest
from openmash.audit.services import record_look


def note_look(
    request: SignedInRequest,
    action: str,
    persons: Iterable[UUID],
    at: datetime,
    *,
    label: str = "",
) -> None:
    """Record that these people were shown; `label` is the reference of the page's own thing."""
    record_look(
        by=request.viewer,
        action=action,
        at=at,
        hub_id=request.hub.id,
        page=f"{action}:{label}",
        persons=persons,
        subject_kind="page",
        subject_label=label,
    )
