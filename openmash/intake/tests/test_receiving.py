"""A concern arrives: kept as sent, once, with its people, story, clocks, tasks and footprint."""

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta

import pytest

from openmash.accounts.services import keyring
from openmash.audit.models import AuditEvent, AuditPerson
from openmash.chronology.models import Entry
from openmash.core import facts
from openmash.core.refusals import NotHere
from openmash.governance.models import Clock, Task
from openmash.governance.terms import AgreementAnswer, Track
from openmash.intake.facts import ContactChanged, ContactReceived
from openmash.intake.models import Contact, Subject
from openmash.intake.services.keeping import original_row, referrer_row
from openmash.intake.terms import ContactState, Part
from openmash.intake.tests.telling import IWAN, LESLEY, MAYA, NEIGHBOUR, NOW, receive
from openmash.matching.models import Suggestion
from openmash.people.models import Person, Relationship
from openmash.people.rules import NameFact, PersonFacts
from openmash.people.services import add_person, restrict_people
from openmash.people.terms import RelationshipKind


@pytest.fixture
def news(monkeypatch):
    """What is told while a test runs, and nothing else listening."""
    monkeypatch.setattr(facts, "_listeners", defaultdict(list))
    heard: list[object] = []
    for fact in (ContactReceived, ContactChanged):
        facts.when(fact, heard.append)
    return heard


def test_a_concern_is_kept_as_told_with_everybody_in_it(cast):
    contact = receive(cast.sam, cast.hub.id)
    assert contact.reference.startswith("C-")
    assert contact.told == "Bruise to her left ear, noticed at PE."
    assert contact.logged_by_name == "Sam Okafor"
    maya, lesley = contact.subjects.order_by("position")
    assert (maya.name_as_told, maya.is_concern, maya.born_as_told) == (
        "Maya Dobson",
        True,
        "27/03/2022",
    )
    assert (lesley.part, lesley.is_concern) == (Part.PARENT_CARER, False)
    tie = Relationship.objects.get()
    assert (tie.person_id, tie.other_id) == (maya.person_id, lesley.person_id)
    assert (tie.kind, tie.parental_responsibility) == (RelationshipKind.PARENT, True)


def test_the_original_is_sealed_to_its_own_row(cast):
    contact = receive(cast.sam, cast.hub.id)
    original = contact.originals.get()
    assert b"as it came" not in bytes(original.sealed)
    row = original_row(original.id)
    assert keyring().unseal(bytes(original.sealed), row=row) == b"as it came"


def test_who_told_us_is_sealed_unless_they_are_a_professional(cast):
    contact = receive(cast.sam, cast.hub.id, referrer=NEIGHBOUR)
    assert contact.referrer_name == contact.referrer_phone == ""
    sealed = bytes(contact.referrer_sealed or b"")
    assert b"Winifred" not in sealed
    assert b"Winifred" in keyring().unseal(sealed, row=referrer_row(contact.id))


def test_clocks_run_from_receipt_and_not_from_typing(cast):
    contact = receive(cast.sam, cast.hub.id, received_at=NOW - timedelta(hours=1))
    clocks = Clock.objects.filter(about_id=contact.id)
    assert {each.kind for each in clocks} == {"receipt", "screening", "acknowledgement"}
    assert {each.started_at for each in clocks} == {NOW - timedelta(hours=1)}
    assert clocks.get(kind="receipt").standing == "statutory"


def test_a_contact_about_a_place_has_a_clock_too(cast):
    contact = receive(cast.sam, cast.hub.id, people=(), place="The arcade, Marine Parade")
    assert contact.suggested_tracks == []
    assert Clock.objects.filter(about_id=contact.id, kind="receipt").exists()


def test_think_family_a_child_and_an_adult_suggest_both_tracks(cast):
    contact = receive(cast.sam, cast.hub.id, people=(MAYA, IWAN))
    assert contact.suggested_tracks == [Track.CHILD_EN, Track.ADULT_EN]


def test_the_story_says_what_was_told_about_everybody(cast):
    contact = receive(cast.sam, cast.hub.id)
    entry = Entry.objects.get()
    assert entry.words == contact.told
    assert set(entry.people.values_list("person_id", flat=True)) == set(
        contact.subjects.values_list("person_id", flat=True)
    )


def test_one_footprint_names_everybody(cast):
    contact = receive(cast.sam, cast.hub.id)
    event = AuditEvent.objects.get(action="contact.received")
    assert event.subject_id == contact.id
    assert AuditPerson.objects.filter(event_id=event.id).count() == 2


def test_blank_agreement_is_a_task_and_never_a_refusal(cast):
    contact = receive(cast.sam, cast.hub.id, agreement=AgreementAnswer.NOT_STATED)
    assert Task.objects.get(about_id=contact.id).kind == "agreement_blank"


def test_the_same_notification_again_is_the_same_contact(cast, news):
    first = receive(cast.sam, cast.hub.id, sender_reference="SCH-1")
    again = receive(cast.sam, cast.hub.id, sender_reference="SCH-1", received_at=NOW)
    assert again == first
    assert Contact.objects.count() == 1
    assert Subject.objects.count() == 2
    assert [type(each) for each in news] == [ContactReceived]


def test_a_changed_notification_is_a_new_version_with_an_alert(cast, news):
    first = receive(cast.sam, cast.hub.id, sender_reference="SCH-1")
    second = receive(cast.sam, cast.hub.id, sender_reference="SCH-1", narrative="Two bruises.")
    assert (second.version, second.replaces) == (2, first)
    assert Task.objects.get(about_id=second.id).kind == "contact_changed"
    assert news[-1] == ContactChanged(second.id, first.id, cast.hub.id)
    assert not Clock.objects.filter(about_id=first.id, stopped_at=None).exists()
    third = receive(cast.sam, cast.hub.id, sender_reference="SCH-1", narrative="Two bruises.")
    assert third == second


def test_the_clocks_of_a_screened_version_run_on_when_it_is_changed(cast):
    first = receive(cast.sam, cast.hub.id, sender_reference="SCH-1")
    Contact.objects.filter(id=first.id).update(state=ContactState.CHECKS.value)
    receive(cast.sam, cast.hub.id, sender_reference="SCH-1", narrative="Two bruises.")
    assert Clock.objects.filter(about_id=first.id, stopped_at=None).exists()


def test_two_senders_may_use_the_same_reference(cast):
    receive(cast.sam, cast.hub.id, sender_reference="1")
    other = receive(cast.sam, cast.hub.id, sender_reference="1", referrer=NEIGHBOUR)
    assert other.version == 1
    assert Contact.objects.count() == 2


def test_somebody_known_is_suggested_and_not_joined(cast):
    first = receive(cast.sam, cast.hub.id)
    second = receive(cast.sam, cast.hub.id, narrative="Absent again.", people=(MAYA,))
    maya_told_twice = Suggestion.objects.get(told=second.subjects.get().person_id)
    assert maya_told_twice.known_id == first.subjects.get(position=0).person_id
    assert maya_told_twice.preselected
    told_now = Person.objects.get(id=second.subjects.get().person_id)
    assert told_now.identity_id == told_now.id


def test_news_of_somebody_restricted_reaches_only_those_named_for_them(cast):
    known = add_person(
        by=cast.sam,
        hub_id=cast.hub.id,
        facts=PersonFacts(names=(NameFact("Maya", "Dobson"),), born=MAYA.born, sex=MAYA.sex),
        at=NOW,
    )
    restrict_people(
        by=cast.priya,
        hub_id=cast.hub.id,
        person_ids=[known.id],
        named=[cast.priya.id],
        why="Her father works in the hub.",
        at=NOW,
    )
    contact = receive(cast.lee, cast.hub.id)
    assert contact.restricted
    assert contact.audience == [cast.priya.id]
    assert set(Person.objects.values_list("restricted", flat=True)) == {True}
    assert Entry.objects.get().restricted


def test_a_referrer_may_send_and_somebody_elsewhere_may_not(cast):
    assert receive(cast.lee, cast.hub.id).logged_by_id == cast.lee.id
    with pytest.raises(NotHere):
        receive(cast.noor, cast.hub.id)
    with pytest.raises(NotHere):
        receive(cast.bea, cast.hub.id)
    assert Contact.objects.count() == 1


def test_one_name_an_unborn_baby_and_nobody_at_all_are_welcome(cast):
    baby = replace(MAYA, given_names="", family_name="", born=None, expected_on=date(2027, 3, 1))
    contact = receive(
        cast.sam, cast.hub.id, people=(baby, replace(LESLEY, given_names="Suharto", family_name=""))
    )
    assert [each.name_as_told for each in contact.subjects.order_by("position")] == ["", "Suharto"]
    assert receive(cast.sam, cast.hub.id, people=()).subjects.count() == 0
