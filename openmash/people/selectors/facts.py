"""What is known of people as plain values: for matching, which weighs them on paper."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Count

from openmash.people.models import Person, PersonKey
from openmash.people.rules import AddressFact, IdentifierFact, NameFact, PersonFacts, probe_keys
from openmash.people.selectors.shown import born_of
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
    rows = Person.objects.filter(id__in=set(ids)).prefetch_related(
        "names", "addresses", "contact_details", "identifiers"
    )
    return {each.id: _facts(each) for each in rows}


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


def _facts(row: Person) -> PersonFacts:
    clear = [each for each in row.contact_details.all() if each.value]
    return PersonFacts(
        names=tuple(NameFact(n.given, n.family, NameUse(n.use)) for n in row.names.all()),
        born=born_of(row),
        expected_on=row.expected_on,
        sex=Sex(row.sex),
        addresses=tuple(
            AddressFact(a.line, a.postcode, AddressUse(a.use))
            for a in row.addresses.all()
            if not a.is_protected
        ),
        phones=tuple(each.value for each in clear if each.kind == ContactKind.PHONE),
        emails=tuple(each.value for each in clear if each.kind == ContactKind.EMAIL),
        identifiers=tuple(
            IdentifierFact(IdentifierScheme(i.scheme), i.value) for i in row.identifiers.all()
        ),
    )
