"""Writing people down as they were told of, each telling a record of its own (A3.3)."""

import json
import uuid
from collections.abc import Iterator, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from openmash.accounts.services import keyring
from openmash.audit.services import record
from openmash.core.partial_dates import Precision
from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer
from openmash.people.models import Address, ContactDetail, Identifier, Person, PersonName
from openmash.people.rules import NO_DETAILS, AddressFact, PersonDetails, PersonFacts, findable
from openmash.people.services.keys import write_new_keys
from openmash.people.terms import ContactKind


@transaction.atomic
def add_person(
    *,
    by: Viewer,
    hub_id: UUID,
    facts: PersonFacts,
    at: datetime,
    details: PersonDetails = NO_DETAILS,
) -> Person:
    """Write down one telling of one person; until somebody joins it, an identity of its own.

    A protected address and unsafe contact details are sealed as they arrive and yield no keys.
    """
    return add_people(by=by, hub_id=hub_id, told=[(facts, details)], at=at)[0]


@transaction.atomic
def add_people(
    *,
    by: Viewer,
    hub_id: UUID,
    told: Sequence[tuple[PersonFacts, PersonDetails]],
    at: datetime,
) -> list[Person]:
    """Write down everybody one telling is about, in the order given, with one footprint."""
    if hub_id not in by.hub_ids:
        raise NotHere
    if not told:
        return []
    people = [_person(hub_id, facts, details, at) for facts, details in told]
    Person.objects.bulk_create(people)
    each_told = list(zip(people, told, strict=True))
    PersonName.objects.bulk_create(n for p, (f, _) in each_told for n in _names(p, f, at))
    Address.objects.bulk_create(a for p, (f, d) in each_told for a in _addresses(p, f, d, at))
    ContactDetail.objects.bulk_create(
        c for p, (f, d) in each_told for c in _contact_details(p, f, d, at)
    )
    Identifier.objects.bulk_create(i for p, (f, _) in each_told for i in _identifiers(p, f, at))
    write_new_keys(hub_id=hub_id, facts={p.id: findable(f, d) for p, (f, d) in each_told})
    _leave_footprint(by, hub_id, people, at)
    return people


def _leave_footprint(by: Viewer, hub_id: UUID, people: Sequence[Person], at: datetime) -> None:
    record(
        by=by,
        action="people.added",
        at=at,
        hub_id=hub_id,
        subject_kind="person",
        subject_id=people[0].id if len(people) == 1 else None,
        persons=[each.id for each in people],
    )


def sealed_address(address_id: UUID, line: str, postcode: str) -> bytes:
    """Return an address sealed for its row."""
    told = json.dumps({"line": line, "postcode": postcode}).encode()
    return keyring().seal(told, row=address_row(address_id))


def address_row(address_id: UUID) -> str:
    return f"people.address:{address_id}"


def contact_detail_row(detail_id: UUID) -> str:
    return f"people.contact_detail:{detail_id}"


def _person(hub_id: UUID, facts: PersonFacts, details: PersonDetails, at: datetime) -> Person:
    new_id = uuid.uuid4()
    born = facts.born if facts.born and facts.born.day else None
    return Person(
        id=new_id,
        hub_id=hub_id,
        identity_id=new_id,
        born_on=born.day if born else None,
        born_precision=born.precision if born else Precision.UNKNOWN,
        expected_on=None if born else facts.expected_on,
        died_on=details.died_on,
        sex=facts.sex,
        gender=details.gender,
        ethnicity=details.ethnicity or "",
        ethnicity_perceived=details.ethnicity_perceived,
        first_language=details.first_language,
        needs_interpreter=details.needs_interpreter,
        communication_needs=details.communication_needs,
        address_protected=details.address_protected,
        created_at=at,
    )


def _names(person: Person, facts: PersonFacts, at: datetime) -> Iterator[PersonName]:
    for each in facts.names:
        if each.full:
            yield PersonName(
                hub_id=person.hub_id,
                person=person,
                given=each.given,
                family=each.family,
                use=each.use,
                recorded_at=at,
            )


def _addresses(
    person: Person, facts: PersonFacts, details: PersonDetails, at: datetime
) -> Iterator[Address]:
    for each in facts.addresses:
        row = Address(hub_id=person.hub_id, person=person, use=each.use, recorded_at=at)
        yield _write_place(row, each, is_protected=details.address_protected)


def _write_place(row: Address, told: AddressFact, *, is_protected: bool) -> Address:
    if is_protected:
        row.is_protected = True
        row.sealed = sealed_address(row.id, told.line, told.postcode)
    else:
        row.line, row.postcode = told.line, told.postcode
    return row


def _contact_details(
    person: Person, facts: PersonFacts, details: PersonDetails, at: datetime
) -> Iterator[ContactDetail]:
    told = [(ContactKind.PHONE, each) for each in facts.phones]
    told += [(ContactKind.EMAIL, each) for each in facts.emails]
    for kind, value in told:
        row = ContactDetail(hub_id=person.hub_id, person=person, kind=kind, recorded_at=at)
        if details.contact_unsafe:
            row.sealed = keyring().seal(value.encode(), row=contact_detail_row(row.id))
        else:
            row.value = value
        yield row


def _identifiers(person: Person, facts: PersonFacts, at: datetime) -> Iterator[Identifier]:
    for each in facts.identifiers:
        yield Identifier(
            hub_id=person.hub_id,
            person=person,
            scheme=each.scheme,
            value=each.value,
            recorded_at=at,
        )
