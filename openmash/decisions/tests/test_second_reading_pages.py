"""The page on which a second person reads no further action, and answers it (A10.3)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from openmash.cases.services import add_agency_to_case
from openmash.decisions.forms.deciding import field_name
from openmash.decisions.selectors import decision_of, reading_of
from openmash.decisions.services import agree_with_decision, record_decision
from openmash.decisions.tests.factories import (
    NOW,
    WHY,
    case_of_maya,
    people_of_concern,
    sought,
)
from openmash.governance.terms import Track

TELLS = "A second person reads this before anybody is told"


@pytest.fixture(autouse=True)
def _at_eleven(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(hours=1))


@pytest.fixture
def red(cast):
    return case_of_maya(cast, rating="red")


@pytest.fixture
def ended(cast, red):
    answers = sought(red, outcome="no_further_action")
    return record_decision(by=cast.priya, case_id=red.id, sought=answers, at=NOW)


def page_of(decision):
    return reverse("decisions:decision", args=[decision.id])


@pytest.mark.parametrize(
    ("rating", "outcome", "tells"),
    [
        ("red", "no_further_action", True),
        ("red", "child_assessment", False),
        ("amber", "no_further_action", False),
    ],
)
def test_the_decider_is_told_before_they_press(cast, client, rating, outcome, tells):
    case = case_of_maya(cast, rating=rating)
    fields = {field_name(each, Track.CHILD_EN): outcome for each in people_of_concern(case)}
    page = reverse("decisions:decide", args=[case.reference])
    answer = cast.sign_in(client, "priya").post(page, {**fields, "rationale": WHY, "act": "look"})
    assert (TELLS in answer.content.decode()) is tells


def test_the_reader_has_reasons_picture_and_two_buttons(cast, client, ended):
    text = cast.sign_in(client, "maya").get(page_of(ended)).content.decode()
    order = ["first rated it Red", WHY, "The picture it was made on", "Send it back"]
    places = [text.index(each) for each in order]
    assert places == sorted(places)
    assert "Agree with no further action" in text


@pytest.mark.parametrize("who", ["priya", "owen", "fay"])
def test_others_read_that_it_waits_and_have_no_buttons(cast, client, ended, who):
    text = cast.sign_in(client, who).get(page_of(ended)).content.decode()
    assert "It waits for a second person." in text
    assert "Agree with no further action" not in text


def test_agreeing_is_one_press(cast, client, ended):
    answer = cast.sign_in(client, "maya").post(page_of(ended), {"act": "agree", "words": ""})
    assert answer["Location"] == reverse("insight:case", args=[ended.case.reference])
    assert reading_of(ended.id).state == "agreed"
    text = client.get(page_of(ended)).content.decode()
    assert "A second person agreed." in text
    assert "Maya Lund" in text


def test_sending_back_asks_why_and_keeps_what_was_written(cast, client, ended):
    maya = cast.sign_in(client, "maya")
    refused = maya.post(page_of(ended), {"act": "send_back", "words": " "}).content.decode()
    assert "Say why it goes back" in refused
    assert reading_of(ended.id).state == "waiting"
    maya.post(page_of(ended), {"act": "send_back", "words": "Ask the school first."})
    assert reading_of(ended.id).words == "Ask the school first."
    assert decision_of(ended.case_id) is None


def test_somebody_without_the_buttons_is_refused_in_words(cast, client, ended):
    answer = cast.sign_in(client, "priya").post(page_of(ended), {"act": "agree"})
    assert answer.status_code == 409
    assert "You decided this yourself." in answer.content.decode()


def test_a_press_nobody_has_a_button_for_is_not_here(cast, client, ended):
    assert cast.sign_in(client, "maya").post(page_of(ended), {"act": "x"}).status_code == 404


def test_an_agency_on_the_case_finds_no_decision_before_it_is_agreed(cast, client, ended):
    add_agency_to_case(case_id=ended.case_id, agency_id=cast.agencies["police"].id, at=NOW)
    tom = cast.sign_in(client, "tom")
    assert tom.get(page_of(ended)).status_code == 404
    agree_with_decision(by=cast.maya, decision_id=ended.id, at=NOW)
    assert tom.get(page_of(ended)).status_code == 200


def test_reading_it_keeps_to_the_budget(cast, client, ended, within_budget):
    maya = cast.sign_in(client, "maya")
    maya.get(reverse("decisions:view", args=[ended.case.reference]))
    with within_budget():
        assert maya.get(page_of(ended)).status_code == 200
