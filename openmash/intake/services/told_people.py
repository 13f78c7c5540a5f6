"""Everybody a contact tells about becomes a record of their own, as told (A3.3)."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from uuid import UUID

from openmash.core.viewers import Viewer
from openmash.intake.models import Contact, Subject
from openmash.intake.rules.characters import fitting
from openmash.intake.rules.people_told import read_ethnicity
from openmash.intake.rules.ties import tie_of
from openmash.intake.rules.told import ToldContact, ToldPerson
from openmash.intake.terms import Part
from openmash.people.rules import AddressFact, IdentifierFact, NameFact, PersonDetails, PersonFacts
from openmash.people.services import TieTold, add_people, add_relationships
from openmash.people.terms import AddressUse, NameUse

LONGEST_POSTCODE = 12


def add_people_told(
    *,
    by: Viewer,
    hub_id: UUID,
    tellings: Sequence[tuple[Contact, ToldContact]],
    at: datetime,
) -> list[list[Subject]]:
    """Add a person and a subject for each person told about, and how they are tied together.

    Returns the subjects of each telling, in the order told.
    """
    told = [(facts_told(each), details_told(each)) for _, each in _everybody(tellings)]
    people = iter(add_people(by=by, hub_id=hub_id, told=told, at=at))
    subjects = [
        [
            _subject(contact, each, next(people).id, position)
            for position, each in enumerate(telling.people)
        ]
        for contact, telling in tellings
    ]
    Subject.objects.bulk_create(each for found in subjects for each in found)
    ties = [
        tie
        for (_, telling), found in zip(tellings, subjects, strict=True)
        for tie in _ties(telling, found)
    ]
    add_relationships(by=by, hub_id=hub_id, ties=ties, at=at)
    return subjects


def _everybody(
    tellings: Sequence[tuple[Contact, ToldContact]],
) -> Iterator[tuple[Contact, ToldPerson]]:
    for contact, telling in tellings:
        for each in telling.people:
            yield contact, each


def facts_told(told: ToldPerson) -> PersonFacts:
    """Return what was told of somebody as the facts that keys and matching use."""
    return PersonFacts(
        names=(NameFact(told.given_names, told.family_name, NameUse.AS_TOLD),)
        if told.is_named
        else (),
        born=None if told.expected_on else told.born,
        expected_on=told.expected_on,
        sex=told.sex,
        addresses=tuple(_addresses(told)),
        phones=(told.phone,) if told.phone else (),
        identifiers=tuple(IdentifierFact(scheme, value) for scheme, value in told.identifiers),
    )


def details_told(told: ToldPerson) -> PersonDetails:
    """Return everything else that was told of somebody."""
    return PersonDetails(
        ethnicity=read_ethnicity(told.ethnicity),
        ethnicity_perceived=told.ethnicity_perceived,
        first_language=told.first_language,
        needs_interpreter=told.needs_interpreter,
        communication_needs=told.communication_needs,
        address_protected=told.address_protected,
        contact_unsafe=told.contact_unsafe,
    )


def _addresses(told: ToldPerson) -> Iterator[AddressFact]:
    """What was told as a postcode and is none belongs to the line, where it is read."""
    if not (told.address or told.postcode or told.no_fixed_abode):
        return
    fits = len(told.postcode) <= LONGEST_POSTCODE
    yield AddressFact(
        line=told.address if fits else f"{told.address} {told.postcode}".strip(),
        postcode=told.postcode if fits else "",
        use=AddressUse.NO_FIXED_ABODE if told.no_fixed_abode else AddressUse.HOME,
    )


def _subject(contact: Contact, told: ToldPerson, person_id: UUID, position: int) -> Subject:
    return Subject(
        hub_id=contact.hub_id,
        contact=contact,
        person_id=person_id,
        position=position,
        part=told.part.value,
        is_concern=told.part.is_concern,
        name_as_told=f"{told.given_names} {told.family_name}".strip(),
        born_as_told=told.born_as_told,
        relationship_as_told=told.relationship,
        school_as_told=told.school,
        doubts=[fitting(each, 300) for each in told.doubts],
    )


def _ties(told: ToldContact, subjects: Sequence[Subject]) -> Iterator[TieTold]:
    """Tie everybody else to each child or adult of concern, in the sender's words.

    Two of concern are tied once: what one is to the other, the other is to the one.
    """
    pairs = list(zip(told.people, subjects, strict=True))
    for place, (concern, subject) in enumerate(pairs):
        if not subject.is_concern:
            continue
        for other_place, (person, other) in enumerate(pairs):
            if other_place == place or (other.is_concern and other_place < place):
                continue
            if kind := tie_of(concern.part, Part(other.part), person.relationship):
                yield TieTold(
                    person_id=subject.person_id,
                    other_id=other.person_id,
                    kind=kind,
                    as_told=person.relationship,
                    parental_responsibility=person.parental_responsibility,
                )
