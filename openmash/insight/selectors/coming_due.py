"""What will pass its time by when, and what it waits for: agency, team, task or person (A6.1)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import BooleanField, Count, Min, Value, When
from django.db.models import Case as Choice

from openmash.cases.selectors import concerns_of_cases
from openmash.core.viewers import Viewer
from openmash.governance.models import Clock
from openmash.governance.terms import Force
from openmash.information_requests.models import InformationRequest
from openmash.information_requests.terms import RequestState
from openmash.insight.rules.coming_due import (
    Counted,
    DueFilters,
    Forecast,
    forecast_of,
    look_until,
)
from openmash.insight.selectors.rows import Who
from openmash.insight.selectors.time_limits import (
    Limits,
    limits_running,
    with_what_they_are_about,
)
from openmash.insight.terms import WaitsFor
from openmash.intake.selectors import subjects_of
from openmash.people.selectors import PersonShown, people_shown

LINES = 50


@dataclass(frozen=True)
class DueLine:
    """One time limit: when, what, about whom, and whose move it is."""

    clock: Clock
    force: Force
    reference: str
    is_case: bool
    rating: str
    who: tuple[Who, ...]
    waits: WaitsFor
    waits_for: tuple[str, ...]
    held_by: str

    @property
    def is_target(self) -> bool:
        """An indicative target is never shown as a breach of law (A15.4)."""
        return self.force is Force.INDICATIVE


@dataclass(frozen=True)
class AgencyWaited:
    """An agency that time limits wait for: how many cases, and when its first answer is due."""

    name: str
    cases: int
    first_due: datetime


@dataclass(frozen=True)
class ComingDue:
    """A page of what comes due, with what is to be said of all of it."""

    lines: Sequence[DueLine]
    page: Page[Any]
    forecast: Forecast
    agencies: Sequence[AgencyWaited]
    filters: DueFilters


def coming_due(
    viewer: Viewer, hub_id: UUID, *, filters: DueFilters, page: str | int = 1, at: datetime
) -> ComingDue:
    """Return what is late or comes due, soonest first; ten queries, however many lines."""
    until = look_until(filters.until, at)
    rows = limits_running(viewer, hub_id, until=until)
    counts = _counts(rows, at)
    running = rows.filter(paused_at=None)
    if filters.waits:
        running = running.filter(waits=filters.waits.value)
    wanted = _Counted(with_what_they_are_about(running), _how_many(counts, filters))
    shown = Paginator(cast("Sequence[Any]", wanted), LINES).get_page(page)
    return ComingDue(
        lines=_lines(viewer, list(shown.object_list), at),
        page=shown,
        forecast=forecast_of(counts, by=until),
        agencies=_agencies(rows),
        filters=filters,
    )


def people_due(lines: Iterable[DueLine]) -> list[UUID]:
    """Return everybody these lines show, for the record of who was shown to whom."""
    return [each.person_id for line in lines for each in line.who]


class _Counted:
    """Rows whose number is known already, for a paginator: it need not ask again."""

    def __init__(self, rows: Limits, number: int) -> None:
        self._rows, self._number = rows.order_by("due_at", "id"), number

    def __len__(self) -> int:
        return self._number

    def __getitem__(self, page: slice) -> Sequence[Clock]:
        return list(self._rows[page])


def _counts(rows: Limits, at: datetime) -> list[Counted]:
    late = Choice(
        When(due_at__lt=at, then=Value(True)), default=Value(False), output_field=BooleanField()
    )
    still = Choice(
        When(paused_at=None, then=Value(False)), default=Value(True), output_field=BooleanField()
    )
    sorts = rows.order_by().annotate(late=late, still=still).values("waits", "late", "still")
    return [
        Counted(WaitsFor(each["waits"]), each["late"], each["still"], each["number"])
        for each in sorts.annotate(number=Count("pk"))
    ]


def _how_many(counts: Iterable[Counted], filters: DueFilters) -> int:
    return sum(
        each.number
        for each in counts
        if not each.stands_still and filters.waits in (None, each.waits)
    )


def _agencies(rows: Limits) -> list[AgencyWaited]:
    """Return whom all these time limits wait for, not only those of one page."""
    cases = rows.filter(waits=WaitsFor.AGENCY.value, paused_at=None).values("case_id")
    asked = InformationRequest.objects.filter(case_id__in=cases, state=RequestState.OPEN.value)
    found = (
        asked.order_by()
        .values("agency__name")
        .annotate(cases=Count("case_id", distinct=True), first_due=Min("due_at"))
        .order_by("-cases", "first_due")
    )
    return [AgencyWaited(each["agency__name"], each["cases"], each["first_due"]) for each in found]


def _lines(viewer: Viewer, clocks: Sequence[Clock], at: datetime) -> list[DueLine]:
    case_ids = {each.case_id for each in clocks if each.case_id}
    contact_ids = {each.about_id for each in clocks if each.about_kind == "contact"}
    concerns: Mapping[UUID, list[UUID]] = concerns_of_cases(list(case_ids))
    told = {
        contact_id: [each.person_id for each in subjects if each.is_concern]
        for contact_id, subjects in subjects_of(list(contact_ids)).items()
    }
    wanted = {person for ids in (*concerns.values(), *told.values()) for person in ids}
    people = people_shown(viewer, wanted, on=at.date())
    outstanding = _outstanding(case_ids)
    return [
        _line(
            each,
            who=_who(_ids_of(each, concerns, told), people, at),
            agencies=outstanding.get(each.case_id, []) if each.case_id else [],
        )
        for each in clocks
    ]


def _ids_of(
    clock: Clock, concerns: Mapping[UUID, list[UUID]], told: Mapping[UUID, list[UUID]]
) -> list[UUID]:
    return concerns.get(clock.case_id, []) if clock.case_id else told.get(clock.about_id, [])


def _outstanding(case_ids: Collection[UUID]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = defaultdict(list)
    rows = InformationRequest.objects.filter(case_id__in=case_ids, state=RequestState.OPEN.value)
    for case_id, name in rows.order_by("due_at").values_list("case_id", "agency__name"):
        if name not in found[case_id]:
            found[case_id].append(name)
    return found


def _line(clock: Clock, *, who: tuple[Who, ...], agencies: Sequence[str]) -> DueLine:
    row: dict[str, Any] = vars(clock)
    waits, held_by = WaitsFor(row["waits"]), row["held_by"] or ""
    named = {
        WaitsFor.AGENCY: (row["agency"],) if row["agency"] else tuple(agencies),
        WaitsFor.TEAM: (row["team"],) if row["team"] else (),
        WaitsFor.TASK: (row["task"],),
        WaitsFor.PERSON: (held_by,),
    }
    return DueLine(
        clock=clock,
        force=Force(clock.standing),
        reference=row["case_reference"] or row["contact_reference"] or "",
        is_case=clock.case_id is not None,
        rating=row["rating"] or "",
        who=who,
        waits=waits,
        waits_for=named.get(waits, ()),
        held_by=held_by,
    )


def _who(ids: Iterable[UUID], people: Mapping[UUID, PersonShown], at: datetime) -> tuple[Who, ...]:
    """Return each human being once, in the order told."""
    once = {people[each].identity_id: people[each] for each in ids if each in people}
    return tuple(
        Who(
            person_id=each.id,
            name=each.name,
            age=each.age_words(at.date()),
            area=each.area,
            address_protected=each.address_protected,
        )
        for each in once.values()
    )
