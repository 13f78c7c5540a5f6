"""A contact that ends without a case: its sender hears of it like any other (A13.1)."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import transaction
from django.urls import reverse

from openmash.core.facts import forget_listeners, when
from openmash.core.refusals import NotHere
from openmash.decisions.tests.factories import case_of_contacts, contact_from, received_from
from openmash.governance.selectors import clocks_about
from openmash.governance.terms import ClockKind
from openmash.intake.facts import ContactEnded
from openmash.intake.models import Contact
from openmash.intake.rules.told import ToldReferrer
from openmash.intake.services import cancel_contact, move_contact
from openmash.intake.terms import CancelReason, Channel, ContactState, SourceCode
from openmash.pathways.models import Feedback
from openmash.pathways.selectors import feedback_due, referral_status
from openmash.pathways.services import (
    CannotAnswerReferrer,
    acknowledge,
    mark_read,
    prepare_answer,
    send_feedback,
)
from openmash.pathways.tests.factories import NOW, hub_job

LATER = NOW + timedelta(hours=1)
NEIGHBOUR = ToldReferrer(
    name="Winifred Nextdoor", is_professional=False, source_code=SourceCode.ACQUAINTANCE
)


def cancelled(cast, contact):
    cancel_contact(
        by=cast.fay,
        contact_id=contact.id,
        reason=CancelReason.WRONG_HUB,
        words="HUBNOTE about the family.",
        at=NOW,
    )
    return contact


def answered(cast, contact, ending_id=None):
    return prepare_answer(
        by=hub_job(cast), contact_id=contact.id, ending_id=ending_id or uuid4(), at=NOW
    )


@pytest.fixture
def ended(cast):
    return cancelled(cast, received_from(cast, "lee"))


def test_a_cancelled_contact_owes_its_sender_an_answer(cast, ended, footprints):
    feedback = answered(cast, ended)
    assert (feedback.state, feedback.decision) == ("due", None)
    assert "should not have been a contact of its own" in feedback.words
    assert "What we ask of you:" in feedback.words
    assert "HUBNOTE" not in feedback.words
    (clock,) = clocks_about([feedback.id])[feedback.id]
    assert (clock.kind, clock.due_at) == (ClockKind.FEEDBACK, feedback.due_at)
    assert footprints("feedback.") == ["feedback.prepared"]


@pytest.mark.parametrize(
    ("state", "owed", "words"),
    [
        (ContactState.DUPLICATE, "due", "We had this concern already."),
        (ContactState.CLOSED_AT_TRIAGE, "due", "without opening a case"),
        (ContactState.WITHDRAWN, "not_appropriate", ""),
    ],
)
def test_each_ending_is_told_in_its_own_words(cast, state, owed, words):
    contact = contact_from(cast, "lee")
    move_contact(by=cast.fay, contact_id=contact.id, to=state, at=NOW)
    feedback = answered(cast, contact)
    assert feedback.state == owed
    assert words in feedback.words


def test_a_partner_hears_no_reason_and_a_member_of_the_public_no_more_than_before(cast):
    of_police = answered(cast, cancelled(cast, received_from(cast, "tom")))
    assert "Why:" not in of_police.words
    neighbour = received_from(cast, "lee", referrer=NEIGHBOUR, channel=Channel.PHONE)
    assert answered(cast, cancelled(cast, neighbour)).state == "not_appropriate"


def test_one_ending_is_answered_once_and_another_again(cast, ended):
    first = uuid4()
    assert answered(cast, ended, first) == answered(cast, ended, first)
    assert Feedback.objects.count() == 1
    answered(cast, ended)
    assert Feedback.objects.count() == 2


def test_it_stands_beside_the_acknowledgement(cast, ended):
    acknowledge(by=hub_job(cast), contact_id=ended.id, at=NOW)
    answered(cast, ended)
    kinds = Feedback.objects.order_by("kind").values_list("kind", flat=True)
    assert list(kinds) == ["acknowledgement", "outcome"]


def test_a_contact_in_a_case_is_answered_with_its_decision(cast):
    contact = contact_from(cast, "lee")
    case_of_contacts(cast, contact)
    Contact.objects.filter(id=contact.id).update(state=ContactState.CLOSED_AT_TRIAGE.value)
    assert answered(cast, contact) is None


def test_a_contact_that_has_not_ended_is_owed_nothing_yet(cast):
    assert answered(cast, received_from(cast, "lee")) is None
    with pytest.raises(NotHere):
        prepare_answer(by=cast.noor, contact_id=uuid4(), ending_id=uuid4(), at=NOW)


def test_taken_up_again_before_it_was_sent_it_is_not_told(cast, ended):
    feedback = answered(cast, ended)
    assert len(list(feedback_due(cast.sam, cast.hub.id))) == 1
    move_contact(by=cast.fay, contact_id=ended.id, to=ContactState.TRIAGE, at=LATER)
    assert list(feedback_due(cast.sam, cast.hub.id)) == []
    with pytest.raises(CannotAnswerReferrer, match="taken it up again"), transaction.atomic():
        send_feedback(by=cast.sam, feedback_id=feedback.id, words="Closed.", at=LATER)


def test_it_is_read_through_mended_sent_and_read(cast, client, ended, heard):
    answered(cast, ended)
    page = reverse("pathways:answer", args=[ended.reference])
    sam = cast.sign_in(client, "sam")
    assert "No case was opened." in sam.get(page).content.decode()
    sent = sam.post(page, {"act": "send", "words": "It is for the hub next door, who have it."})
    assert sent["Location"] == reverse("pathways:feedback")
    assert len(heard) == 1
    (message,) = referral_status(cast.lee, ended.reference).messages
    assert message.words == "It is for the hub next door, who have it."
    assert mark_read(by=cast.lee, contact_id=ended.id, at=LATER) == 1


def test_the_end_of_a_contact_is_news_and_its_going_into_a_case_is_not(cast):
    forget_listeners()
    news: list[ContactEnded] = []
    when(ContactEnded, news.append)
    case_of_contacts(cast, contact_from(cast, "tom"))
    assert news == []
    contact = cancelled(cast, received_from(cast, "lee"))
    forget_listeners()
    assert [each.contact_id for each in news] == [contact.id]
