"""The running time limits a viewer may see, each with whose move it is, settled in the database."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Case as Choice
from django.db.models import CharField, Exists, OuterRef, Q, QuerySet, Subquery, Value, When

from openmash.accounts.terms import Power
from openmash.cases.models import Case
from openmash.cases.selectors import cases_worked_by
from openmash.core.viewers import Viewer
from openmash.governance.models import Clock, Task
from openmash.governance.terms import ClockKind
from openmash.information_requests.models import InformationRequest
from openmash.information_requests.terms import RequestState
from openmash.insight.terms import WaitsFor
from openmash.intake.models import Contact
from openmash.intake.selectors import contacts_visible_to
from openmash.pathways.models import Handover

ENDED_BY_DECIDING = [
    each.value
    for each in (
        ClockKind.RECEIPT,
        ClockKind.CHILD_WAL,
        ClockKind.S126,
        ClockKind.PRODUCT,
        ClockKind.DECISION,
    )
]
ENDED_BY_A_TASK = [
    each.value
    for each in (
        ClockKind.AGREEMENT_DETAIL,
        ClockKind.REFUSED_ROW,
        ClockKind.STRATEGY_DISCUSSION,
    )
]
TOLD_TO_THE_MANAGER = "time_up_"
Limits = QuerySet[Any, Any]  # clocks with what is annotated here, which types do not follow


def limits_running(viewer: Viewer, hub_id: UUID, *, until: datetime) -> Limits:
    """Return the time limits due by then, or late, of what this viewer works on (A3.2, A8.8)."""
    seen = Q(case_id__in=cases_worked_by(viewer, hub_id).values("id"))
    contacts = contacts_visible_to(viewer).filter(hub_id=hub_id)
    seen |= Q(case_id=None, about_kind="contact", about_id__in=contacts.values("id"))
    if viewer.may(Power.IMPORT_CONTACTS, hub_id):
        seen |= Q(case_id=None, about_kind="refused_row")
    if not viewer.may(Power.SEE_CASES, hub_id):
        seen = Q(pk__in=[])
    rows = Clock.objects.filter(seen, hub_id=hub_id, stopped_at=None, due_at__lt=until)
    return rows.annotate(
        held_by=Subquery(_case().values("allocated_to__name")[:1]),
        task=Subquery(_tasks().values("words")[:1]),
    ).annotate(waits=_whose_move())


def with_what_they_are_about(rows: Limits) -> Limits:
    """Return them with the reference, the rating, the agency asked and the team handed to."""
    asked = InformationRequest.objects.filter(pk=OuterRef("about_id"))
    handed = Handover.objects.filter(pk=OuterRef("about_id"))
    told = Contact.objects.filter(pk=OuterRef("about_id"))
    shown: Limits = rows.annotate(
        case_reference=Subquery(_case().values("reference")[:1]),
        rating=Subquery(_case().values("rating")[:1]),
        contact_reference=Subquery(told.values("reference")[:1]),
        agency=Subquery(asked.values("agency__name")[:1]),
        team=Subquery(handed.values("team__name")[:1]),
    )
    return shown


def _whose_move() -> Choice:
    asked = InformationRequest.objects.filter(
        case_id=OuterRef("case_id"), state=RequestState.OPEN.value
    )
    return Choice(
        When(kind=ClockKind.REQUEST_RETURN.value, then=Value(WaitsFor.AGENCY.value)),
        When(Exists(asked), kind__in=ENDED_BY_DECIDING, then=Value(WaitsFor.AGENCY.value)),
        When(kind=ClockKind.HANDOVER_ACCEPTANCE.value, then=Value(WaitsFor.TEAM.value)),
        When(task__isnull=False, kind__in=ENDED_BY_A_TASK, then=Value(WaitsFor.TASK.value)),
        When(held_by__isnull=False, then=Value(WaitsFor.PERSON.value)),
        default=Value(WaitsFor.NOBODY.value),
        output_field=CharField(),
    )


def _case() -> QuerySet[Case]:
    return Case.objects.filter(pk=OuterRef("case_id"))


def _tasks() -> QuerySet[Task]:
    rows = Task.objects.filter(about_id=OuterRef("about_id"), done_at=None)
    return rows.exclude(kind__startswith=TOLD_TO_THE_MANAGER).order_by("due_at", "raised_at")
