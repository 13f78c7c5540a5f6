"""The keys people are found by, written afresh from what may find them."""

from uuid import UUID

from openmash.people.models import PersonKey
from openmash.people.rules import PersonFacts, match_keys, search_keys
from openmash.people.terms import KeyKind


def write_keys(*, hub_id: UUID, person_id: UUID, facts: PersonFacts) -> None:
    """Replace a person's keys with those of these facts."""
    PersonKey.objects.filter(person_id=person_id).delete()
    values = [(KeyKind.SEARCH, each) for each in sorted(search_keys(facts))]
    values += [(KeyKind.MATCH, each) for each in sorted(match_keys(facts))]
    PersonKey.objects.bulk_create(
        PersonKey(hub_id=hub_id, person_id=person_id, kind=kind, value=value)
        for kind, value in values
    )
