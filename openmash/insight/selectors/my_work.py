"""What waits for one person: their cases, their tasks, and what nobody has taken (A6.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from openmash.cases.models import Case
from openmash.cases.selectors import cases_worked_by, held_cases, tasks_for
from openmash.core.viewers import Viewer
from openmash.decisions.selectors import readings_for
from openmash.governance.models import Task
from openmash.governance.selectors import policy_for
from openmash.insight.rules import BoardFilters
from openmash.insight.selectors.open_work import OpenWork, open_contacts
from openmash.insight.selectors.rows import BoardRow, rows_of
from openmash.insight.terms import Order

SHOWN = 50


@dataclass(frozen=True)
class MyWork:
    """Cases held or covered, soonest due first, and the tasks this person has the power to do.

    `to_read` are cases whose decision waits for them as a second person (A10.3).
    """

    to_read: Sequence[BoardRow]
    rows: Sequence[BoardRow]
    tasks: Sequence[Task]
    tasks_in_all: int

    @property
    def count(self) -> int:
        return len({each.id for each in (*self.to_read, *self.rows)})


def my_work(viewer: Viewer, hub_id: UUID, *, at: datetime) -> MyWork:
    """Return what waits for this viewer in a hub."""
    document = policy_for(viewer, hub_id, at).document
    nothing = open_contacts(viewer, hub_id, BoardFilters()).none()
    held = OpenWork(held_cases(viewer, hub_id), nothing, document, Order.DUE)[0:SHOWN]
    to_read = OpenWork(_to_read(viewer, hub_id, at), nothing, document, Order.DUE)[0:SHOWN]
    keys = {each.id: each for each in (*held, *to_read)}
    rows = {
        each.id: each for each in rows_of(viewer, list(keys.values()), document=document, at=at)
    }
    tasks = tasks_for(viewer, hub_id)
    return MyWork(
        to_read=[rows[each.id] for each in to_read],
        rows=[rows[each.id] for each in held],
        tasks=list(tasks[:SHOWN]),
        tasks_in_all=tasks.count(),
    )


def _to_read(viewer: Viewer, hub_id: UUID, at: datetime) -> QuerySet[Case]:
    waiting = readings_for(viewer, hub_id, at).order_by().values("decision__case_id")
    return cases_worked_by(viewer, hub_id).filter(id__in=waiting)
