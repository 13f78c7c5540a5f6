"""A question to the referrer stops no clock; who told us is opened only for a reason (A2)."""

import pytest
from django.urls import reverse

from openmash.audit.models import AuditEvent
from openmash.core.refusals import NotHere
from openmash.governance.models import Clock, Task
from openmash.intake.models import Contact
from openmash.intake.services import (
    CannotOpenReferrer,
    NothingAsked,
    Sender,
    answer_clarification,
    ask_clarification,
    open_referrer,
)
from openmash.intake.terms import ContactState
from openmash.intake.tests.telling import NEIGHBOUR, NOW, receive


@pytest.fixture
def contact(cast):
    sender = Sender(practitioner_id=cast.lee.id, agency_id=cast.agencies["school"].id)
    return receive(cast.lee, cast.hub.id, sender=sender)


def ask(cast, contact, question="Which ear?"):
    return ask_clarification(by=cast.sam, contact_id=contact.id, question=question, at=NOW)


def state_of(contact):
    return Contact.objects.get(id=contact.id).state


def test_a_question_stops_no_clock(cast, contact):
    running = Clock.objects.filter(about_id=contact.id, stopped_at=None).count()
    ask(cast, contact)
    assert state_of(contact) == ContactState.AWAITING_CLARIFICATION
    assert Clock.objects.filter(about_id=contact.id, stopped_at=None).count() == running == 3


def test_the_referrers_answer_brings_the_contact_back_to_be_read(cast, contact):
    asked = ask(cast, contact)
    found = answer_clarification(
        by=cast.lee, clarification_id=asked.id, answer="The left one.", at=NOW
    )
    assert (found.answer, found.answered_by_name) == ("The left one.", "Lee Ashworth")
    assert state_of(contact) == ContactState.TRIAGE
    assert Task.objects.filter(about_id=contact.id, kind="clarification_answered").exists()


def test_the_hub_may_write_down_an_answer_it_was_told(cast, contact):
    asked = ask(cast, contact)
    answer_clarification(by=cast.fay, clarification_id=asked.id, answer="Left.", at=NOW)
    with pytest.raises(NothingAsked):
        answer_clarification(by=cast.fay, clarification_id=asked.id, answer="Right.", at=NOW)


def test_nobody_else_asks_or_answers(cast, contact):
    asked = ask(cast, contact)
    for who in ("tom", "eve", "noor"):
        with pytest.raises(NotHere):
            answer_clarification(
                by=getattr(cast, who), clarification_id=asked.id, answer="Left.", at=NOW
            )
    with pytest.raises(NotHere):
        ask_clarification(by=cast.lee, contact_id=contact.id, question="Which?", at=NOW)
    with pytest.raises(NothingAsked):
        ask(cast, contact, question="   ")


def test_the_referrer_answers_on_a_page_of_their_own(cast, client, contact):
    asked = ask(cast, contact)
    url = reverse("intake:answer", args=[asked.id])
    cast.sign_in(client, "lee")
    assert "Which ear?" in client.get(url).content.decode()
    assert "Write the answer" in client.post(url, {"answer": " "}).content.decode()
    assert client.post(url, {"answer": "The left."}).status_code == 302
    cast.sign_in(client, "noor")
    assert client.get(url).status_code == 404


class TestWhoToldUs:
    @pytest.fixture
    def told(self, cast):
        return receive(cast.sam, cast.hub.id, referrer=NEIGHBOUR)

    def test_it_is_opened_for_a_reason_by_who_may_screen(self, cast, told):
        found = open_referrer(by=cast.fay, contact_id=told.id, why="To ask again.", at=NOW)
        assert found.name == "Winifred Nextdoor"
        event = AuditEvent.objects.get(action="contact.referrer_opened")
        assert event.is_look

    def test_without_a_reason_or_the_power_it_stays_sealed(self, cast, told):
        with pytest.raises(CannotOpenReferrer):
            open_referrer(by=cast.fay, contact_id=told.id, why=" ", at=NOW)
        with pytest.raises(CannotOpenReferrer):
            open_referrer(by=cast.sam, contact_id=told.id, why="Curious.", at=NOW)
        with pytest.raises(NotHere):
            open_referrer(by=cast.noor, contact_id=told.id, why="Curious.", at=NOW)
        assert not AuditEvent.objects.filter(action="contact.referrer_opened").exists()

    def test_the_page_shows_it_only_after_the_reason(self, cast, client, told):
        cast.sign_in(client, "fay")
        url = reverse("intake:referrer", args=[told.reference])
        assert "Winifred" not in client.get(url).content.decode()
        assert "Winifred" not in client.post(url, {"why": ""}).content.decode()
        assert "Winifred" in client.post(url, {"why": "To ask again."}).content.decode()
        contact_page = client.get(reverse("intake:contact", args=[told.reference]))
        assert "Winifred" not in contact_page.content.decode()
