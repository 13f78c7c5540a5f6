"""A reference that is taken is drawn again: the database knows, for hubs cannot see others'."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import IntegrityError

from openmash.accounts.services import acting_as, referencing
from openmash.cases.models import Case
from openmash.core.references import new_reference
from openmash.information_requests.models import InformationRequest
from openmash.intake.models import Contact
from openmash.intake.services.keeping import Sent
from openmash.intake.services.receiving import receive_contacts
from openmash.intake.tests.telling import NOW, receive, told
from openmash.pathways.models import Handover
from tests.cast import maker
from tests.steps import told_to_the_end


@pytest.fixture
def drawn(monkeypatch):
    """Say which references are drawn first; after those, fresh ones."""

    def let(*references: str) -> None:
        first: Iterator[str] = iter(references)
        monkeypatch.setattr(
            referencing, "new_reference", lambda prefix: next(first, new_reference(prefix))
        )

    return let


def test_a_contact_whose_reference_is_taken_gets_another(cast, drawn):
    taken = receive(cast.sam, cast.hub.id).reference
    drawn(taken, taken)
    contact = receive(cast.sam, cast.hub.id)
    assert contact.reference != taken
    assert Contact.objects.count() == 2


def test_a_reference_of_a_hub_that_cannot_be_seen_is_taken_too(cast, drawn):
    act = cast.see_as("sam")
    ours = receive(act, cast.hub.id)
    with acting_as(maker(cast.elsewhere)):
        drawn(ours.reference)
        theirs = receive(maker(cast.elsewhere), cast.elsewhere.id)
        assert Contact.objects.filter(id=ours.id).count() == 0
    assert theirs.reference != ours.reference


def test_of_a_whole_file_only_those_that_clash_are_drawn_again(cast, drawn):
    taken = receive(cast.sam, cast.hub.id).reference
    fresh = [new_reference("C") for _each in range(5)]
    drawn(fresh[0], taken, fresh[1], fresh[1], fresh[2])
    sent = [Sent(told(), b"as sent", "text/plain", content_hash="") for _each in range(5)]
    kept = receive_contacts(by=cast.sam, hub_id=cast.hub.id, sent=sent, at=NOW)
    references = [each.reference for each in kept]
    assert [references[0], references[2], references[4]] == fresh[:3]
    assert len({taken, *references}) == 6
    assert set(Contact.objects.values_list("reference", flat=True)) == {taken, *references}


def test_every_room_that_gives_references_draws_again(cast, monkeypatch):
    rooms = (Contact, Case, InformationRequest, Handover)
    told_to_the_end(cast)
    taken = {each.reference[0]: each.reference for each in (room.objects.get() for room in rooms)}
    left = dict(taken)
    monkeypatch.setattr(
        referencing, "new_reference", lambda prefix: left.pop(prefix, new_reference(prefix))
    )
    told_to_the_end(cast, "Ada", "Lovell", date(2012, 1, 9))
    assert left == {}
    for room in rooms:
        references = set(room.objects.values_list("reference", flat=True))
        assert len(references) == 2
        assert references & set(taken.values())


def test_another_rule_of_the_table_is_not_taken_for_a_clash(cast):
    contact = receive(cast.sam, cast.hub.id)
    with pytest.raises(IntegrityError, match="contact_pkey"):
        referencing.write_under_reference("C", contact, Contact.objects.bulk_create)


def test_drawing_ends_where_it_is_no_longer_chance(cast, monkeypatch):
    taken = receive(cast.sam, cast.hub.id).reference
    monkeypatch.setattr(referencing, "new_reference", lambda prefix: taken)
    with pytest.raises(IntegrityError, match="_reference_key"):
        receive(cast.sam, cast.hub.id)
