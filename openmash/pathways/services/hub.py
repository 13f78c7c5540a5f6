"""The hub acting for itself: what follows an act of somebody who may not open its cases."""

from datetime import datetime
from typing import TYPE_CHECKING

from openmash.accounts.selectors import job_viewer
from openmash.cases.services import move_case
from openmash.core.viewers import Viewer
from openmash.decisions.selectors import decision_of
from openmash.pathways.selectors import status_after

if TYPE_CHECKING:
    from openmash.accounts.models import Hub
    from openmash.cases.models import Case


def hub_after(hub: "Hub", by: Viewer) -> Viewer:
    """Return the hub as a viewer, named after the person whose act it follows."""
    return job_viewer([hub], name=f"The hub, after {by.name}")


def move_on(case: "Case", *, hub: "Hub", by: Viewer, at: datetime) -> None:
    """Move a decided case to where it now stands: with a team, or with somebody to be told."""
    decision = decision_of(case.id)
    if decision is None:
        return
    case.refresh_from_db(fields=["status"])
    to = status_after(case, decision)
    if to != case.status:
        move_case(by=hub_after(hub, by), case_id=case.id, to=to, at=at)
