"""The one search box, answered by keys; a restricted person is not found (A3.1, A3.2)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import Exists, F, IntegerField, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast

from openmash.accounts.terms import Power
from openmash.core.viewers import Viewer
from openmash.people.models import Person, PersonKey
from openmash.people.rules import KeyGroup, KeyRange, search_terms
from openmash.people.selectors.shown import PersonShown, as_shown, with_what_is_shown
from openmash.people.selectors.visible import lives_at_a_protected_address, people_open_to
from openmash.people.terms import KeyKind

RECORDS_READ = 4  # for each line wanted: one identity may answer with several records


@dataclass(frozen=True)
class Found:
    """What a search found: people one line each, or the reference that was typed."""

    people: list[PersonShown]
    reference: str = ""
    is_loose: bool = False
    is_cut: bool = False


def search_people(viewer: Viewer, query: str, *, on: date, limit: int = 50) -> list[PersonShown]:
    """Return whom a query finds in the viewer's hubs, a line for each identity, closest first."""
    return find_people(viewer, query, on=on, limit=limit).people


def find_people(viewer: Viewer, query: str, *, on: date, limit: int = 50) -> Found:
    """Answer a query whole; when nobody fits all of it, whoever fits most of it (`is_loose`)."""
    terms = search_terms(query, on=on)
    if terms.is_empty or terms.reference:
        return Found([], reference=terms.reference)
    identities = _identities(viewer, terms.groups(), limit + 1)
    is_loose = not identities
    for groups in terms.relaxed() if is_loose else ():
        if identities := _identities(viewer, groups, limit + 1):
            break
    people = _one_line_each(viewer, identities[:limit], on)
    return Found(people, is_loose=is_loose and bool(people), is_cut=len(identities) > limit)


def _identities(viewer: Viewer, groups: Sequence[KeyGroup], limit: int) -> list[UUID]:
    """Return the identities with a key in every group, best first; several records may share."""
    people = people_open_to(viewer)
    rows = people
    for group in groups:
        holders = people.filter(id__in=_holders(viewer, group)).values("identity_id")
        rows = rows.filter(identity_id__in=holders)
    ordered = rows.annotate(closeness=_closeness(groups)).order_by(
        "-closeness", "-created_at", "id"
    )
    found = ordered.values_list("identity_id", flat=True)[: limit * RECORDS_READ]
    return list(dict.fromkeys(found))[:limit]


def _holders(viewer: Viewer, group: KeyGroup) -> QuerySet[PersonKey, UUID]:
    hubs = viewer.hubs_where(Power.SEE_CASES)
    keys = PersonKey.objects.filter(_in_any(group), hub_id__in=hubs, kind=KeyKind.SEARCH)
    if any(each.low.startswith("a:") for each in group):  # a protected place finds nobody
        keys = keys.exclude(person__in=_protected())
    return keys.values_list("person_id", flat=True)


def _protected() -> QuerySet[Person]:
    return Person.objects.filter(lives_at_a_protected_address())


def _in_any(group: Iterable[KeyRange]) -> Q:
    wanted = Q(pk__in=[])
    for each in group:
        below = Q(value__lt=each.below) if each.below else Q(value__lte=each.low)
        wanted |= Q(value__gte=each.low) & below
    return wanted


def _closeness(groups: Sequence[KeyGroup]) -> Cast | F | Value:
    """Count the parts of a query a record has letter for letter, not only by sound or beginning."""
    total = Value(0)
    for group in groups:
        exact = PersonKey.objects.filter(
            person=OuterRef("pk"), kind=KeyKind.SEARCH, value=group[0].low
        )
        total = total + Cast(Exists(exact), IntegerField())  # type: ignore[assignment]
    return total


def _one_line_each(viewer: Viewer, identities: Sequence[UUID], on: date) -> list[PersonShown]:
    rows = people_open_to(viewer).filter(identity_id__in=identities).order_by("created_at", "id")
    records: dict[UUID, list[PersonShown]] = {each: [] for each in identities}
    for row in with_what_is_shown(rows):
        records[row.identity_id].append(as_shown(row, on=on))
    return [together(each) for each in records.values() if each]


def together(records: Sequence[PersonShown]) -> PersonShown:
    """Return several records of one person as one: the first speaks, the rest fill its gaps."""
    first, *rest = records
    names = dict.fromkeys(name for each in records for name in (each.name, *each.other_names))
    names.pop(first.name)
    located = next((each for each in reversed(records) if each.area), first)
    return replace(
        first,
        other_names=tuple(names),
        born=first.born or next((each.born for each in rest if each.born), None),
        died_on=first.died_on or next((each.died_on for each in rest if each.died_on), None),
        area=located.area,
        address_words=located.address_words,
        restricted=any(each.restricted for each in records),
    )
