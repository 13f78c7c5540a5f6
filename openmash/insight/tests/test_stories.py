"""Beside the board: the story of the row in focus, of a case or of a contact not yet in one."""

import pytest

from openmash.cases.models import Case
from openmash.cases.tests.factories import IWAN, LESLEY, MAYA, NOW, received, screened
from openmash.core.refusals import NotHere
from openmash.insight.selectors import contact_story
from openmash.insight.terms import Waiting
from openmash.insight.tests.factories import LATER, child, red_case
from openmash.intake.models import Contact
from openmash.intake.rules.told import ToldReferrer
from openmash.intake.services import ask_clarification, lock_contacts
from openmash.intake.terms import SourceCode

NEIGHBOUR = ToldReferrer(
    name="Winifred Nextdoor", is_professional=False, source_code=SourceCode.ACQUAINTANCE
)


def reference_of(contact_id):
    return Contact.objects.get(id=contact_id).reference


def told(cast, *people, **changed):
    return reference_of(received(cast.see_as("fay"), cast.hub.id, *people, **changed))


def test_a_contact_tells_who_what_from_whom_and_what_comes_next(cast):
    reference = told(cast, MAYA, LESLEY)
    page = contact_story(cast.see_as("sam"), reference, at=LATER)
    assert [each.shown.name for each in page.concerns] == ["Maya Dobson"]
    assert [(each.shown.name, each.relationship) for each in page.others] == [
        ("Lesley Dobson", "mother")
    ]
    assert page.sender.startswith("Lee Ashworth")
    assert (page.next.waiting, page.next.words) == (Waiting.SCREENING, "Screen")
    assert page.due_at is not None


def test_once_screened_it_has_its_rating_and_a_case_to_be_opened(cast):
    contact_id = screened(cast.see_as("fay"), cast.hub.id, MAYA, rating="amber")
    page = contact_story(cast.see_as("fay"), reference_of(contact_id), at=LATER)
    assert (page.rating, page.next.words) == ("amber", "Open a case")


def test_the_pane_offers_screening_to_those_who_screen(cast, client):
    reference = told(cast, IWAN)
    for who, offered in (("fay", True), ("sam", False)):
        text = cast.sign_in(client, who).get(f"/board/story/{reference}/").content.decode()
        assert "Maya came to school" in text
        assert ("Screen it" in text) is offered
        assert "Already known, and with whom" in text


def test_a_question_to_the_sender_is_in_it(cast, client):
    reference = told(cast, MAYA)
    contact = Contact.objects.get(reference=reference)
    ask_clarification(
        by=cast.see_as("fay"), contact_id=contact.id, question="Which eye was it?", at=NOW
    )
    text = cast.sign_in(client, "fay").get(f"/board/story/{reference}/").content.decode()
    assert "Which eye was it?" in text


def test_a_member_of_the_public_is_not_named(cast, client):
    reference = told(cast, MAYA, referrer=NEIGHBOUR)
    text = cast.sign_in(client, "fay").get(f"/board/story/{reference}/").content.decode()
    assert "A member of the public" in text
    assert "Nextdoor" not in text


def test_a_restricted_contact_has_no_story_for_those_it_does_not_name(cast, client):
    reference = told(cast, MAYA)
    priya = cast.see_as("priya")
    lock_contacts(contact_ids=[Contact.objects.get(reference=reference).id], named=[priya.id])
    assert contact_story(priya, reference, at=LATER).concerns
    with pytest.raises(NotHere):
        contact_story(cast.see_as("sam"), reference, at=LATER)
    assert cast.sign_in(client, "sam").get(f"/board/story/{reference}/").status_code == 404


def test_a_case_still_has_its_own(cast, client):
    case = red_case(cast, MAYA)
    text = cast.sign_in(client, "sam").get(f"/board/story/{case.reference}/").content.decode()
    assert "Open the case" in text


def test_every_row_of_the_board_has_a_story(cast, client):
    red_case(cast, child("Ada"))
    told(cast, child("Bea"))
    text = cast.sign_in(client, "fay").get("/board/").content.decode()
    assert text.count("data-story=") == text.count("<tr data-row") == 2
    assert Case.objects.count() == 1


@pytest.mark.parametrize("people", [3, 12])
def test_it_keeps_to_the_budget(cast, client, within_budget, people):
    reference = told(cast, *(child(f"Ada{number}") for number in range(people)))
    sam = cast.sign_in(client, "sam")
    sam.get("/figures/")
    with within_budget():
        assert sam.get(f"/board/story/{reference}/").status_code == 200
