"""The pages of handing over, answering and closing; and a referrer's own page."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.apps import apps
from django.urls import reverse

from openmash.core.references import new_reference
from openmash.decisions.selectors import decision_of
from openmash.decisions.tests.factories import GORDON, case_of_contacts, contact_from
from openmash.intake.services import ask_clarification
from openmash.pathways.models import Feedback, Handover, HandoverPerson
from openmash.pathways.services import accept_handover, send_feedback
from openmash.pathways.tests.factories import (
    NOW,
    SUMMARY,
    decide,
    decided_case,
    handed_over,
    prepared,
    standing,
    team_of,
)

TRAY = "/handovers/"
DUE = "/feedback/"


def page_of(handover):
    return reverse("pathways:handover", args=[handover.reference])


def contact_of(case):
    return case.contact_links.get().contact


def status_page(case):
    return reverse("pathways:status", args=[contact_of(case).reference])


# Doors


@pytest.fixture(autouse=True)
def _at_eleven(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(hours=1))


@pytest.fixture
def pages(cast, case):
    prepared(cast, case)
    handover = handed_over(cast, case)
    return {
        "tray": TRAY,
        "handover": page_of(handover),
        "hand_over": reverse("pathways:hand_over", args=[case.reference]),
        "feedback": DUE,
        "answer": reverse("pathways:answer", args=[contact_of(case).reference]),
        "close": reverse("pathways:close", args=[case.reference]),
        "status": status_page(case),
    }


DOORS = {
    "rosa": {"tray", "handover"},
    "priya": {"tray", "handover", "hand_over", "feedback", "answer", "close"},
    "fay": {"tray", "handover", "hand_over", "feedback", "answer", "close"},
    "sam": {"handover", "feedback", "answer"},
    "lee": {"status"},
    "tom": set(),
    "amira": set(),
    "noor": {"tray", "feedback"},
    "kit": set(),
}


@pytest.mark.parametrize("who", DOORS)
def test_who_gets_in(cast, client, pages, who):
    cast.sign_in(client, who)
    open_to = {name for name, page in pages.items() if client.get(page).status_code == 200}
    assert open_to == DOORS[who]


def test_a_stranger_is_asked_to_sign_in(client, pages):
    assert {client.get(page).status_code for page in pages.values()} == {302}


def test_elsewhere_the_lists_are_empty(cast, client, pages):
    noor = cast.sign_in(client, "noor")
    for page in (TRAY, DUE):
        assert "Maya" not in noor.get(page).content.decode()


# Handing over


def test_a_hand_over_begins_with_the_outcome_the_team_and_words_chosen(cast, client, case):
    page = reverse("pathways:hand_over", args=[case.reference])
    first = cast.sign_in(client, "priya").get(page)
    form = first.context["form"]
    assert form.initial["outcomes"] == [str(standing(case).outcomes.get().id)]
    assert form.initial["team"] == str(team_of(cast).id)
    assert "Maya Dobson: Child and family assessment" in first.content.decode()


def test_handing_over_goes_to_the_hand_over(cast, client, case):
    page = reverse("pathways:hand_over", args=[case.reference])
    priya = cast.sign_in(client, "priya")
    outcome = str(standing(case).outcomes.get().id)
    answers = {"outcomes": [outcome], "team": str(team_of(cast).id), "summary": " "}
    refused = priya.post(page, answers).content.decode()
    assert "Write the summary the team will work from." in refused
    answer = priya.post(page, {**answers, "summary": SUMMARY})
    assert answer["Location"] == page_of(Handover.objects.get())


def test_what_nobody_here_takes_is_done_without_from_the_same_page(cast, client):
    case = decided_case(cast, outcome="other_authority")
    outcome = str(standing(case).outcomes.get().id)
    answers = {"outcomes": [outcome], "team": "nobody", "because": "J. Smith, Elsewhere, has it."}
    page = reverse("pathways:hand_over", args=[case.reference])
    assert cast.sign_in(client, "priya").post(page, answers).status_code == 302
    assert Handover.objects.get().state == "waived"


# The tray


def test_the_tray_of_a_team_is_answered_in_line(cast, client, case):
    handover = handed_over(cast, case)
    rosa = cast.sign_in(client, "rosa")
    text = rosa.get(TRAY).content.decode()
    assert "Maya Dobson" in text
    assert "Mosaic reference" in text
    assert case.reference not in text
    sent = {"act": "accept", "system_reference": "MOS-1", "next": "tray"}
    answer = rosa.post(page_of(handover), sent)
    assert answer["Location"] == TRAY
    assert Handover.objects.get().system_reference == "MOS-1"
    assert "Nothing is waiting to be accepted." in rosa.get(TRAY).content.decode()
    assert "MOS-1" in rosa.get(TRAY, {"shows": "answered"}).content.decode()


def test_sending_back_without_a_reason_says_so_and_changes_nothing(cast, client, case):
    handover = handed_over(cast, case)
    rosa = cast.sign_in(client, "rosa")
    text = rosa.post(page_of(handover), {"act": "return", "because": ""}).content.decode()
    assert "There is a problem" in text
    assert Handover.objects.get().state == "sent"
    rosa.post(page_of(handover), {"act": "return", "because": "She has moved."})
    assert decision_of(case.id) is None


def test_the_text_to_copy_is_on_the_page_whole(cast, client, case):
    handover = handed_over(cast, case)
    text = cast.sign_in(client, "rosa").get(page_of(handover)).content.decode()
    assert f"Hand-over {handover.reference} from Rivermead hub to Assessment Team East" in text
    assert 'data-copy="to-copy"' in text
    assert "data-select" in text


def test_an_act_nobody_knows_is_not_there(cast, client, case):
    handover = handed_over(cast, case)
    assert cast.sign_in(client, "rosa").post(page_of(handover), {"act": "x"}).status_code == 404


def many_handovers(cast, case, count):
    first = handed_over(cast, case)
    (person,) = first.people.all()
    for _each in range(count - 1):
        copy = Handover.objects.get(id=first.id)
        copy.pk, copy.reference = None, new_reference("H")
        copy._state.adding = True
        copy.id = uuid4()
        copy.save(force_insert=True)
        HandoverPerson.objects.create(
            hub=cast.hub,
            handover=copy,
            person_id=person.person_id,
            outcome_id=person.outcome_id,
            name=person.name,
        )


@pytest.mark.parametrize("rows", [3, 12])
@pytest.mark.parametrize("who", ["rosa", "priya"])
def test_the_tray_takes_the_same_queries_however_full(cast, client, case, rows, who, within_budget):
    many_handovers(cast, case, rows)
    cast.sign_in(client, who).get(TRAY, {"shows": "answered"})
    with within_budget():
        page = client.get(TRAY)
    assert page.content.decode().count("data-row>") == rows


# Feedback


def test_answering_a_referrer_begins_with_the_words_and_fixes_them(cast, client, case):
    prepared(cast, case)
    page = reverse("pathways:answer", args=[contact_of(case).reference])
    sam = cast.sign_in(client, "sam")
    assert "Children&#x27;s social care will assess" in sam.get(page).content.decode()
    assert sam.post(page, {"act": "send", "words": ""}).status_code == 200
    assert sam.post(page, {"act": "send", "words": "We will assess."})["Location"] == DUE
    late = sam.post(page, {"act": "send", "words": "Other words."}).content.decode()
    assert "already been dealt with" in late
    assert Feedback.objects.get().words == "We will assess."
    assert "Everybody who is owed an answer has had it." in sam.get(DUE).content.decode()


def test_why_somebody_cannot_be_told_is_kept(cast, client, case):
    prepared(cast, case)
    page = reverse("pathways:answer", args=[contact_of(case).reference])
    answers = {"act": "not_possible", "reason": "no_safe_channel", "words": "Closed."}
    assert cast.sign_in(client, "sam").post(page, answers)["Location"] == DUE
    assert Feedback.objects.get().not_sent_because.endswith("Closed.")


@pytest.mark.parametrize("rows", [3, 12])
def test_the_list_of_who_is_owed_an_answer_takes_the_same_queries(
    cast, client, case, rows, within_budget
):
    (first,) = prepared(cast, case)
    for _each in range(rows - 1):
        add_another(cast, first)
    sam = cast.sign_in(client, "sam")
    sam.get("/handovers/H-none/")
    with within_budget():
        page = sam.get(DUE)
    assert page.content.decode().count("data-row>") == rows


def add_another(cast, first):
    contacts, subjects = apps.get_model("intake", "Contact"), apps.get_model("intake", "Subject")
    contact = contacts.objects.get(id=first.contact_id)
    subject = subjects.objects.filter(contact=contact, is_concern=True).get()
    contact.id, contact.reference = uuid4(), new_reference("C")
    contact._state.adding = True
    contact.save(force_insert=True)
    subject.id, subject.contact = uuid4(), contact
    subject._state.adding = True
    subject.save(force_insert=True)
    Feedback.objects.create(
        hub=cast.hub,
        contact=contact,
        decision_id=first.decision_id,
        kind="outcome",
        state="due",
        words="x",
        made_at=NOW,
    )


# Closing


def test_what_keeps_a_case_open_is_listed_and_then_it_closes(cast, client, case):
    page = reverse("pathways:close", args=[case.reference])
    fay = cast.sign_in(client, "fay")
    text = fay.get(page).content.decode()
    assert "not yet handed over" in text
    assert "This case is already closed" not in text
    assert fay.post(page).status_code == 200
    for feedback in prepared(cast, case):
        send_feedback(by=cast.sam, feedback_id=feedback.id, words="Decided.", at=NOW)
    accept_handover(by=cast.rosa, handover_id=handed_over(cast, case).id, at=NOW)
    assert fay.post(page).status_code == 302
    case.refresh_from_db()
    assert case.status == "closed"


# The referrer's own page


def test_a_referrer_sees_how_far_it_has_come_and_nothing_of_the_hub(cast, client, case):
    (feedback,) = prepared(cast, case)
    handover = handed_over(cast, case)
    text = cast.sign_in(client, "lee").get(status_page(case)).content.decode()
    for words in ("Maya Dobson", contact_of(case).reference, "Decision made", "ring 999"):
        assert words in text
    rest = (case.reference, handover.reference, "Priya", "Amber", "Assessment Team", feedback.words)
    for secret in rest:
        assert secret not in text


def test_what_was_sent_is_read_and_the_reading_is_noted(cast, client, case):
    (feedback,) = prepared(cast, case)
    send_feedback(by=cast.sam, feedback_id=feedback.id, words="We will <assess>.", at=NOW)
    text = cast.sign_in(client, "lee").get(status_page(case)).content.decode()
    assert "We will &lt;assess&gt;." in text
    assert Feedback.objects.get(kind="outcome").state == "read"


def test_another_referrers_reference_and_none_at_all_look_the_same(cast, client, case):
    other = contact_from(cast, "tom", GORDON)
    lee = cast.sign_in(client, "lee")
    hidden = lee.get(reverse("pathways:status", args=[other.reference]))
    absent = lee.get(reverse("pathways:status", args=[new_reference("C")]))
    assert (hidden.status_code, absent.status_code) == (404, 404)
    assert hidden.content == absent.content


def test_a_question_from_the_hub_is_answered_there(cast, client):
    contact = contact_from(cast, "lee")
    asked = ask_clarification(
        by=cast.fay, contact_id=contact.id, question="Who collects her?", at=NOW
    )
    page = reverse("pathways:status", args=[contact.reference])
    lee = cast.sign_in(client, "lee")
    assert "Who collects her?" in lee.get(page).content.decode()
    field = f"q-{asked.id.hex}-answer"
    assert lee.post(page, {"question": str(asked.id), field: " "}).status_code == 200
    answer = lee.post(page, {"question": str(asked.id), field: "Her aunt."})
    assert answer["Location"] == page
    asked.refresh_from_db()
    assert (asked.answer, asked.answered_by_name) == ("Her aunt.", "Lee Ashworth")


def test_a_reader_of_pages_takes_few_queries(cast, client, case, within_budget):
    (feedback,) = prepared(cast, case)
    send_feedback(by=cast.sam, feedback_id=feedback.id, words="We will assess.", at=NOW)
    lee = cast.sign_in(client, "lee")
    lee.get("/referrals/C-none/")
    with within_budget():
        assert lee.get(status_page(case)).status_code == 200


@pytest.mark.parametrize("which", ["handover", "answer", "close", "hand_over"])
def test_each_page_of_one_thing_is_within_its_budget(cast, client, pages, which, within_budget):
    priya = cast.sign_in(client, "priya")
    priya.get("/handovers/H-none/")
    with within_budget():
        assert priya.get(pages[which]).status_code == 200


def test_a_case_of_two_contacts_closes_only_when_both_were_told(cast, client):
    first = contact_from(cast, "lee")
    case = case_of_contacts(cast, first)
    decide(cast, case, outcome="no_further_action")
    prepared(cast, case)
    text = (
        cast.sign_in(client, "fay")
        .get(reverse("pathways:close", args=[case.reference]))
        .content.decode()
    )
    assert "Tell the referrer" in text
