"""A page of somebody's story, with the strip above it and the filters it offers (A9.2)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import TruncMonth

from openmash.chronology.models import Entry, EntryPerson
from openmash.chronology.rules import EVERYTHING, Bar, EntryFilters, density
from openmash.chronology.selectors.shown import Corrections, EntryShown, as_shown, people_in
from openmash.chronology.selectors.visible import entries_visible_to
from openmash.chronology.selectors.wording import LONDON, stretch_words
from openmash.chronology.terms import Order
from openmash.core.viewers import Viewer
from openmash.people.selectors import PersonShown, people_shown, visible_records_of

PER_PAGE = 50


@dataclass(frozen=True)
class AgencyOffered:
    id: UUID
    name: str


@dataclass(frozen=True)
class BarShown:
    """A bar of the strip with its words."""

    bar: Bar
    words: str


@dataclass(frozen=True)
class ChronologyPage:
    """One page of a story. `bars` and `agencies` tell only of what this viewer may read.

    `people` are those asked about and those the page's entries name, as far as they are known of.
    """

    entries: list[EntryShown]
    page: Page[Entry]
    bars: list[BarShown]
    agencies: list[AgencyOffered]
    people: dict[UUID, PersonShown]
    filters: EntryFilters

    @property
    def total(self) -> int:
        return self.page.paginator.count


@dataclass(frozen=True)
class _Facet:
    """How many entries of one month, agency and significance a story has."""

    month: date | None
    agency: AgencyOffered | None
    kind: str
    significant: bool
    count: int

    def fits(self, filters: EntryFilters) -> bool:
        return (
            (not filters.kinds or self.kind in filters.kinds)
            and (not filters.agency_id or bool(self.agency and self.agency.id == filters.agency_id))
            and (self.significant or not filters.significant_only)
        )


def entries_of(
    viewer: Viewer,
    *,
    person_ids: Iterable[UUID],
    at: datetime,
    filters: EntryFilters = EVERYTHING,
) -> ChronologyPage:
    """Return the story of these people, whichever record of them it was told about."""
    asked = set(person_ids)
    wanted = asked & {filters.about_id} if filters.about_id else asked
    records = visible_records_of(viewer, wanted)
    about = EntryPerson.objects.filter(person_id__in=records).values("entry_id")
    rows = entries_visible_to(viewer, at=at).filter(id__in=about)
    return _page(viewer, rows, filters, at, asked=asked)


def whole_story_of(viewer: Viewer, *, person_ids: Iterable[UUID], at: datetime) -> list[EntryShown]:
    """Return every entry about these people that the viewer may read, newest first, unpaged."""
    records = visible_records_of(viewer, set(person_ids))
    about = EntryPerson.objects.filter(person_id__in=records).values("entry_id")
    visible = entries_visible_to(viewer, at=at)
    story = _in_order(visible.filter(id__in=about), Order.NEWEST)
    rows = list(story.select_related("supplied_by").prefetch_related("people", "sources"))
    people = people_shown(viewer, people_in(rows), on=at.astimezone(LONDON).date())
    corrections = _corrections(visible, rows)
    return [as_shown(each, people, corrections) for each in rows]


def entries_of_case(
    viewer: Viewer, case_id: UUID, *, at: datetime, filters: EntryFilters = EVERYTHING
) -> ChronologyPage:
    """Return what was written on one case; the caller has asked whether the case may be seen."""
    rows = entries_visible_to(viewer, at=at).filter(case_id=case_id)
    return _page(viewer, rows, filters, at, asked=set())


def _page(
    viewer: Viewer,
    story: QuerySet[Entry],
    filters: EntryFilters,
    at: datetime,
    *,
    asked: set[UUID],
) -> ChronologyPage:
    facets = _facets(story)
    rows = _in_order(story.filter(_asked_for(filters)), filters.order)
    fetched = rows.select_related("supplied_by").prefetch_related("people", "sources")
    page = Paginator(fetched, PER_PAGE).get_page(filters.page)
    on_page = list(page.object_list)
    corrections = _corrections(entries_visible_to(viewer, at=at), on_page)
    people = people_shown(viewer, asked | people_in(on_page), on=at.astimezone(LONDON).date())
    return ChronologyPage(
        entries=[as_shown(each, people, corrections) for each in on_page],
        page=page,
        bars=_bars(facets, filters),
        agencies=sorted({f.agency for f in facets if f.agency}, key=lambda each: each.name),
        people=people,
        filters=filters,
    )


def _asked_for(filters: EntryFilters) -> Q:
    wanted = Q(significant=True) if filters.significant_only else Q()
    if filters.kinds:
        wanted &= Q(kind__in=filters.kinds)
    if filters.agency_id:
        wanted &= Q(supplied_by_id=filters.agency_id)
    if filters.since:
        wanted &= Q(happened_from__gte=_midnight(filters.since))
    if filters.until:
        wanted &= Q(happened_from__lt=_midnight(filters.until))
    return wanted


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, LONDON)


def _in_order(rows: QuerySet[Entry], order: Order) -> QuerySet[Entry]:
    """What has no date comes last either way: it belongs nowhere in the order (A9.3)."""
    happened = F("happened_from")
    first = happened.asc if order is Order.OLDEST else happened.desc
    return rows.order_by(first(nulls_last=True), "-known_at", "id")


def _facets(story: QuerySet[Entry]) -> list[_Facet]:
    counted = (
        story.annotate(month=TruncMonth("happened_from", tzinfo=LONDON))
        .values("month", "supplied_by_id", "supplied_by__name", "kind", "significant")
        .annotate(count=Count("id"))
        .order_by()
    )
    return [
        _Facet(
            month=row["month"].date() if row["month"] else None,
            agency=_agency(row["supplied_by_id"], row["supplied_by__name"]),
            kind=row["kind"],
            significant=row["significant"],
            count=row["count"],
        )
        for row in counted
    ]


def _agency(agency_id: UUID | None, name: str | None) -> AgencyOffered | None:
    return AgencyOffered(agency_id, name or "") if agency_id else None


def _bars(facets: Sequence[_Facet], filters: EntryFilters) -> list[BarShown]:
    """The strip keeps its whole length when a stretch of it is chosen, so that one can go back."""
    months: Counter[date] = Counter()
    for each in facets:
        if each.month and each.fits(filters):
            months[each.month] += each.count
    return [BarShown(bar, stretch_words(bar.since, bar.until)) for bar in density(months)]


def _corrections(visible: QuerySet[Entry], rows: Sequence[Entry]) -> Corrections:
    """Tell of a correction only where both the entry and its correction may be read."""
    ids = {each.id for each in rows}
    corrected = {each.corrects_id for each in rows if each.corrects_id}
    readable = visible.filter(Q(corrects_id__in=ids) | Q(id__in=corrected))
    found = dict(readable.values_list("id", "corrects_id")) if rows else {}
    told = {each.id: each.corrects_id for each in rows if each.corrects_id in {*found, *ids}}
    told.update((new, old) for new, old in found.items() if old in ids)
    return Corrections({new: old for new, old in told.items() if old})
