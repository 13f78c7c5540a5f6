"""The keys people are found by, written afresh from what may find them."""

from collections.abc import Iterator, Mapping
from uuid import UUID

from openmash.people.models import PersonKey
from openmash.people.rules import PersonFacts, match_keys, search_keys
from openmash.people.terms import KeyKind


def write_keys(*, hub_id: UUID, person_id: UUID, facts: PersonFacts) -> None:
    """Replace a person's keys with those of these facts."""
    PersonKey.objects.filter(person_id=person_id).delete()
    write_new_keys(hub_id=hub_id, facts={person_id: facts})


def write_new_keys(*, hub_id: UUID, facts: Mapping[UUID, PersonFacts]) -> None:
    """Write the keys of people who have none yet, all in one go."""
    PersonKey.objects.bulk_create(
        key for person_id, each in facts.items() for key in _keys(hub_id, person_id, each)
    )


def _keys(hub_id: UUID, person_id: UUID, facts: PersonFacts) -> Iterator[PersonKey]:
    values = [(KeyKind.SEARCH, each) for each in sorted(search_keys(facts))]
    values += [(KeyKind.MATCH, each) for each in sorted(match_keys(facts))]
    for kind, value in values:
        yield PersonKey(hub_id=hub_id, person_id=person_id, kind=kind, value=value)
