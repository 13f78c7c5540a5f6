"""The case page: the whole for the hub's workers, an agency's own part for those it asked."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from openmash.cases.models import Case
from openmash.cases.services import add_agency_to_case, restrict_case
from openmash.cases.tests.factories import IWAN, LESLEY, MAYA, NOW
from openmash.core.handling import HandlingCode, Nature
from openmash.core.refusals import NotHere
from openmash.information_requests.rules import ItemGiven
from openmash.information_requests.services import respond
from openmash.insight.selectors import case_page, partner_page
from openmash.insight.terms import Waiting
from openmash.insight.tests.factories import (
    ANSWERING,
    LATER,
    answered_nil,
    asked_case,
    child,
    red_case,
    request_to,
)
from openmash.intake.rules.told import ToldAdultConcern
from openmash.intake.terms import AbuseType, AdultAnswer
from tests.settling import settle

HELD = "Called to the address three times in June."


def answer(cast, case, kind: str, who: str, *items: ItemGiven, **changed) -> None:
    """Let an agency say what it knows of the first person it was asked about."""
    request = request_to(cast, case, kind)
    respond(
        by=cast.see_as(who),
        request_id=request.id,
        asked_about_id=request.people.order_by("position")[0].id,
        answer="known",
        items=items,
        at=ANSWERING,
        **changed,
    )


def item(words: str = HELD, code: HandlingCode = HandlingCode.H2, **changed) -> ItemGiven:
    return ItemGiven(words=words, nature=Nature.FACT, code=code, **changed)


def test_a_closed_case_says_when_the_hubs_own_record_is_due_for_review(cast, client):
    zone = {"zone": "hub", "months": 6, "then": "Key features open; the rest is sealed."}
    settle(cast, at=NOW - timedelta(days=1), retention_zones=[zone])
    case = asked_case(cast, MAYA, LESLEY)
    assert case_page(cast.see_as("priya"), case.reference, at=LATER).review_due is None
    Case.objects.filter(id=case.id).update(status="closed", closed_at=LATER)
    page = case_page(cast.see_as("priya"), case.reference, at=LATER)
    assert page.review_due == date(2027, 5, 20)
    shown = cast.sign_in(client, "priya").get(reverse("insight:case", args=[case.reference]))
    assert "due for review" in shown.content.decode()


def test_everything_a_decision_needs_is_on_one_page(cast):
    case = asked_case(cast, MAYA, LESLEY)
    answer(cast, case, "police", "tom", item())
    page = case_page(cast.see_as("priya"), case.reference, at=LATER)
    assert [each.shown.name for each in page.concerns] == ["Maya Dobson"]
    assert [(each.shown.name, each.relationship) for each in page.others] == [
        ("Lesley Dobson", "mother")
    ]
    assert page.contacts[0].contact.told == "Maya came to school with a bruise on her cheek."
    assert page.contacts[0].sender.startswith("Lee Ashworth")
    assert page.rating_why == "An injury that is not explained."
    (police,) = page.answers
    assert police.answers[0].items[0].words == HELD
    assert page.next.waiting is Waiting.ANSWERS
    assert page.decision is None


def test_an_item_in_a_closed_hub_is_read_by_deciders_and_by_its_owner(cast):
    case = asked_case(cast, MAYA)
    answer(cast, case, "police", "tom", item())
    assert case_page(cast.see_as("priya"), case.reference, at=LATER).answers
    assert case_page(cast.see_as("sam"), case.reference, at=LATER).answers == []
    assert partner_page(cast.see_as("pia"), case.reference, at=LATER).answers
    assert partner_page(cast.see_as("amira"), case.reference, at=LATER).answers == []


def test_h4_is_known_to_exist_by_deciders_and_leaves_no_trace_for_others(cast):
    case = asked_case(cast, MAYA)
    held = item(code=HandlingCode.H4, speak_to="DS Tom Hale")
    answer(cast, case, "police", "tom", held)
    priya = case_page(cast.see_as("priya"), case.reference, at=LATER)
    (shown,) = priya.answers[0].answers[0].items
    assert (shown.words, shown.speak_to) == ("", "DS Tom Hale")
    assert priya.next.words == "Speak to the agency that holds more"
    sam = case_page(cast.see_as("sam"), case.reference, at=LATER)
    assert sam.answers == []
    assert "speak" not in sam.next.words.lower()


def test_a_partner_sees_whom_it_was_asked_about_and_its_own_request(cast):
    case = asked_case(cast, MAYA, LESLEY)
    page = partner_page(cast.see_as("tom"), case.reference, at=LATER)
    assert [each.name for each in page.people] == ["Maya Dobson", "Lesley Dobson"]
    assert [each.agency_id for each in page.to_answer] == [cast.agencies["police"].id]


def test_a_partner_does_not_open_the_hubs_page_nor_a_case_it_is_not_on(cast):
    case = red_case(cast, MAYA)
    add_agency_to_case(case_id=case.id, agency_id=cast.agencies["police"].id, at=NOW)
    for name, ask in (("tom", case_page), ("amira", partner_page), ("noor", case_page)):
        with pytest.raises(NotHere):
            ask(cast.see_as(name), case.reference, at=LATER)


def test_a_restricted_case_opens_for_its_list_alone(cast):
    case = asked_case(cast, MAYA)
    named = [cast.practitioners["priya"].id]
    restrict_case(by=cast.see_as("priya"), case_id=case.id, named=named, why="Staff.", at=NOW)
    assert case_page(cast.see_as("priya"), case.reference, at=LATER).concerns
    with pytest.raises(NotHere):
        case_page(cast.see_as("sam"), case.reference, at=LATER)
    with pytest.raises(NotHere):
        partner_page(cast.see_as("tom"), case.reference, at=LATER)


def test_an_adult_nobody_has_asked_comes_before_everything_else(cast):
    case = red_case(cast, IWAN)
    page = case_page(cast.see_as("fern"), case.reference, at=LATER)
    assert page.next.words == "Is he safe tonight? Ask what he wants"


def test_what_an_adult_wants_and_whether_they_are_safe_is_on_the_page(cast, client):
    adult = ToldAdultConcern(
        wishes="To be left in peace.",
        safe_tonight=AdultAnswer.NO,
        abuse_types=(AbuseType.FINANCIAL,),
    )
    case = red_case(cast, IWAN, adult_concern=adult)
    page = cast.sign_in(client, "fern").get(f"/case/{case.reference}/").content.decode()
    assert "To be left in peace." in page
    assert "<strong>Safe tonight?</strong> No" in page
    assert "Financial or material" in page


@pytest.mark.parametrize("people", [3, 12])
def test_the_page_costs_twelve_queries_however_many_people_and_answers(
    cast, people, django_assert_max_num_queries
):
    case = asked_case(cast, *(child(f"Ada{number}") for number in range(people)))
    for kind, who in (("health", "amira"), ("education", "eve")):
        answered_nil(cast, case, kind, who)
    answer(cast, case, "police", "tom", *(item(f"{HELD} {n}") for n in range(people)))
    priya = cast.see_as("priya")
    with django_assert_max_num_queries(12):
        page = case_page(priya, case.reference, at=LATER)
    assert len(page.concerns) == people


def test_a_partners_page_costs_no_more(cast, django_assert_max_num_queries):
    case = asked_case(cast, *(child(f"Ada{number}") for number in range(9)))
    answer(cast, case, "police", "tom", item())
    tom = cast.see_as("tom")
    with django_assert_max_num_queries(13):
        partner_page(tom, case.reference, at=LATER)
