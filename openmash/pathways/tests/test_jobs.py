"""Jobs may run twice; and an e-mail says that there is news, and nothing of what it is."""

import pytest
from django.core import mail

from openmash.decisions.services import reopen_decision
from openmash.decisions.tests.factories import contact_from
from openmash.pathways import jobs
from openmash.pathways.models import Feedback
from openmash.pathways.services import mark_read, send_feedback
from openmash.pathways.tests.factories import NOW, prepared, standing


@pytest.fixture
def sent(cast, case):
    (feedback,) = prepared(cast, case)
    return send_feedback(by=cast.sam, feedback_id=feedback.id, words="Maya Dobson.", at=NOW)


def test_acknowledging_twice_acknowledges_once(cast):
    contact = contact_from(cast, "lee")
    for _each in range(2):
        jobs.acknowledge_contact(hub_id=str(cast.hub.id), contact_id=str(contact.id))
    assert Feedback.objects.filter(kind="acknowledgement", state="sent").count() == 1


def test_preparing_twice_prepares_once(cast, case):
    for _each in range(2):
        jobs.prepare_feedback_for_decision(
            hub_id=str(cast.hub.id), decision_id=str(standing(case).id)
        )
    assert Feedback.objects.filter(kind="outcome", state="due").count() == 1


def test_setting_aside_waits_for_a_decision_to_be_taken_up_again(cast, case):
    prepared(cast, case)
    ids = {"hub_id": str(cast.hub.id), "decision_id": str(standing(case).id)}
    jobs.set_aside_after_reopening(**ids)
    assert Feedback.objects.get(kind="outcome").state == "due"
    reopen_decision(by=cast.priya, case_id=case.id, because="Health answered.", at=NOW)
    for _each in range(2):
        jobs.set_aside_after_reopening(**ids)
    assert Feedback.objects.get(kind="outcome").state == "not_appropriate"


def tell(cast, feedback):
    jobs.tell_referrer_there_is_news(hub_id=str(cast.hub.id), feedback_id=str(feedback.id))


def test_the_e_mail_names_nobody_and_is_the_same_message_twice(cast, case, sent):
    tell(cast, sent)
    tell(cast, sent)
    first, second = mail.outbox
    assert first.to == ["lee@hub.example"]
    assert first.extra_headers == second.extra_headers
    whole = f"{first.subject} {first.body} {first.extra_headers}"
    for secret in ("Maya", "Dobson", "Lee", sent.contact.reference, case.reference):
        assert secret not in whole
    assert "Sign in" in first.body


def test_nobody_is_told_of_what_they_have_read(cast, sent):
    mark_read(by=cast.lee, contact_id=sent.contact_id, at=NOW)
    tell(cast, sent)
    assert mail.outbox == []


def test_nobody_is_told_of_what_is_not_sent(cast, case):
    (feedback,) = prepared(cast, case)
    tell(cast, feedback)
    assert mail.outbox == []


def test_a_member_of_the_public_gets_no_e_mail(cast, sent):
    type(sent.contact).objects.filter(id=sent.contact_id).update(
        referrer_is_professional=False, referrer_name="", referrer_role=""
    )
    tell(cast, sent)
    assert mail.outbox == []
