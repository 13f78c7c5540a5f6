"""A decision that waits for a second person: on the case, on the board and on their own work."""

import pytest
from django.urls import reverse

from openmash.cases.services import add_agency_to_case, restrict_case
from openmash.cases.tests.factories import MAYA, NOW
from openmash.decisions.selectors import decision_of
from openmash.decisions.services import agree_with_decision, send_decision_back
from openmash.insight.selectors import board_signature, case_page, my_work, partner_page
from openmash.insight.terms import Waiting
from openmash.insight.tests.factories import LATER, child, ended_case


@pytest.fixture
def ended(cast):
    return ended_case(cast, MAYA)


def decision_id(case):
    return decision_of(case.id).id


def test_the_case_says_what_it_waits_for_and_why(cast, ended):
    page = case_page(cast.see_as("priya"), ended.reference, at=LATER)
    assert page.next.waiting is Waiting.SECOND_READING
    assert page.decision.waits_for_second
    assert not page.may_read_again


@pytest.mark.parametrize(("who", "may"), [("maya", True), ("owen", False), ("fay", False)])
def test_who_may_read_it_is_offered_it_first(cast, client, ended, who, may):
    url = reverse("decisions:decision", args=[decision_id(ended)])
    page = cast.sign_in(client, who).get(f"/case/{ended.reference}/").content.decode()
    assert "It waits for a second person." in page
    assert (f'<a class="govuk-button om-button--small" href="{url}#second"' in page) is may


def test_an_agency_on_the_case_is_not_told_before_and_is_told_after(cast, ended):
    add_agency_to_case(case_id=ended.id, agency_id=cast.agencies["police"].id, at=NOW)
    assert partner_page(cast.see_as("tom"), ended.reference, at=LATER).decision is None
    agree_with_decision(by=cast.see_as("maya"), decision_id=decision_id(ended), at=LATER)
    told = partner_page(cast.see_as("tom"), ended.reference, at=LATER).decision
    assert told is not None


def test_it_is_on_the_work_of_who_may_read_it_until_they_answer(cast, client, ended):
    maya = cast.see_as("maya")
    work = my_work(maya, cast.hub.id, at=LATER)
    assert ([each.reference for each in work.to_read], work.count) == ([ended.reference], 1)
    page = cast.sign_in(client, "maya").get("/my-work/").content.decode()
    assert "For you to read a second time" in page
    agree_with_decision(by=cast.see_as("maya"), decision_id=decision_id(ended), at=LATER)
    assert my_work(maya, cast.hub.id, at=LATER).to_read == []


def test_the_decider_and_others_have_nothing_to_read(cast, ended):
    for who in ("priya", "owen", "sam"):
        assert my_work(cast.see_as(who), cast.hub.id, at=LATER).to_read == []


def test_a_restricted_one_is_on_nobodys_work_outside_its_list(cast, ended):
    named = [cast.practitioners["priya"].id]
    restrict_case(by=cast.see_as("priya"), case_id=ended.id, named=named, why="Staff.", at=NOW)
    assert my_work(cast.see_as("maya"), cast.hub.id, at=LATER).to_read == []


def test_sent_back_it_is_to_be_decided_again(cast, ended):
    send_decision_back(
        by=cast.see_as("maya"), decision_id=decision_id(ended), because="Ask first.", at=LATER
    )
    step = case_page(cast.see_as("priya"), ended.reference, at=LATER).next
    assert (step.waiting, step.words) == (Waiting.DECISION, "Decide again")
    assert "second person" in step.why


def test_the_board_is_shown_again_when_the_second_person_answers(cast, ended):
    priya = cast.see_as("priya")
    first = board_signature(priya, cast.hub.id, asked="", at=LATER)
    agree_with_decision(by=cast.see_as("maya"), decision_id=decision_id(ended), at=LATER)
    cast.see_as("priya")
    assert board_signature(priya, cast.hub.id, asked="", at=LATER) != first


@pytest.mark.parametrize("cases", [3, 12])
def test_my_work_keeps_to_the_budget(cast, client, within_budget, cases):
    for number in range(cases):
        ended_case(cast, child(f"Ada{number}"))
    maya = cast.sign_in(client, "maya")
    maya.get("/figures/")
    with within_budget():
        assert maya.get("/my-work/").status_code == 200
