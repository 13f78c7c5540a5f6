"""People for this room's tests: a short way to have one told of."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from openmash.core.partial_dates import PartialDate
from openmash.people.models import Person
from openmash.people.rules import NO_DETAILS, AddressFact, NameFact, PersonFacts
from openmash.people.services import add_person

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)

Tell = Callable[..., Person]


@pytest.fixture
def tell(cast) -> Tell:
    """Have Sam write down one telling: `tell("Maya", "Dobson", postcode="ZX9 1AA")`."""

    def write(
        given: str = "",
        family: str = "",
        born: date | None = None,
        *,
        line: str = "",
        postcode: str = "",
        details=NO_DETAILS,
        at: datetime = NOW,
        **more,
    ) -> Person:
        facts = PersonFacts(
            names=(NameFact(given, family),) if given or family else (),
            born=PartialDate(born) if born else None,
            addresses=(AddressFact(line, postcode),) if line or postcode else (),
            **more,
        )
        return add_person(by=cast.sam, hub_id=cast.hub.id, facts=facts, details=details, at=at)

    return write
