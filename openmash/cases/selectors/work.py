"""Who has which case, and to whom one may be given."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from openmash.accounts.selectors import practitioners_who_may
from openmash.accounts.terms import Power
from openmash.cases.models import Allocation, Case
from openmash.cases.selectors.gate import cases_worked_by
from openmash.cases.terms import AllocationKind, CaseStatus
from openmash.core.viewers import Viewer
from openmash.governance.selectors import tasks_open_for
from openmash.intake.selectors import contacts_visible_to

if TYPE_CHECKING:
    from openmash.accounts.models import Practitioner
    from openmash.governance.models import Task

CONTACT = "contact"


def held_cases(viewer: Viewer, hub_id: UUID) -> QuerySet[Case]:
    """Return the open cases this viewer holds or covers, oldest first."""
    if viewer.id is None:
        return cases_worked_by(viewer, hub_id).none()
    covered = Allocation.objects.filter(
        case_id=OuterRef("pk"), practitioner_id=viewer.id, held_until=None
    )
    return (
        cases_worked_by(viewer, hub_id)
        .exclude(status=CaseStatus.CLOSED.value)
        .filter(Q(allocated_to_id=viewer.id) | Exists(covered))
        .order_by("received_at")
    )


def covers_of(case: Case) -> QuerySet[Allocation]:
    """Return who covers for the holder just now."""
    return Allocation.objects.filter(
        case=case, kind=AllocationKind.COVER.value, held_until=None
    ).select_related("practitioner")


def workers_for(case: Case, *, on: date) -> "QuerySet[Practitioner]":
    """Return whom the case may be given to: the hub's workers, or its named list."""
    workers = practitioners_who_may(Power.KEEP_RECORD, case.hub_id, on=on)
    return workers.filter(id__in=case.audience) if case.restricted else workers


def tasks_for(viewer: Viewer, hub_id: UUID) -> "QuerySet[Task]":
    """Return the open tasks this viewer may do, none of them about what they may not see.

    Each says which case or contact it is about.
    """
    cases = cases_worked_by(viewer, hub_id).filter(id=OuterRef("case_id"))
    contacts = contacts_visible_to(viewer).filter(id=OuterRef("about_id"))
    rows = tasks_open_for(viewer, hub_id).annotate(
        case_reference=Subquery(cases.values("reference")[:1]),
        concern=Subquery(cases.values("concern")[:1]),
        contact_reference=Subquery(contacts.values("reference")[:1]),
    )
    return rows.filter(
        Q(case_id=None) | Q(case_id__in=cases_worked_by(viewer, hub_id).values("id")),
        ~Q(about_kind=CONTACT) | Q(about_id__in=contacts_visible_to(viewer).values("id")),
    )
