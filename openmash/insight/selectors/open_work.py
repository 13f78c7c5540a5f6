"""What is open in a hub: cases, and contacts no case has taken up; filtered, ordered and paged.

Filtering and ordering happen in the database, so that a page costs the same with ten thousand rows
open. Each filter of what a row waits for says what `rules.next_step` says (a test holds the two
together).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Case as Choice
from django.db.models import (
    Count,
    Exists,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)

from openmash.cases.models import Case, CaseAgency, CaseContact
from openmash.cases.selectors import cases_worked_by
from openmash.cases.terms import BEFORE_DECISION, CaseStatus
from openmash.core.viewers import Viewer
from openmash.governance.models import Clock
from openmash.governance.rules import PolicyDocument
from openmash.governance.terms import ClockKind
from openmash.insight.rules import BoardFilters
from openmash.insight.selectors.step_facts import with_step_facts
from openmash.insight.terms import Held, Order, Waiting
from openmash.intake.models import Contact, Screening
from openmash.intake.selectors import OPEN_STATES, contacts_visible_to

NOT_THE_CASES_OWN = [
    ClockKind.REQUEST_RETURN.value,
    ClockKind.ACKNOWLEDGEMENT.value,
    ClockKind.AGREEMENT_DETAIL.value,
]
OF_A_NEW_CONTACT = [ClockKind.SCREENING.value, ClockKind.RECEIPT.value]
IN_DANGER, UNRATED = 0, 2
NONE = Q(pk__in=[])


Rows = QuerySet[Any, Any]  # cases or contacts alike, read as plain values


@dataclass(frozen=True)
class WorkKey:
    """One row of the board before anything of it is fetched."""

    id: UUID
    is_case: bool
    due_at: datetime | None


class OpenWork:
    """The board's rows in order, read a page at a time; for a paginator."""

    def __init__(
        self,
        cases: QuerySet[Case],
        contacts: QuerySet[Contact],
        document: PolicyDocument,
        order: Order,
    ) -> None:
        self.cases, self.contacts = cases, contacts
        self._document, self._order = document, order
        self._counts: tuple[int, int] | None = None

    @property
    def counts(self) -> tuple[int, int]:
        """How many cases, and how many contacts not in one: two counts, one query."""
        if self._counts is None:
            cases = _counted(self.cases, is_case=True)
            found = dict(cases.union(_counted(self.contacts, is_case=False), all=True))
            self._counts = found.get(True, 0), found.get(False, 0)
        return self._counts

    def __len__(self) -> int:
        return sum(self.counts)

    def __iter__(self) -> Iterator[WorkKey]:
        yield from self[0 : len(self)]

    def __getitem__(self, page: slice) -> Sequence[WorkKey]:
        return [WorkKey(row[0], row[1], row[3]) for row in self._ordered()[page]]

    def _ordered(self) -> Rows:
        urgency = _urgency_of_case(self._document)
        rows = _keys(self.cases, urgency, due_of_case(), is_case=True)
        more = _keys(self.contacts, _urgency_of_contact(), due_of_contact(), is_case=False)
        return rows.union(more, all=True).order_by(*ORDERS[self._order])


ORDERS: dict[Order, tuple[str, ...]] = {
    Order.URGENCY: ("urgency", "due", "received_at", "id"),
    Order.DUE: ("due", "urgency", "received_at", "id"),
    Order.NEWEST: ("-received_at", "id"),
    Order.OLDEST: ("received_at", "id"),
}


def open_cases(viewer: Viewer, hub_id: UUID, filters: BoardFilters) -> QuerySet[Case]:
    """Return the open cases the viewer works on that pass the filters."""
    rows = cases_worked_by(viewer, hub_id).filter(closed_at=None)
    if filters.rating:
        rows = rows.filter(rating=filters.rating)
    if filters.track:
        rows = rows.filter(tracks__contains=[filters.track])
    if filters.agency:
        rows = rows.filter(_agency_is_on_it(filters.agency))
    return _waiting_for(viewer, _held_by(rows, viewer, filters), filters.waiting)


def open_contacts(viewer: Viewer, hub_id: UUID, filters: BoardFilters) -> QuerySet[Contact]:
    """Return the contacts that wait for screening, or for a case, that pass the filters."""
    rows = contacts_visible_to(viewer).filter(
        hub_id=hub_id, state__in=OPEN_STATES, replaced_by=None, case_link=None
    )
    nobody_holds_them = filters.holder is None and filters.held is not Held.ME
    if not nobody_holds_them or filters.waiting not in (None, Waiting.SCREENING):
        return rows.none()
    if filters.rating:
        rows = rows.annotate(rated=_latest_rating()).filter(rated=filters.rating)
    if filters.track:
        rows = rows.filter(suggested_tracks__contains=[filters.track])
    return rows.filter(referring_agency__kind=filters.agency) if filters.agency else rows


def _held_by(rows: QuerySet[Case], viewer: Viewer, filters: BoardFilters) -> QuerySet[Case]:
    if filters.holder:
        return rows.filter(allocated_to_id=filters.holder)
    if filters.held is Held.ME:
        return rows.filter(allocated_to_id=viewer.id)
    return rows.filter(allocated_to=None) if filters.held is Held.NOBODY else rows


def _waiting_for(viewer: Viewer, rows: QuerySet[Case], waiting: Waiting | None) -> QuerySet[Case]:
    if waiting is None:
        return rows
    return with_step_facts(viewer, rows).filter(_conditions()[waiting])


def _conditions() -> dict[Waiting, Q]:
    """Each filter in the order in which `rules.next_step` asks: what comes earlier comes first."""
    before = Q(status__in=[each.value for each in BEFORE_DECISION])
    unsafe = before & Q(unsafe__isnull=False)
    to_decide = before & (Q(returned=True) | Q(must_speak=True)) & ~unsafe
    free = before & ~unsafe & ~to_decide
    asking = free & Q(status=CaseStatus.CHECKS.value, asked=False)
    gathering = Q(status__in=[CaseStatus.CHECKS.value, CaseStatus.ANALYSIS.value])
    answers = free & gathering & Q(outstanding=True)
    review = ~before & Q(late=True)
    in_hand = Q(status=CaseStatus.DECIDED.value, held=False)
    second = ~before & ~review & Q(held__isnull=False) & ~in_hand
    accepting = Q(status=CaseStatus.ONWARD.value, team__isnull=False) & ~review & ~second
    return {
        Waiting.SCREENING: NONE,
        Waiting.SAFETY: unsafe,
        Waiting.ASKING: asking,
        Waiting.ANSWERS: answers,
        Waiting.DECISION: to_decide | (free & ~asking & ~answers),
        Waiting.REVIEW: review,
        Waiting.SECOND_READING: second,
        Waiting.ACCEPTANCE: accepting,
        Waiting.FEEDBACK: ~before & ~review & ~second & ~accepting,
        Waiting.NOTHING: NONE,
    }


def _agency_is_on_it(kind: str) -> Q:
    asked = CaseAgency.objects.filter(case_id=OuterRef("pk"), agency__kind=kind)
    referred = CaseContact.objects.filter(
        case_id=OuterRef("pk"), contact__referring_agency__kind=kind
    )
    return Q(Exists(asked)) | Q(Exists(referred))


def _counted(rows: Rows, *, is_case: bool) -> Rows:
    of_a_kind = rows.order_by().annotate(is_case=Value(is_case)).values("is_case")
    counted: Rows = of_a_kind.annotate(n=Count("pk")).values_list("is_case", "n")
    return counted


def _keys(rows: Rows, urgency: Choice, due: Subquery, *, is_case: bool) -> Rows:
    keyed = rows.annotate(is_case=Value(is_case), urgency=urgency, due=due)
    keys: Rows = keyed.values_list("id", "is_case", "urgency", "due", "received_at")
    return keys


def _urgency_of_case(document: PolicyDocument) -> Choice:
    return Choice(
        *(When(rating=each.code, then=Value(each.order)) for each in document.ratings),
        default=Value(len(document.ratings) + 1),
        output_field=IntegerField(),
    )


def _urgency_of_contact() -> Choice:
    """Danger first; what nobody has rated yet stands between the most urgent and the rest."""
    return Choice(
        When(immediate_danger=True, then=Value(IN_DANGER)),
        default=Value(UNRATED),
        output_field=IntegerField(),
    )


def due_of_case() -> Subquery:
    """The soonest time limit of a case that is the hub's own to keep; what stands still is none."""
    running = Clock.objects.filter(case_id=OuterRef("pk"), stopped_at=None, paused_at=None)
    soonest = running.exclude(kind__in=NOT_THE_CASES_OWN).order_by("due_at")
    return Subquery(soonest.values("due_at")[:1])


def due_of_contact() -> Subquery:
    """The soonest time limit of a contact that nobody has taken up."""
    running = Clock.objects.filter(
        about_id=OuterRef("pk"), stopped_at=None, paused_at=None, kind__in=OF_A_NEW_CONTACT
    )
    return Subquery(running.order_by("due_at").values("due_at")[:1])


def _latest_rating() -> Subquery:
    latest = Screening.objects.filter(contact_id=OuterRef("pk")).order_by("-screened_at")
    return Subquery(latest.values("rating")[:1])
