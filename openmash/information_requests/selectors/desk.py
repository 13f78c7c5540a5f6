"""The agency's desk: what it was asked, as a check list with one person a line (A7.2, A7.9)."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from statistics import median
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from openmash.accounts.selectors import practitioners_who_may
from openmash.accounts.terms import Power
from openmash.core.viewers import Viewer
from openmash.core.working_time import LONDON
from openmash.information_requests.models import Chaser, InformationRequest, RequestPerson, Return
from openmash.information_requests.selectors.gate import requests_to_answer
from openmash.information_requests.terms import Answer, RequestState
from openmash.intake.terms import Part

LINES = 50
REPLIES_COUNTED = 500
REPLIES_SINCE = timedelta(days=30)


@dataclass(frozen=True)
class DeskFilters:
    """What of the list to show: still to answer, answered today, or both; and which of them."""

    show: str = "left"
    due: str = ""
    rating: str = ""


@dataclass(frozen=True)
class DeskAnswer:
    """The answer now standing on a line."""

    return_id: UUID
    answer: Answer
    answered_at: datetime
    answered_by: str
    was_corrected: bool
    is_partial: bool


@dataclass(frozen=True)
class DeskLine:
    """One person an agency is asked about, and everything needed to answer."""

    asked_about_id: UUID
    person_id: UUID
    request: InformationRequest
    name: str
    born_words: str
    address_words: str
    part: str
    reminders: int
    is_late: bool
    answer: DeskAnswer | None

    @property
    def is_answered(self) -> bool:
        """Say whether nothing more is waited for about this person."""
        return self.answer is not None and not self.answer.is_partial


@dataclass(frozen=True)
class Desk:
    """One page of the list, how far the agency has got, and how long it usually takes."""

    page: "Page[RequestPerson]"
    lines: Sequence[DeskLine]
    total: int
    answered: int
    overdue: int
    usual_reply: timedelta | None
    hub_phone: str

    @property
    def left(self) -> int:
        return self.total - self.answered


def requests_for_desk(
    viewer: Viewer,
    hub_id: UUID,
    *,
    at: datetime,
    filters: DeskFilters = DeskFilters(),
    page_number: str | int = 1,
) -> Desk:
    """Return the check list of the viewer's agency in a hub, soonest due first.

    Open requests, and those answered today, so that the day's work can be seen and put right.
    """
    listed = _listed(viewer, hub_id, at)
    counts = listed.aggregate(
        total=Count("pk"),
        answered=Count("pk", filter=Q(_is_answered())),
        overdue=Count("pk", filter=~Q(_is_answered()) & Q(request__due_at__lt=at)),
    )
    chosen = _chosen(listed, filters, at)
    page = Paginator(chosen, LINES).get_page(page_number)
    lines = _lines(list(page.object_list), at)
    return Desk(
        page=page,
        lines=lines,
        total=counts["total"],
        answered=counts["answered"],
        overdue=counts["overdue"],
        usual_reply=_usual_reply(viewer, hub_id, at),
        hub_phone=lines[0].request.hub.phone if lines else "",
    )


def desk_lines(
    viewer: Viewer, asked_about_ids: Collection[UUID], hub_id: UUID, at: datetime
) -> list[DeskLine]:
    """Return these lines of the viewer's desk, in its order; those not theirs are not there."""
    rows = RequestPerson.objects.filter(
        id__in=asked_about_ids, request__in=requests_to_answer(viewer, hub_id)
    )
    return _lines(list(_in_order(rows)), at)


def desk_line(viewer: Viewer, asked_about_id: UUID, hub_id: UUID, at: datetime) -> DeskLine | None:
    """Return one line of the desk again, or None when it is not the viewer's to answer."""
    return next(iter(desk_lines(viewer, [asked_about_id], hub_id, at)), None)


def may_be_named(line: DeskLine, on: date) -> list[tuple[UUID, str]]:
    """Return who may be named on an item: those asked about, then those who give views (A8.2)."""
    family = RequestPerson.objects.filter(request=line.request).order_by("position")
    colleagues = practitioners_who_may(Power.GIVE_VIEW, line.request.hub_id, on=on)
    return [
        *family.values_list("person_id", "name"),
        *((each.id, f"{each.name}, {each.job_title}") for each in colleagues),
    ]


def persons_left(viewer: Viewer, hub_id: UUID) -> int:
    """Return how many people the viewer's agency has still to answer about."""
    waiting = requests_to_answer(viewer, hub_id).filter(state=RequestState.OPEN.value)
    return RequestPerson.objects.filter(~Q(_is_answered()), request__in=waiting).count()


def _listed(viewer: Viewer, hub_id: UUID, at: datetime) -> QuerySet[RequestPerson]:
    today = _start_of_day(at)
    on_the_list = requests_to_answer(viewer, hub_id).filter(
        Q(state=RequestState.OPEN.value)
        | Q(state=RequestState.ANSWERED.value, answered_at__gte=today)
    )
    return RequestPerson.objects.filter(request__in=on_the_list)


def _is_answered() -> Exists:
    """Return the condition that a person on the list has a whole answer."""
    return Exists(
        Return.objects.filter(asked_about=OuterRef("pk"), is_partial=False, corrected_by=None)
    )


def _chosen(
    listed: QuerySet[RequestPerson], filters: DeskFilters, at: datetime
) -> QuerySet[RequestPerson]:
    if filters.show == "answered":
        listed = listed.filter(_is_answered())
    if filters.show == "left":
        listed = listed.filter(~_is_answered())
    if filters.rating:
        listed = listed.filter(request__rating=filters.rating)
    if filters.due == "overdue":
        listed = listed.filter(request__due_at__lt=at)
    if filters.due == "today":
        listed = listed.filter(request__due_at__lt=_start_of_day(at + timedelta(days=1)))
    return _in_order(listed)


def _in_order(rows: QuerySet[RequestPerson]) -> QuerySet[RequestPerson]:
    """Return lines with their requests, soonest due first, a request's people together."""
    return rows.select_related(
        "request", "request__hub", "request__agency", "request__asked_by"
    ).order_by("request__due_at", "request__asked_at", "request_id", "position")


def _lines(rows: Sequence[RequestPerson], at: datetime) -> list[DeskLine]:
    answers = _answers([each.id for each in rows])
    reminders = _reminders({each.request_id for each in rows})
    return [
        _line(each, answers.get(each.id), reminders.get(each.request_id, 0), at) for each in rows
    ]


def _line(row: RequestPerson, answer: DeskAnswer | None, reminders: int, at: datetime) -> DeskLine:
    is_waited_for = answer is None or answer.is_partial
    return DeskLine(
        asked_about_id=row.id,
        person_id=row.person_id,
        request=row.request,
        name=row.name,
        born_words=row.born_words,
        address_words=row.address_words,
        part=Part(row.part).label if row.part in tuple(Part) else "",
        reminders=reminders,
        is_late=is_waited_for and row.request.due_at < at,
        answer=answer,
    )


def _answers(asked_about_ids: Sequence[UUID]) -> dict[UUID, DeskAnswer]:
    rows = (
        Return.objects.filter(asked_about__in=asked_about_ids, corrected_by=None)
        .select_related("answered_by")
        .order_by("answered_at")
    )
    return {
        each.asked_about_id: DeskAnswer(
            return_id=each.id,
            answer=Answer(each.answer),
            answered_at=each.answered_at,
            answered_by=each.answered_by.name,
            was_corrected=each.corrects_id is not None,
            is_partial=each.is_partial,
        )
        for each in rows
    }


def _reminders(request_ids: Iterable[UUID]) -> dict[UUID, int]:
    rows = Chaser.objects.filter(request__in=request_ids).values("request_id")
    return {each["request_id"]: each["n"] for each in rows.annotate(n=Count("pk"))}


def _usual_reply(viewer: Viewer, hub_id: UUID, at: datetime) -> timedelta | None:
    """Return the agency's median time to reply lately; half were sooner, half later (A7.9)."""
    replies = (
        requests_to_answer(viewer, hub_id)
        .filter(state=RequestState.ANSWERED.value, answered_at__gte=at - REPLIES_SINCE)
        .annotate(took=F("answered_at") - F("asked_at"))
        .order_by("-answered_at")
        .values_list("took", flat=True)
    )
    return median(taken) if (taken := list(replies[:REPLIES_COUNTED])) else None


def _start_of_day(at: datetime) -> datetime:
    here: date = at.astimezone(LONDON).date()
    return datetime.combine(here, time(), LONDON)
