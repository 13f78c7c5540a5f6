"""Writing people down as they were told of, each telling a record of its own (A3.3)."""

import json
import uuid
from collections.abc import Iterator
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
from openmash.people.services.keys import write_keys
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
    if hub_id not in by.hub_ids:
        raise NotHere
    person = _write_person(hub_id, facts, details, at)
    PersonName.objects.bulk_create(_names(person, facts, at))
    Address.objects.bulk_create(_addresses(person, facts, details, at))
    ContactDetail.objects.bulk_create(_contact_details(person, facts, details, at))
    Identifier.objects.bulk_create(_identifiers(person, facts, at))
    write_keys(hub_id=hub_id, person_id=person.id, facts=findable(facts, details))
    record(
        by=by,
        action="people.added",
        at=at,
        hub_id=hub_id,
        subject_kind="person",
        subject_id=person.id,
        persons=[person.id],
    )
    return person


def sealed_address(address_id: UUID, line: str, postcode: str) -> bytes:
    """Return an address sealed for its row."""
    told = json.dumps({"line": line, "postcode": postcode}).encode()
    return keyring().seal(told, row=address_row(address_id))


def address_row(address_id: UUID) -> str:
    return f"people.address:{address_id}"


def contact_detail_row(detail_id: UUID) -> str:
    return f"people.contact_detail:{detail_id}"


def _write_person(hub_id: UUID, facts: PersonFacts, details: PersonDetails, at: datetime) -> Person:
    new_id = uuid.uuid4()
    born = facts.born if facts.born and facts.born.day else None
    return Person.objects.create(
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
