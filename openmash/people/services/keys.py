"""The keys people are found by, written afresh from what may find them."""

import json
from collections.abc import Iterator, Mapping
from uuid import UUID

from django.db import connection

from openmash.people.models import PersonKey
from openmash.people.rules import PersonFacts, match_keys, search_keys
from openmash.people.terms import KeyKind


def write_keys(*, hub_id: UUID, person_id: UUID, facts: PersonFacts) -> None:
    """Replace a person's keys with those of these facts."""
    PersonKey.objects.filter(person_id=person_id).delete()
    write_new_keys(hub_id=hub_id, facts={person_id: facts})


def write_new_keys(*, hub_id: UUID, facts: Mapping[UUID, PersonFacts]) -> None:
    """Write the keys of people who have none yet, all in one statement.

    A thousand notifications bring sixty thousand keys: as model rows they took longer to write
    than everything else together.
    """
    rows = [key for person_id, each in facts.items() for key in _keys(str(person_id), each)]
    if rows:
        with connection.cursor() as cursor:
            cursor.execute(_INSERT, [hub_id, json.dumps(rows)])


_INSERT = """
insert into people_personkey (hub_id, person_id, kind, value)
select %s, (key->>0)::uuid, key->>1, key->>2 from json_array_elements(%s::json) key
"""


def _keys(person_id: str, facts: PersonFacts) -> Iterator[tuple[str, str, str]]:
    for value in sorted(search_keys(facts)):
        yield person_id, KeyKind.SEARCH.value, value
    for value in sorted(match_keys(facts)):
        yield person_id, KeyKind.MATCH.value, value
