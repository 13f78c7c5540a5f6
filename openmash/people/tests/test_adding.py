"""People are written down as told; what is sealed is nowhere in the clear."""

from datetime import UTC, date, datetime

import pytest

from openmash.accounts.services import keyring
from openmash.audit.models import AuditEvent, AuditPerson
from openmash.core.partial_dates import PartialDate, Precision
from openmash.core.refusals import NotHere
from openmash.people.models import Address, ContactDetail, Person, PersonKey
from openmash.people.rules import (
    AddressFact,
    IdentifierFact,
    NameFact,
    PersonDetails,
    PersonFacts,
)
from openmash.people.selectors import facts_of, people_shown
from openmash.people.services import add_person, add_relationship, set_identities
from openmash.people.terms import (
    AddressUse,
    Ethnicity,
    IdentifierScheme,
    NameUse,
    RelationshipKind,
    Sex,
)

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
TODAY = NOW.date()
MAYA = PersonFacts(
    names=(NameFact("Maya", "Dobson"), NameFact("Mimi", "", NameUse.NICKNAME)),
    born=PartialDate(date(2022, 3, 27)),
    sex=Sex.FEMALE,
    addresses=(AddressFact("4 Quarry Row", "ZX9 1AA"),),
    phones=("07700 900123",),
    emails=("mum@home.example",),
    identifiers=(IdentifierFact(IdentifierScheme.NHS_NUMBER, "9991234560"),),
)


def test_a_person_is_written_down_whole_and_leaves_a_footprint(cast):
    maya = add_person(by=cast.sam, hub_id=cast.hub.id, facts=MAYA, at=NOW)
    assert maya.identity_id == maya.id
    assert facts_of([maya.id]) == {maya.id: MAYA}
    event = AuditEvent.objects.get(action="people.added")
    assert (event.subject_id, event.actor_label) == (maya.id, "Sam Okafor")
    assert AuditPerson.objects.get(event_id=event.id).person_id == maya.id


def test_details_that_do_not_identify_are_kept_too(cast):
    details = PersonDetails(
        gender="girl",
        ethnicity=Ethnicity.MWBC,
        first_language="Welsh",
        needs_interpreter=True,
        communication_needs="Uses Makaton",
        died_on=date(2026, 1, 2),
    )
    row = add_person(by=cast.sam, hub_id=cast.hub.id, facts=MAYA, details=details, at=NOW)
    row.refresh_from_db()
    kept = {name: getattr(row, name) for name in ("gender", "ethnicity", "first_language")}
    assert kept == {"gender": "girl", "ethnicity": "MWBC", "first_language": "Welsh"}
    assert row.needs_interpreter
    assert row.communication_needs == "Uses Makaton"
    assert row.died_on == date(2026, 1, 2)


def test_a_protected_address_is_sealed_and_finds_nobody(cast):
    details = PersonDetails(address_protected=True)
    row = add_person(by=cast.sam, hub_id=cast.hub.id, facts=MAYA, details=details, at=NOW)
    address = Address.objects.get(person=row)
    assert (address.line, address.postcode, address.is_protected) == ("", "", True)
    assert address.sealed is not None
    opened = keyring().unseal(bytes(address.sealed), row=f"people.address:{address.id}")
    assert b"Quarry" in opened
    keys = PersonKey.objects.filter(person=row).values_list("value", flat=True)
    assert not [each for each in keys if "ZX91AA" in each.upper()]
    shown = people_shown(cast.priya, [row.id], on=TODAY)[row.id]
    assert (shown.area, shown.address_words) == ("", "address protected")


def test_unsafe_contact_details_are_sealed_and_find_nobody(cast):
    details = PersonDetails(contact_unsafe=True)
    row = add_person(by=cast.sam, hub_id=cast.hub.id, facts=MAYA, details=details, at=NOW)
    assert set(ContactDetail.objects.filter(person=row).values_list("value", flat=True)) == {""}
    assert not PersonKey.objects.filter(person=row, value__contains="900123").exists()
    assert facts_of([row.id])[row.id].phones == ()


def test_a_baby_is_expected_and_not_yet_born(cast):
    due = PersonFacts(expected_on=date(2027, 8, 14), sex=Sex.UNBORN)
    row = add_person(by=cast.sam, hub_id=cast.hub.id, facts=due, at=NOW)
    shown = people_shown(cast.priya, [row.id], on=TODAY)[row.id]
    assert shown.name == "Unborn baby"
    assert shown.age_words(TODAY) == "expected 14 Aug 2027"
    assert shown.born_words() == "expected 14 August 2027"


def test_a_date_of_birth_that_is_not_known_is_kept_as_not_known(cast):
    facts = PersonFacts(names=(NameFact("Iwan"),), born=PartialDate(None, Precision.UNKNOWN))
    row = add_person(by=cast.sam, hub_id=cast.hub.id, facts=facts, at=NOW)
    shown = people_shown(cast.priya, [row.id], on=TODAY)[row.id]
    assert (shown.born, shown.age_words(TODAY), shown.born_words()) == (None, "", "not known")


def test_an_address_one_has_left_is_not_where_one_lives(cast):
    facts = PersonFacts(
        names=(NameFact("Iwan"),),
        addresses=(
            AddressFact("1 Hen Stryd", "ZX3 3AA", AddressUse.OLD),
            AddressFact("2 Stryd Newydd", "ZX4 4AA"),
        ),
    )
    row = add_person(by=cast.sam, hub_id=cast.hub.id, facts=facts, at=NOW)
    shown = people_shown(cast.priya, [row.id], on=TODAY)[row.id]
    assert (shown.area, shown.address_words) == ("ZX4", "2 Stryd Newydd, ZX4 4AA")


def test_nobody_writes_in_a_hub_that_is_not_theirs(cast):
    with pytest.raises(NotHere):
        add_person(by=cast.noor, hub_id=cast.hub.id, facts=MAYA, at=NOW)
    assert not Person.objects.exists()


def test_a_tie_is_written_once_in_the_tellers_words(cast, tell):
    child, mother = tell("Maya", "Dobson"), tell("Ann", "Dobson")
    tie = add_relationship(
        by=cast.lee,
        hub_id=cast.hub.id,
        person_id=child.id,
        other_id=mother.id,
        kind=RelationshipKind.PARENT,
        as_told="mum",
        parental_responsibility=True,
        at=NOW,
    )
    assert (tie.kind, tie.as_told, tie.parental_responsibility) == ("parent", "mum", True)
    assert AuditEvent.objects.filter(action="people.tied", details={"kind": "parent"}).exists()


def test_nobody_is_tied_to_somebody_of_another_hub(cast, tell):
    child = tell("Maya", "Dobson")
    stranger = add_person(by=cast.noor, hub_id=cast.elsewhere.id, facts=MAYA, at=NOW)
    with pytest.raises(NotHere):
        add_relationship(
            by=cast.sam,
            hub_id=cast.hub.id,
            person_id=child.id,
            other_id=stranger.id,
            kind=RelationshipKind.SIBLING,
            at=NOW,
        )


def test_identities_are_set_as_told(cast, tell):
    one, two, three = tell("Maya"), tell("Maya"), tell("Gordon")
    set_identities({one.id: one.id, two.id: one.id})
    identities = dict(Person.objects.values_list("id", "identity_id"))
    assert identities == {one.id: one.id, two.id: one.id, three.id: three.id}
