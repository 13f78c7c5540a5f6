"""A child with a story, for this room's tests."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest

from openmash.chronology.models import Entry
from openmash.chronology.services import add_entry
from openmash.chronology.terms import EntryKind
from openmash.people.models import Person
from openmash.people.rules import NameFact, PersonFacts
from openmash.people.services import add_person

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)

Tell = Callable[..., Person]
Write = Callable[..., Entry]


@pytest.fixture
def tell(cast) -> Tell:
    """Have Sam write down one telling of somebody: `tell("Maya", "Dobson")`."""

    def write(given: str, family: str = "") -> Person:
        facts = PersonFacts(names=(NameFact(given, family),))
        return add_person(by=cast.sam, hub_id=cast.hub.id, facts=facts, at=NOW)

    return write


@pytest.fixture
def maya(tell: Tell) -> Person:
    return tell("Maya", "Dobson")


@pytest.fixture
def write(cast) -> Write:
    """Write one entry about some people: `write("Missed school", maya, code="H3")`."""

    def entry(words: str, *people: Person, parts: dict[UUID, str] | None = None, **more) -> Entry:
        return add_entry(
            **{
                "hub_id": cast.hub.id,
                "kind": EntryKind.RETURN_ITEM,
                "words": words,
                "at": NOW,
                "known_at": NOW,
                "persons": parts or {each.id: "" for each in people},
                "source": ("return", uuid4(), "Return"),
                **more,
            }
        )

    return entry
