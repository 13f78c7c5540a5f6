"""Asking from a case, the request's own page, codes and conversations: words and doors."""

from datetime import timedelta

import pytest
from django.urls import reverse

from openmash.governance.models import Task
from openmash.information_requests.models import Chaser, InformationRequest, Item, Spoken
from openmash.information_requests.rules import ItemGiven
from openmash.information_requests.selectors import must_speak_open
from openmash.information_requests.services import respond
from openmash.information_requests.terms import MUST_SPEAK
from openmash.sharing.models import SharingDecision
from openmash.sharing.tests.factories import NOW, case_of

LATER = NOW + timedelta(hours=1)


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: LATER)


@pytest.fixture
def sam(cast, client):
    return cast.sign_in(client, "sam")


def ask_url(case) -> str:
    return reverse("information_requests:ask", args=[case.reference])


def text(response) -> str:
    return str(response.content.decode())


def a_question(cast, *kinds: str, family=(), **change: object) -> dict[str, object]:
    """Return the form as the page sends it: every agency's people ticked, some agencies chosen."""
    everybody = [str(each.id) for each in family]
    about = {f"about_{number}": everybody for number in range(12)}
    return {
        "summary": "A neighbour heard shouting.",
        "question": "What do you hold?",
        "purpose": "To decide what help Maya needs",
        "power_relied_on": "Children Act 1989, section 47",
        "agencies": [str(cast.agencies[each].id) for each in kinds],
        **about,
        **change,
    }


SHARING = {
    "sharing-to_share": "yes",
    "sharing-informed": "yes",
    "sharing-agreement": "given",
    "sharing-article_6": "e",
    "sharing-article_9": "safeguarding",
    "sharing-proportionality": "Only the household.",
}


def test_the_page_shows_the_usual_agencies_why_them_and_by_when(sam, shared_case):
    page = text(sam.get(ask_url(shared_case)))
    for words in (
        "Maya Dobson",
        "Rivermead Police",
        "Usual for this rating and track",
        "Not usual here",
        "today 15:00",
        "Calls to the address",
        "Ask these agencies",
    ):
        assert words in page, words
    assert "First: may this be shared?" not in page
    assert "do not wait" not in page


def test_agencies_are_asked_about_those_ticked(cast, sam, shared_case, family):
    sent = a_question(cast, "police", "health", family=family)
    answer = sam.post(ask_url(shared_case), sent)
    assert answer["Location"] == reverse("insight:case", args=[shared_case.reference])
    assert set(InformationRequest.objects.values_list("agency__kind", flat=True)) == {
        "police",
        "health",
    }


def test_undecided_sharing_is_decided_in_the_same_page(cast, sam, case, family):
    page = text(sam.get(ask_url(case)))
    assert "First: may this be shared?" in page
    assert "Record the decision and ask" in page
    sam.post(ask_url(case), {**a_question(cast, "police", family=family), **SHARING})
    assert InformationRequest.objects.get().decision == SharingDecision.objects.get()


def test_a_blank_sharing_answer_asks_nobody_and_decides_nothing(cast, sam, case, family):
    sent = {**a_question(cast, "police", family=family), **SHARING, "sharing-agreement": ""}
    page = text(sam.post(ask_url(case), sent))
    assert "Say what was answered about agreement, or why nobody asked." in page
    assert not SharingDecision.objects.exists()
    assert not InformationRequest.objects.exists()


def test_a_refused_question_keeps_no_decision_either(cast, sam, case, family):
    sent = {**a_question(cast, family=family, summary=""), **SHARING}
    page = text(sam.post(ask_url(case), sent))
    assert "Choose at least one agency." in page
    assert "Say why you ask" in page
    assert not SharingDecision.objects.exists()


def test_what_both_need_is_asked_for_once_and_its_obstacle_stands_there(cast, sam, case, family):
    sent = {**a_question(cast, "police", family=family, purpose=""), **SHARING}
    page = text(sam.post(ask_url(case), sent))
    assert 'href="#id_purpose"' in page
    assert "sharing-purpose" not in page


def test_a_red_is_asked_about_in_one_press(cast, sam, family):
    red = case_of(cast, family, rating="red")
    page = text(sam.get(ask_url(red)))
    assert "Ask now: do not wait (Red)" in page
    assert "First: may this be shared?" not in page
    sam.post(reverse("information_requests:ask_now", args=[red.reference]))
    assert InformationRequest.objects.count() == 5
    assert SharingDecision.objects.get().was_urgent


def test_a_red_may_be_asked_about_agency_by_agency_without_waiting(cast, sam, family):
    red = case_of(cast, family, rating="red")
    sam.post(ask_url(red), a_question(cast, "housing", family=family))
    assert InformationRequest.objects.get().agency.kind == "housing"
    assert SharingDecision.objects.get().was_urgent


@pytest.mark.parametrize("name", ["tom", "amira", "noor", "lee", "bo"])
def test_the_ask_page_is_not_there_for_those_who_do_not_ask(cast, client, shared_case, name):
    assert cast.sign_in(client, name).get(ask_url(shared_case)).status_code == 404


def test_the_ask_page_is_within_its_budget(cast, sam, shared_case, within_budget):
    sam.get(ask_url(shared_case))
    with within_budget():
        sam.get(ask_url(shared_case))


def page_of(request) -> str:
    return reverse("information_requests:request", args=[request.reference])


def test_a_request_is_read_by_those_who_asked_and_those_asked(cast, client, ask):
    request = ask("police")
    for name in ("sam", "priya", "pia", "tom"):
        assert "Maya Dobson" in text(cast.sign_in(client, name).get(page_of(request)))
    for name in ("amira", "eve", "noor", "lee"):
        assert cast.sign_in(client, name).get(page_of(request)).status_code == 404


def test_an_agency_is_reminded_and_a_request_withdrawn_from_its_page(sam, ask):
    request = ask("police")
    sam.post(reverse("information_requests:chase", args=[request.reference]), {"words": "Rang"})
    assert Chaser.objects.get().words == "Rang"
    withdraw = reverse("information_requests:withdraw", args=[request.reference])
    assert "Say why the agency need not answer." in text(sam.post(withdraw, follow=True))
    sam.post(withdraw, {"because": "Asked in error"})
    assert "Withdrawn: Asked in error" in text(sam.get(page_of(request)))


@pytest.fixture
def item(cast, ask) -> Item:
    request = ask("police")
    respond(
        by=cast.pia,
        request_id=request.id,
        asked_about_id=request.people.get(position=0).id,
        answer="known",
        items=[
            ItemGiven(words="Called to the address", code="H1"),
            ItemGiven(words="Live operation", code="H4", speak_to="DS Ames"),
        ],
        at=NOW,
    )
    return Item.objects.get(code="H1")


def test_a_decision_maker_reads_that_an_item_exists_and_never_its_words(cast, client, item):
    page = text(cast.sign_in(client, "priya").get(page_of(item.of_return.request)))
    assert "Rivermead Police holds relevant information: speak to DS Ames." in page
    assert "Live operation" not in page
    assert "Called to the address" in page


def test_a_contact_officer_reads_no_item_in_a_closed_hub(sam, item):
    page = text(sam.get(page_of(item.of_return.request)))
    assert "There is no answer here for you to read." in page
    assert "Called to the address" not in page
    assert "DS Ames" not in page


def test_a_code_is_raised_by_the_hub_and_lowered_by_its_owner(cast, client, item):
    change = reverse("information_requests:recode", args=[item.id])
    priya = cast.sign_in(client, "priya")
    assert "may only keep it closer" in text(priya.get(change))
    priya.post(change, {"to": "H3", "why": "Names an informant"})
    item.refresh_from_db()
    assert item.code == "H3"
    pia = cast.sign_in(client, "pia")
    assert "may let it travel further" in text(pia.get(change))
    pia.post(change, {"to": "H2", "why": "No harm in it"})
    item.refresh_from_db()
    assert item.code == "H2"
    for name in ("sam", "amira", "noor"):
        assert cast.sign_in(client, name).get(change).status_code == 404


SPOKEN = {
    "with_whom": "DS Ames",
    "how": "phone",
    "happened_at_day": "20",
    "happened_at_month": "11",
    "happened_at_year": "2026",
    "happened_at_time": "10:30",
    "said": "Do not visit today.",
}


def test_the_conversation_an_h4_item_asks_for_is_recorded_from_its_page(cast, client, item):
    hidden = Item.objects.get(code="H4")
    page = reverse("information_requests:spoken", args=[hidden.id])
    priya = cast.sign_in(client, "priya")
    assert "Live operation" not in text(priya.get(page))
    priya.post(page, SPOKEN)
    assert Spoken.objects.get().item == hidden
    assert cast.sign_in(client, "sam").get(page).status_code == 404


def test_a_task_to_speak_to_somebody_is_done_on_the_page_that_keeps_the_talk(cast, client, item):
    hidden = Item.objects.get(code="H4")
    task = Task.objects.get(kind=MUST_SPEAK, about_id=hidden.id)
    page = reverse("information_requests:spoken", args=[hidden.id])
    priya = cast.sign_in(client, "priya")
    finish = reverse("cases:finish_task", args=[task.id])
    for place in (
        reverse("cases:tasks"),
        reverse("cases:record", args=[item.of_return.request.case.reference]),
    ):
        shown = text(priya.get(place))
        assert f'href="{page}"' in shown
        assert finish not in shown
    refused = priya.post(finish, {"answer": "Rang him."})
    assert refused.status_code == 409
    assert "do it on its page" in text(refused)
    task.refresh_from_db()
    assert task.done_at is None
    priya.post(page, SPOKEN)
    done = Task.objects.get(id=task.id)
    assert (done.done_at, done.answer) == (LATER, "Do not visit today.")
    assert must_speak_open(item.of_return.request.case_id) == []
