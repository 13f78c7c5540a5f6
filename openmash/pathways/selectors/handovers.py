"""Hand-overs, as the team that takes them and the hub that sent them see them (A12.2)."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Value, When

from openmash.accounts.selectors import teams_led_by
from openmash.accounts.terms import Power
from openmash.cases.selectors import cases_visible_to
from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer
from openmash.governance.selectors import clocks_about
from openmash.pathways.models import Handover
from openmash.pathways.rules import HandedOver, PersonOver, summary_text
from openmash.pathways.terms import HandoverState, TrayShows

if TYPE_CHECKING:
    from openmash.governance.models import Clock

PER_PAGE = 50
SHOWN = {
    TrayShows.WAITING: Q(state=HandoverState.SENT.value, decision__reopened_at=None),
    TrayShows.ANSWERED: ~Q(state=HandoverState.SENT.value),
    TrayShows.ALL: Q(),
}


@dataclass(frozen=True)
class PersonHanded:
    """Somebody handed over: as they were sent, and for which outcome."""

    id: UUID
    name: str
    born: str
    outcome: str
    words: str


@dataclass(frozen=True)
class HandoverShown:
    """One hand-over, already fetched; `case` is empty for the team, whose the file is not."""

    id: UUID
    reference: str
    state: HandoverState
    people: tuple[PersonHanded, ...]
    to: str
    system_name: str
    summary: str
    text: str
    sent_at: datetime
    sent_by: str
    answered_at: datetime | None
    answered_by: str
    because: str
    system_reference: str
    clock: "Clock | None"
    case: str
    may_answer: bool
    may_waive: bool
    still_stands: bool

    @property
    def waits(self) -> bool:
        return self.state is HandoverState.SENT and self.still_stands


def handovers_visible_to(viewer: Viewer) -> QuerySet[Handover]:
    """Return the hand-overs this viewer may open: to a team they manage, or of a case they work.

    The only way to a hand-over. A hidden one and an absent one look the same.
    """
    worked = Q(case__in=cases_visible_to(viewer), hub_id__in=viewer.hubs_where(Power.SEE_CASES))
    return Handover.objects.filter(Q(team__in=teams_led_by(viewer)) | worked)


def handovers_to_answer(viewer: Viewer) -> QuerySet[Handover]:
    """Return the hand-overs that are this viewer's to accept or send back."""
    return Handover.objects.filter(team__in=teams_led_by(viewer))


def handover_for(viewer: Viewer, reference: str) -> HandoverShown:
    """Return one hand-over by its reference, or raise NotHere."""
    rows = _fetched(viewer, handovers_visible_to(viewer).filter(reference=reference))
    found = _shown(viewer, list(rows))
    if not found:
        raise NotHere
    return found[0]


def tray(
    viewer: Viewer, hub_id: UUID, *, shows: TrayShows, number: int | str = 1
) -> Page[HandoverShown]:
    """Return a page of hand-overs, those that wait first, longest waiting first."""
    waits = When(SHOWN[TrayShows.WAITING], then=Value(0))
    rows = (
        handovers_visible_to(viewer)
        .filter(SHOWN[shows], hub_id=hub_id)
        .annotate(rank=Case(waits, default=Value(1)))
        .order_by("rank", "sent_at", "id")
    )
    page = Paginator(_fetched(viewer, rows), PER_PAGE).get_page(number)
    return Page(_shown(viewer, list(page.object_list)), page.number, page.paginator)  # type: ignore[arg-type]


def handovers_of_case(viewer: Viewer, case_id: UUID) -> list[HandoverShown]:
    """Return what was handed over of a case, newest first."""
    rows = handovers_visible_to(viewer).filter(case_id=case_id).order_by("-sent_at")
    return _shown(viewer, list(_fetched(viewer, rows)))


def times_returned(case_id: UUID) -> int:
    """Return how often a team sent this case back (A12.3)."""
    return Handover.objects.filter(case_id=case_id, state=HandoverState.RETURNED.value).count()


def _fetched(viewer: Viewer, rows: QuerySet[Handover]) -> QuerySet[Handover]:
    to_answer = handovers_to_answer(viewer).filter(pk=OuterRef("pk"))
    return (
        rows.annotate(is_to_answer=Exists(to_answer))
        .select_related(
            "hub", "case", "team", "decision", "decision__decided_by", "sent_by", "answered_by"
        )
        .prefetch_related("people__outcome")
    )


def _shown(viewer: Viewer, rows: list[Handover]) -> list[HandoverShown]:
    clocks = clocks_about([each.id for each in rows]) if rows else {}
    return [_one(viewer, each, next(iter(clocks.get(each.id, [])), None)) for each in rows]


def _one(viewer: Viewer, row: Handover, clock: "Clock | None") -> HandoverShown:
    works_it = viewer.may(Power.SEE_CASES, row.hub_id)
    people = tuple(
        PersonHanded(p.person_id, p.name, p.born_words, p.outcome.label, p.outcome.words)
        for p in row.people.all()
    )
    return HandoverShown(
        id=row.id,
        reference=row.reference,
        state=HandoverState(row.state),
        people=people,
        to=row.team.name if row.team else "",
        system_name=row.system_name or (row.team.system_name if row.team else ""),
        summary=row.summary,
        text=_text(row, people),
        sent_at=row.sent_at,
        sent_by=row.sent_by.name,
        answered_at=row.answered_at,
        answered_by=row.answered_by.name if row.answered_by else "",
        because=row.returned_because or row.waived_because,
        system_reference=row.system_reference,
        clock=clock,
        case=row.case.reference if works_it else "",
        may_answer=bool(getattr(row, "is_to_answer", False)),
        may_waive=works_it and viewer.may(Power.DECIDE, row.hub_id),
        still_stands=row.decision.reopened_at is None,
    )


def _text(row: Handover, people: tuple[PersonHanded, ...]) -> str:
    over = HandedOver(
        reference=row.reference,
        hub=row.hub.name,
        to=row.team.name if row.team else "",
        decided_at=row.decision.decided_at,
        decided_by=row.decision.decided_by.name,
        people=[PersonOver(p.name, p.born, p.outcome, p.words) for p in people],
        summary=row.summary,
    )
    return summary_text(over)


def summary_for_system(viewer: Viewer, handover_id: UUID) -> str:
    """Return a hand-over as text for the team's own system: Mosaic, Liquidlogic, Eclipse."""
    rows = _fetched(viewer, handovers_visible_to(viewer).filter(id=handover_id))
    found = _shown(viewer, list(rows))
    if not found:
        raise NotHere
    return found[0].text
