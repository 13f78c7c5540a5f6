"""What waits for one person: their cases, their tasks, and what nobody has taken (A6.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from openmash.cases.selectors import held_cases, tasks_for
from openmash.core.viewers import Viewer
from openmash.governance.models import Task
from openmash.governance.selectors import policy_for
from openmash.insight.rules import BoardFilters
from openmash.insight.selectors.open_work import OpenWork, open_contacts
from openmash.insight.selectors.rows import BoardRow, rows_of
from openmash.insight.terms import Order

SHOWN = 50


@dataclass(frozen=True)
class MyWork:
    """Cases held or covered, soonest due first, and the tasks this person has the power to do."""

    rows: Sequence[BoardRow]
    tasks: Sequence[Task]
    tasks_in_all: int

    @property
    def count(self) -> int:
        return len(self.rows)


def my_work(viewer: Viewer, hub_id: UUID, *, at: datetime) -> MyWork:
    """Return what waits for this viewer in a hub."""
    document = policy_for(viewer, hub_id, at).document
    nothing = open_contacts(viewer, hub_id, BoardFilters()).none()
    work = OpenWork(held_cases(viewer, hub_id), nothing, document, Order.DUE)
    tasks = tasks_for(viewer, hub_id)
    return MyWork(
        rows=rows_of(viewer, work[0:SHOWN], document=document, at=at),
        tasks=list(tasks[:SHOWN]),
        tasks_in_all=tasks.count(),
    )
