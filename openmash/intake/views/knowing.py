"""People the hub knows already, written into the rows of a call's page (budget 1)."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from openmash.core.partial_dates import PartialDate, Precision
from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer
from openmash.intake.forms.people import MOST_PEOPLE, PersonForm, empty_row, rows_of
from openmash.intake.terms import WhoTold
from openmash.people.rules import PersonFacts
from openmash.people.selectors import PersonShown, facts_of, person_for

GROWN_UP = 18
SPARE_ROWS = 2


def known_people(
    viewer: Viewer, hub_id: UUID, chosen: Sequence[str], *, on: date
) -> list[PersonShown]:
    """Return the people chosen from a search whom the viewer may open in this hub."""
    found = [person_for(viewer, _id_of(each), on=on) for each in chosen[:MOST_PEOPLE]]
    if any(each.hub_id != hub_id for each in found):
        raise NotHere
    return found


def rows_about(
    people: Sequence[PersonShown], *, on: date
) -> tuple[list[PersonForm], dict[str, str]]:
    """Return a row for each, with empty ones after them, and where the first of them lives."""
    if not people:
        return rows_of(None, is_judged=False), {}
    facts = facts_of(each.id for each in people)
    parts = _parts(people, on)
    told = [_told(each, facts[each.id]) for each in people]
    rows = [empty_row(n, who, **told[n]) for n, who in enumerate(parts)]
    spare = range(len(rows), min(len(rows) + SPARE_ROWS, MOST_PEOPLE))
    return rows + [empty_row(n) for n in spare], _home(people[0], facts[people[0].id])


def _told(person: PersonShown, facts: PersonFacts) -> dict[str, Any]:
    name = facts.names[0] if facts.names else None
    return {
        "known": person.id,
        "given_names": name.given if name else "",
        "family_name": name.family if name else "",
        "born": _born(person),
        "sex": person.sex.value,
    }


def _born(person: PersonShown) -> str:
    """Return a date of birth as somebody would type it, no more exactly than it is known."""
    day = person.expected_on
    return f"{day:%d/%m/%Y}" if day else _partial(person.born)


def _partial(born: PartialDate | None) -> str:
    if born is None or born.day is None:
        return ""
    shapes = {Precision.DAY: "%d/%m/%Y", Precision.MONTH: "%m/%Y"}
    words = born.day.strftime(shapes.get(born.precision, "%Y"))
    return f"about {words}" if born.precision is Precision.ABOUT else words


def _parts(people: Sequence[PersonShown], on: date) -> list[WhoTold]:
    """A child found is the child it is about; an adult is, when no child was chosen."""
    children = [_is_child(each, on) for each in people]
    grown = WhoTold.HOUSEHOLD if any(children) else WhoTold.ADULT
    return [
        WhoTold.UNBORN if each.expected_on else WhoTold.CHILD if is_child else grown
        for each, is_child in zip(people, children, strict=True)
    ]


def _is_child(person: PersonShown, on: date) -> bool:
    if person.expected_on or person.born is None or person.born.day is None:
        return True
    born = person.born.day
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day)) < GROWN_UP


def _home(person: PersonShown, facts: PersonFacts) -> dict[str, str]:
    """Return where somebody lives; a protected address is never written in."""
    if person.address_protected or not facts.addresses:
        return {}
    return {
        "home_address": facts.addresses[-1].line,
        "home_postcode": facts.addresses[-1].postcode,
    }


def _id_of(said: str) -> UUID:
    try:
        return UUID(said)
    except ValueError:
        raise NotHere from None
