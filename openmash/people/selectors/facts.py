"""What is known of people as plain values: for matching, which weighs them on paper."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db.models import Count

from openmash.core.partial_dates import PartialDate, Precision
from openmash.people.models import (
    Address,
    ContactDetail,
    Identifier,
    Person,
    PersonKey,
    PersonName,
)
from openmash.people.rules import AddressFact, IdentifierFact, NameFact, PersonFacts, probe_keys
from openmash.people.terms import (
    AddressUse,
    ContactKind,
    IdentifierScheme,
    KeyKind,
    NameUse,
    Sex,
)


def facts_of(ids: Iterable[UUID]) -> dict[UUID, PersonFacts]:
    """Return what may be weighed about each person: never anything sealed. Five queries."""
    wanted = set(ids)
    names, addresses = _names(wanted), _addresses(wanted)
    reach, numbers = _reach(wanted), _numbers(wanted)
    people = Person.objects.filter(id__in=wanted)
    fields = ("id", "born_on", "born_precision", "expected_on", "sex")
    return {
        person: PersonFacts(
            names=tuple(names[person]),
            born=PartialDate(born_on, Precision(precision)) if born_on else None,
            expected_on=expected_on,
            sex=Sex(sex),
            addresses=tuple(addresses[person]),
            phones=tuple(reach[person, ContactKind.PHONE.value]),
            emails=tuple(reach[person, ContactKind.EMAIL.value]),
            identifiers=tuple(numbers[person]),
        )
        for person, born_on, precision, expected_on, sex in people.values_list(*fields)
    }


def _names(people: set[UUID]) -> dict[UUID, list[NameFact]]:
    found: dict[UUID, list[NameFact]] = defaultdict(list)
    rows = PersonName.objects.filter(person__in=people)
    for person, given, family, use in rows.values_list("person_id", "given", "family", "use"):
        found[person].append(NameFact(given, family, NameUse(use)))
    return found


def _addresses(people: set[UUID]) -> dict[UUID, list[AddressFact]]:
    found: dict[UUID, list[AddressFact]] = defaultdict(list)
    rows = Address.objects.filter(person__in=people, is_protected=False)
    for person, line, postcode, use in rows.values_list("person_id", "line", "postcode", "use"):
        found[person].append(AddressFact(line, postcode, AddressUse(use)))
    return found


def _reach(people: set[UUID]) -> dict[tuple[UUID, str], list[str]]:
    found: dict[tuple[UUID, str], list[str]] = defaultdict(list)
    rows = ContactDetail.objects.filter(person__in=people).exclude(value="")
    for person, kind, value in rows.values_list("person_id", "kind", "value"):
        found[person, kind].append(value)
    return found


def _numbers(people: set[UUID]) -> dict[UUID, list[IdentifierFact]]:
    found: dict[UUID, list[IdentifierFact]] = defaultdict(list)
    rows = Identifier.objects.filter(person__in=people)
    for person, scheme, value in rows.values_list("person_id", "scheme", "value"):
        found[person].append(IdentifierFact(IdentifierScheme(scheme), value))
    return found


def candidates_for(hub_id: UUID, facts: PersonFacts, *, limit: int = 50) -> list[UUID]:
    """Return the people who share a match key with these facts, those who share most first.

    A restricted person may be among them: whoever shows a suggestion asks the gate first.
    """
    rows = (
        PersonKey.objects.filter(hub_id=hub_id, kind=KeyKind.MATCH, value__in=probe_keys(facts))
        .values("person_id")
        .annotate(shared=Count("id"))
        .order_by("-shared", "person_id")
    )
    return [each["person_id"] for each in rows[:limit]]


def candidates_for_each(
    hub_id: UUID, asked: Mapping[UUID, PersonFacts], *, limit: int = 50
) -> dict[UUID, list[UUID]]:
    """Return the candidates for several people at once, as `candidates_for` does; one query."""
    keys = {person: probe_keys(facts) for person, facts in asked.items()}
    holders: dict[str, list[UUID]] = defaultdict(list)
    rows = PersonKey.objects.filter(
        hub_id=hub_id, kind=KeyKind.MATCH, value__in=set().union(*keys.values())
    )
    for value, person_id in rows.values_list("value", "person_id"):
        holders[value].append(person_id)
    return {person: _most_shared(keys[person], holders, limit) for person in asked}


def _most_shared(keys: Iterable[str], holders: Mapping[str, list[UUID]], limit: int) -> list[UUID]:
    shared = Counter(person for key in keys for person in holders.get(key, ()))
    return sorted(shared, key=lambda person: (-shared[person], person))[:limit]
