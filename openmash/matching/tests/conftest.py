"""People who may be one person, for this room's tests."""

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
    """Have Sam write down one telling; with nothing said it is Maya Dobson's."""

    def write(
        given: str = "Maya",
        family: str = "Dobson",
        born: date | None = date(2016, 3, 27),
        postcode: str = "ZX9 1AA",
        details=NO_DETAILS,
        **more,
    ) -> Person:
        facts = PersonFacts(
            names=(NameFact(given, family),),
            born=PartialDate(born) if born else None,
            addresses=(AddressFact("4 Quarry Row", postcode),),
            **more,
        )
        return add_person(by=cast.sam, hub_id=cast.hub.id, facts=facts, details=details, at=NOW)

    return write
