"""Keeping where somebody lives, and that they are known at all, from those it could endanger."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from openmash.accounts.services import keyring
from openmash.accounts.terms import Power
from openmash.audit.services import record
from openmash.core.refusals import NotHere, Refusal
from openmash.core.viewers import Viewer
from openmash.people.models import Address, ContactDetail, Person
from openmash.people.selectors import facts_of, people_visible_to, person_open_to
from openmash.people.services.adding import address_row, contact_detail_row, sealed_address
from openmash.people.services.keys import write_keys
from openmash.people.terms import AddressUse, ContactKind

SAY_WHY = "Say why, in a few words. Your reason is kept with your name."


class CannotOpenSealed(Refusal):
    """A sealed address or number stays sealed, and says why."""


@dataclass(frozen=True)
class Unsealed:
    """One sealed address, number or e-mail address, in the clear for one answer."""

    label: str
    words: str


@transaction.atomic
def protect_address(*, by: Viewer, person_id: UUID, why: str, at: datetime) -> None:
    """Seal every address on every record of this person, and forget the keys made of them."""
    person = person_open_to(by, person_id)
    if not by.may(Power.KEEP_RECORD, person.hub_id):
        raise Refusal("You cannot change this record. Ask the hub to protect the address.")
    if not why.strip():
        raise Refusal(SAY_WHY)
    rows = _records_of_identity(person)
    rows.update(address_protected=True)
    for each in Address.objects.filter(person__in=rows, is_protected=False):
        _seal(each)
    for record_id, facts in facts_of(rows.values_list("id", flat=True)).items():
        write_keys(hub_id=person.hub_id, person_id=record_id, facts=facts)
    _record(by, "people.address_protected", person, at, why)


@transaction.atomic
def open_sealed(*, by: Viewer, person_id: UUID, why: str, at: datetime) -> list[Unsealed]:
    """Return sealed addresses and contact details to somebody who must act on them, for a reason.

    Named need only (A3): social workers and decision makers, and every opening is a look.
    """
    person = person_open_to(by, person_id)
    if not by.may(Power.SCREEN, person.hub_id):
        raise CannotOpenSealed("Ask a social worker or a decision maker: you cannot open this.")
    if not why.strip():
        raise CannotOpenSealed(SAY_WHY)
    rows = people_visible_to(by).filter(identity_id=person.identity_id)
    _record(by, "people.sealed_opened", person, at, why, is_look=True)
    addresses = Address.objects.filter(person__in=rows).order_by("recorded_at")
    details = ContactDetail.objects.filter(person__in=rows, sealed__isnull=False)
    return [*map(_address, addresses), *map(_detail, details.order_by("recorded_at"))]


@transaction.atomic
def restrict_people(
    *,
    by: Viewer,
    hub_id: UUID,
    person_ids: Iterable[UUID],
    named: Iterable[UUID],
    why: str,
    at: datetime,
) -> None:
    """Hide every record of these people from all but the practitioners named (trust 1)."""
    if not by.may(Power.RESTRICT, hub_id):
        raise Refusal("Only a hub decision maker can restrict who may know of somebody.")
    names = sorted(set(named))
    if not names:
        raise Refusal("Name at least one practitioner who may see this person.")
    visible = people_visible_to(by).filter(hub_id=hub_id)
    asked = visible.filter(id__in=set(person_ids)).values_list("identity_id", flat=True)
    if not asked:
        raise NotHere
    rows = Person.objects.filter(hub_id=hub_id, identity_id__in=list(asked))
    ids = list(rows.values_list("id", flat=True))
    rows.update(restricted=True, audience=names)
    record(
        by=by,
        action="people.restricted",
        at=at,
        hub_id=hub_id,
        subject_kind="person",
        persons=ids,
        reason=why,
        details={"named": [str(each) for each in names]},
    )


@transaction.atomic
def lift_restriction_of_people(
    *, by: Viewer, hub_id: UUID, person_ids: Iterable[UUID], why: str, at: datetime
) -> None:
    """Let the hub's workers know again of people who were restricted, saying why."""
    if not by.may(Power.RESTRICT, hub_id):
        raise Refusal("Only a hub decision maker can lift who may know of somebody.")
    visible = people_visible_to(by).filter(hub_id=hub_id)
    asked = visible.filter(id__in=set(person_ids)).values_list("identity_id", flat=True)
    rows = Person.objects.filter(hub_id=hub_id, identity_id__in=list(asked))
    ids = list(rows.values_list("id", flat=True))
    rows.update(restricted=False, audience=[])
    record(
        by=by,
        action="people.restriction_lifted",
        at=at,
        hub_id=hub_id,
        subject_kind="person",
        persons=ids,
        reason=why,
    )


def _records_of_identity(person: Person) -> QuerySet[Person]:
    return Person.objects.filter(hub_id=person.hub_id, identity_id=person.identity_id)


def _seal(row: Address) -> None:
    row.sealed = sealed_address(row.id, row.line, row.postcode)
    row.is_protected, row.line, row.postcode = True, "", ""
    row.save(update_fields=["sealed", "is_protected", "line", "postcode"])


def _address(row: Address) -> Unsealed:
    told = {"line": row.line, "postcode": row.postcode}
    if row.sealed is not None:
        told = json.loads(keyring().unseal(bytes(row.sealed), row=address_row(row.id)))
    words = ", ".join(part for part in (told["line"], told["postcode"]) if part)
    return Unsealed(AddressUse(row.use).label, words)


def _detail(row: ContactDetail) -> Unsealed:
    assert row.sealed is not None
    words = keyring().unseal(bytes(row.sealed), row=contact_detail_row(row.id)).decode()
    return Unsealed(ContactKind(row.kind).label, words)


def _record(
    by: Viewer, action: str, person: Person, at: datetime, why: str, *, is_look: bool = False
) -> None:
    record(
        by=by,
        action=action,
        at=at,
        hub_id=person.hub_id,
        subject_kind="person",
        subject_id=person.id,
        persons=[person.id],
        reason=why,
        is_look=is_look,
    )
