"""A case and its people, written straight into the tables.

How a case comes to be opened is told in the room that opens it; here it is only where things stand.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from uuid import UUID

from openmash.cases.models import Case, CasePerson
from openmash.core.partial_dates import PartialDate
from openmash.core.references import new_reference
from openmash.people.models import Person
from openmash.people.rules import AddressFact, NameFact, PersonFacts
from openmash.people.services import add_person
from tests.cast import Cast

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)  # a Friday


def tell_of(cast: Cast, given: str, family: str, *, line: str = "12 Mill Lane") -> Person:
    """Have Sam write down one person."""
    told = PersonFacts(
        names=(NameFact(given, family),),
        born=PartialDate(date(2019, 3, 14)),
        addresses=(AddressFact(line, "ZX9 1AA"),),
    )
    return add_person(by=cast.sam, hub_id=cast.hub.id, facts=told, at=NOW)


def case_of(
    cast: Cast,
    people: Sequence[Person],
    *,
    rating: str = "amber",
    status: str = "checks",
    tracks: Sequence[str] = ("CHILD_EN",),
    concern: str = "A neighbour heard shouting and a child crying.",
    named: Sequence[UUID] = (),
) -> Case:
    """Open a case about these people, the first of them the child of concern."""
    case = Case.objects.create(
        hub=cast.hub,
        reference=new_reference("K"),
        status=status,
        rating=rating,
        tracks=list(tracks),
        concern=concern,
        received_at=NOW,
        opened_at=NOW,
        closed_at=NOW if status == "closed" else None,
        restricted=bool(named),
        audience=list(named),
    )
    CasePerson.objects.bulk_create(
        CasePerson(
            hub=cast.hub,
            case=case,
            person=person,
            part="child_of_concern" if position == 0 else "household",
            is_concern=position == 0,
            position=position,
        )
        for position, person in enumerate(people)
    )
    return case
