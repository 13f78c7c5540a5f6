"""A person whole: every record of one identity, side by side, each as it was told (A3.3)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer
from openmash.people.models import Address, ContactDetail, Identifier, Person
from openmash.people.rules import spaced_nhs_number
from openmash.people.selectors.family import Tie, ties_of
from openmash.people.selectors.search import together
from openmash.people.selectors.shown import (
    PersonShown,
    address_words,
    as_shown,
    full_name,
    with_what_is_shown,
)
from openmash.people.selectors.visible import people_open_to
from openmash.people.terms import AddressUse, ContactKind, Ethnicity, IdentifierScheme, NameUse


@dataclass(frozen=True)
class NameShown:
    name: str
    use: NameUse


@dataclass(frozen=True)
class AddressShown:
    """A place somebody lives or lived; a protected one says only that there is one."""

    id: UUID
    words: str
    use: AddressUse
    is_protected: bool
    lived_from: date | None
    lived_until: date | None


@dataclass(frozen=True)
class ReachShown:
    """A telephone number or e-mail address; an unsafe one is not shown."""

    kind: ContactKind
    value: str
    is_unsafe: bool


@dataclass(frozen=True)
class NumberShown:
    scheme: IdentifierScheme
    value: str
    verified: bool


@dataclass(frozen=True)
class RecordShown:
    """One telling of a person."""

    person: PersonShown
    told_at: datetime
    names: list[NameShown]
    addresses: list[AddressShown]
    reach: list[ReachShown]
    numbers: list[NumberShown]
    gender: str
    ethnicity: Ethnicity | None
    ethnicity_perceived: str
    first_language: str
    needs_interpreter: bool
    communication_needs: str


@dataclass(frozen=True)
class WholePerson:
    """An identity: who they are in one line, what each record says, and their ties."""

    person: PersonShown
    records: list[RecordShown]
    ties: list[Tie]

    @property
    def has_something_sealed(self) -> bool:
        """Say whether there is an address or a number only a stated reason opens."""
        return any(
            each.is_protected for record in self.records for each in record.addresses
        ) or any(each.is_unsafe for record in self.records for each in record.reach)

    def everybody_shown(self) -> list[UUID]:
        """Return whom a page that shows all of this shows."""
        return [each.person.id for each in self.records] + [each.other.id for each in self.ties]


def whole_person(viewer: Viewer, person_id: UUID, *, on: date) -> WholePerson:
    """Return everything held of the identity a record belongs to, or raise NotHere."""
    people = people_open_to(viewer)
    asked = people.filter(id=person_id).values("identity_id")
    rows = list(
        with_what_is_shown(people.filter(identity_id__in=asked))
        .prefetch_related("contact_details", "identifiers")
        .order_by("created_at", "id")
    )
    if not rows:
        raise NotHere
    records = [_record(each, on) for each in rows]
    ties = ties_of(viewer, [each.id for each in rows], on=on)
    return WholePerson(together([each.person for each in records]), records, ties)


def _record(row: Person, on: date) -> RecordShown:
    person = as_shown(row, on=on)
    return RecordShown(
        person=person,
        told_at=row.created_at,
        names=[NameShown(full_name(each), NameUse(each.use)) for each in row.names.all()],
        addresses=[_address(each, person.address_protected) for each in row.addresses.all()],
        reach=[_reach(each) for each in row.contact_details.all()],
        numbers=[_number(each) for each in row.identifiers.all()],
        gender=row.gender,
        ethnicity=Ethnicity(row.ethnicity) if row.ethnicity else None,
        ethnicity_perceived=row.ethnicity_perceived,
        first_language=row.first_language,
        needs_interpreter=row.needs_interpreter,
        communication_needs=row.communication_needs,
    )


def _address(row: Address, is_protected: bool) -> AddressShown:
    """Where one address is protected, none is written out: an old one can lead to the new."""
    return AddressShown(
        id=row.id,
        words="" if is_protected else address_words(row),
        use=AddressUse(row.use),
        is_protected=is_protected,
        lived_from=row.lived_from,
        lived_until=row.lived_until,
    )


def _reach(row: ContactDetail) -> ReachShown:
    return ReachShown(ContactKind(row.kind), row.value, is_unsafe=row.sealed is not None)


def _number(row: Identifier) -> NumberShown:
    scheme = IdentifierScheme(row.scheme)
    is_nhs = scheme is IdentifierScheme.NHS_NUMBER
    return NumberShown(scheme, spaced_nhs_number(row.value) if is_nhs else row.value, row.verified)
