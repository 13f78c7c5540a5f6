"""The board: what is open, filtered and ordered, fifty lines a page (look, A6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import F, FilteredRelation, OuterRef, Q, Subquery

from openmash.cases.selectors import cases_worked_by
from openmash.core.viewers import Viewer
from openmash.governance.models import Clock
from openmash.governance.rules import PolicyDocument
from openmash.governance.selectors import policy_for
from openmash.governance.terms import AgencyKind, ClockKind
from openmash.information_requests.terms import RequestState
from openmash.insight.rules import BoardFilters, Now, Urgent, now_of
from openmash.insight.selectors.open_work import OpenWork, WorkKey, open_cases, open_contacts
from openmash.insight.selectors.rows import BoardRow, rows_of
from openmash.intake.models import Subject

ROWS = 50


@dataclass(frozen=True)
class Choice:
    """One thing a filter can be set to."""

    value: str
    label: str


@dataclass(frozen=True)
class Choices:
    """What the board's filters can be set to in this hub."""

    ratings: Sequence[Choice]
    tracks: Sequence[Choice]
    agencies: Sequence[Choice]
    holders: Sequence[Choice]


@dataclass(frozen=True)
class BoardPage:
    """One page of the board: its rows, the two counts (A4.4), and what is most urgent."""

    rows: Sequence[BoardRow]
    page: "Page[WorkKey]"
    cases: int
    contacts: int
    people: int
    now: Now
    most_urgent: str
    filters: BoardFilters


def board(
    viewer: Viewer, hub_id: UUID, *, filters: BoardFilters, page: str | int = 1, at: datetime
) -> BoardPage:
    """Return a page of the board as this viewer may see it; twelve queries, however many rows."""
    document = policy_for(viewer, hub_id, at).document
    work = open_work(viewer, hub_id, filters, document)
    shown = Paginator(cast("Sequence[WorkKey]", work), ROWS).get_page(page)
    cases, contacts = work.counts
    return BoardPage(
        rows=rows_of(viewer, list(shown.object_list), document=document, at=at),
        page=shown,
        cases=cases,
        contacts=contacts,
        people=_people(work),
        now=now_of(_urgent(viewer, hub_id, document), at=at),
        most_urgent=_most_urgent(document),
        filters=filters,
    )


def open_work(
    viewer: Viewer, hub_id: UUID, filters: BoardFilters, document: PolicyDocument
) -> OpenWork:
    """Return everything open that passes the filters, in order, before any of it is fetched."""
    return OpenWork(
        open_cases(viewer, hub_id, filters),
        open_contacts(viewer, hub_id, filters),
        document,
        filters.order,
    )


def choices_for(viewer: Viewer, hub_id: UUID, *, at: datetime) -> Choices:
    """Return what the filters offer: this hub's ratings, tracks and agencies, and who has what."""
    document = policy_for(viewer, hub_id, at).document
    kinds = dict.fromkeys(each.kind for each in document.agencies)
    return Choices(
        ratings=[Choice(each.code, each.word) for each in document.ratings],
        tracks=[Choice(each.value, each.label) for each in document.tracks],
        agencies=[Choice(each.value, each.label) for each in kinds],
        holders=_holders(viewer, hub_id),
    )


def _holders(viewer: Viewer, hub_id: UUID) -> list[Choice]:
    held = cases_worked_by(viewer, hub_id).filter(closed_at=None).exclude(allocated_to=None)
    rows = held.order_by("allocated_to__name").values_list("allocated_to_id", "allocated_to__name")
    return [Choice(str(holder_id), name) for holder_id, name in rows.distinct()]


def _people(work: OpenWork) -> int:
    """Count the children and adults of concern: human beings, each once (A4.4)."""
    told_of = Subject.objects.filter(
        Q(contact__case_link__case__in=work.cases.order_by().values("pk"))
        | Q(contact__in=work.contacts.order_by().values("pk")),
        is_concern=True,
    )
    return told_of.values("person__identity_id").distinct().count()


def _most_urgent(document: PolicyDocument) -> str:
    return min(document.ratings, key=lambda each: each.order).word


def _urgent(viewer: Viewer, hub_id: UUID, document: PolicyDocument) -> list[Urgent]:
    """Return every case of the hub's most urgent rating with who has still to answer; one query."""
    rating = min(document.ratings, key=lambda each: each.order).code
    product = Clock.objects.filter(
        about_id=OuterRef("pk"), kind=ClockKind.PRODUCT.value, stopped_at=None, paused_at=None
    )
    rows = (
        cases_worked_by(viewer, hub_id)
        .filter(closed_at=None, rating=rating)
        .annotate(
            due=Subquery(product.values("due_at")[:1]),
            still=FilteredRelation(
                "information_requests",
                condition=Q(information_requests__state=RequestState.OPEN.value),
            ),
            kind=F("still__agency__kind"),
        )
        .values_list("id", "due", "kind")
    )
    due: dict[UUID, datetime | None] = {}
    waiting: dict[UUID, list[str]] = {}
    for case_id, due_at, kind in rows:
        due[case_id] = due_at
        waiting.setdefault(case_id, []).extend([AgencyKind(kind).label] if kind else [])
    return [Urgent(due_at, tuple(waiting[case_id])) for case_id, due_at in due.items()]
