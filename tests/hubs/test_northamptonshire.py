"""Northamptonshire: shared only once the threshold is met, and referrers are told (S-HO)."""

from datetime import timedelta

import pytest

from openmash.accounts.selectors import job_viewer
from openmash.accounts.services import act_as
from openmash.cases.services import rate_case
from openmash.information_requests.models import Item
from openmash.information_requests.rules import ItemGiven
from openmash.information_requests.services import CannotAnswer, respond
from openmash.intake.terms import Channel, ContactKind
from openmash.pathways.services import prepare_feedback, send_feedback
from tests.cast import NOW
from tests.hubs.living import ANSWERED, answer, ask, decide, opened, read_by, share, told

HELD = "An arrest in May, in front of the child."


@pytest.fixture
def case_and_request(found_hub):
    cast = found_hub("northamptonshire")
    case = opened(cast, rating="amber")
    share(cast, case)
    (request,) = ask(cast, case, "police")
    return cast, case, request


def test_below_the_threshold_what_an_agency_holds_stays_with_it(case_and_request):
    cast, case, request = case_and_request
    with pytest.raises(CannotAnswer, match="once the threshold is met"):
        answer(cast, request, "pia", HELD)
    assert not Item.objects.exists()

    respond(
        by=cast.see_as("pia"),
        request_id=request.id,
        asked_about_id=request.people.get().id,
        answer="known",
        involvement="Known to us this year.",
        at=ANSWERED,
    )
    assert read_by(cast, "priya", case) == set()


def test_at_a_risk_of_significant_harm_it_enters_the_shared_record(case_and_request):
    cast, case, request = case_and_request
    rate_case(
        by=cast.see_as("priya"),
        case_id=case.id,
        rating="red",
        why="The injury is not explained.",
        as_hub=True,
        at=ANSWERED - timedelta(minutes=5),
    )
    respond(
        by=cast.see_as("pia"),
        request_id=request.id,
        asked_about_id=request.people.get().id,
        answer="known",
        items=[ItemGiven(words=HELD)],
        at=ANSWERED,
    )
    assert read_by(cast, "priya", case) == {HELD}


def test_the_referrer_is_told_what_came_of_it(found_hub):
    cast = found_hub("northamptonshire")
    contact = told(cast)
    decision = decide(cast, opened(cast, contact, can_decide_now=True), "child_assessment")
    hub = job_viewer([cast.hub], name="Feedback")
    act_as(hub)
    (feedback,) = prepare_feedback(by=hub, decision_id=decision.id, at=NOW)
    assert "Children's social care will assess" in feedback.words
    sent = send_feedback(
        by=cast.see_as("sam"), feedback_id=feedback.id, words=feedback.words, at=NOW
    )
    assert sent.state == "sent"


def test_a_call_for_advice_is_recorded_and_ends_in_advice(found_hub):
    cast = found_hub("northamptonshire")
    call = told(
        cast,
        channel=Channel.PHONE,
        kind=ContactKind.ADVICE,
        narrative="Should I ring the mother first?",
    )
    case = opened(cast, call, rating="green", can_decide_now=True)
    decision = decide(cast, case, "advice_to_professional")
    outcome = decision.outcomes.get()
    assert outcome.label == "Advice given on the advice line"
    assert not outcome.becomes_referral
