"""Everybody a contact tells about becomes a record of their own, as told (A3.3)."""

from datetime import datetime
from uuid import UUID

from openmash.core.viewers import Viewer
from openmash.intake.models import Contact, Subject
from openmash.intake.rules.ties import tie_of
from openmash.intake.rules.told import ToldContact, ToldPerson
from openmash.intake.terms import Part
from openmash.people.rules import AddressFact, IdentifierFact, NameFact, PersonDetails, PersonFacts
from openmash.people.services import add_person, add_relationship
from openmash.people.terms import AddressUse, NameUse


def add_people_told(
    *, by: Viewer, contact: Contact, told: ToldContact, at: datetime
) -> list[Subject]:
    """Add a person and a subject for each person told about, and how they are tied together."""
    subjects = [
        _add_subject(by, contact, person, position, at)
        for position, person in enumerate(told.people)
    ]
    _tie(by, contact, told, subjects, at)
    return subjects


def facts_told(told: ToldPerson) -> PersonFacts:
    """Return what was told of somebody as the facts that keys and matching use."""
    address = AddressFact(
        line=told.address,
        postcode=told.postcode,
        use=AddressUse.NO_FIXED_ABODE if told.no_fixed_abode else AddressUse.HOME,
    )
    has_address = bool(told.address or told.postcode or told.no_fixed_abode)
    return PersonFacts(
        names=(NameFact(told.given_names, told.family_name, NameUse.AS_TOLD),)
        if told.is_named
        else (),
        born=None if told.expected_on else told.born,
        expected_on=told.expected_on,
        sex=told.sex,
        addresses=(address,) if has_address else (),
        phones=(told.phone,) if told.phone else (),
        identifiers=tuple(IdentifierFact(scheme, value) for scheme, value in told.identifiers),
    )


def _add_subject(
    by: Viewer, contact: Contact, told: ToldPerson, position: int, at: datetime
) -> Subject:
    person = add_person(
        by=by,
        hub_id=contact.hub_id,
        facts=facts_told(told),
        at=at,
        details=PersonDetails(
            ethnicity=told.ethnicity, ethnicity_perceived=told.ethnicity_perceived
        ),
    )
    return Subject.objects.create(
        hub_id=contact.hub_id,
        contact=contact,
        person_id=person.id,
        position=position,
        part=told.part.value,
        is_concern=told.part.is_concern,
        name_as_told=f"{told.given_names} {told.family_name}".strip(),
        born_as_told=told.born_as_told,
        relationship_as_told=told.relationship,
        school_as_told=told.school,
        doubts=list(told.doubts),
    )


def _tie(
    by: Viewer, contact: Contact, told: ToldContact, subjects: list[Subject], at: datetime
) -> None:
    """Tie everybody else to each child or adult of concern, in the sender's words."""
    of_concern = [each for each in subjects if each.is_concern]
    for person, subject in zip(told.people, subjects, strict=True):
        for concern in of_concern:
            if concern.id != subject.id:
                _tie_two(by, contact.hub_id, concern, subject, person, at)


def _tie_two(
    by: Viewer,
    hub_id: UUID,
    concern: Subject,
    other: Subject,
    told: ToldPerson,
    at: datetime,
) -> None:
    kind = tie_of(Part(concern.part), told.part, told.relationship)
    if kind is None:
        return
    add_relationship(
        by=by,
        hub_id=hub_id,
        person_id=concern.person_id,
        other_id=other.person_id,
        kind=kind,
        as_told=told.relationship,
        parental_responsibility=told.parental_responsibility,
        at=at,
    )
