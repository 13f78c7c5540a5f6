"""Wiltshire: triage and hub, a neighbour as virtual partner, and a joint decision (S-HO)."""

from dataclasses import replace

import pytest

from openmash.decisions.models import Discussion
from openmash.decisions.services import CannotDecideYet
from openmash.decisions.terms import DiscussionMode
from openmash.governance.selectors import tasks_on_case
from openmash.governance.terms import Track
from openmash.information_requests.selectors import ask_options
from openmash.intake.services import CannotScreenYet
from openmash.intake.terms import Channel, ContactKind, PresentingReason, SourceCode
from tests.cast import NOW
from tests.hubs.living import (
    EMLYN,
    MAYA,
    ask,
    decide,
    discuss,
    handed_over,
    opened,
    screened,
    share,
    told,
    view,
)

IN_RAILBOURNE = replace(MAYA, postcode="ZX6 4AB")
IN_DOWNSHIRE = replace(MAYA, postcode="ZX1 4AB")


@pytest.fixture
def cast(found_hub):
    return found_hub("wiltshire")


def usual(cast, case):
    options = ask_options(cast.see_as("fay"), case, NOW)
    return {each.name for each in options.agencies if each.by_default}


def test_a_child_of_the_neighbours_is_checked_with_the_neighbours_own_services(cast):
    theirs = usual(cast, opened(cast, told(cast, IN_RAILBOURNE)))
    assert {"Railbourne Children's Social Care", "Railbourne Health", "Downshire Police"} <= theirs


def test_a_child_of_its_own_is_not(cast):
    assert not any(
        "Railbourne" in each for each in usual(cast, opened(cast, told(cast, IN_DOWNSHIRE)))
    )


def test_what_follows_for_the_neighbours_child_is_allocated_to_the_neighbour(cast):
    case = opened(cast, told(cast, IN_RAILBOURNE), rating="green", can_decide_now=True)
    decision = decide(cast, case, "child_assessment", words="Agreed on the telephone with both.")
    assert handed_over(cast, decision, "Railbourne Assessment Team").state == "sent"


@pytest.mark.parametrize("reason", [PresentingReason.MISSING, PresentingReason.SEXUAL_EXPLOITATION])
def test_a_missing_child_and_suspected_exploitation_are_never_decided_unchecked(cast, reason):
    contact = told(cast, reasons=(reason,))
    with pytest.raises(CannotScreenYet, match="goes through triage"):
        screened(cast, contact, can_decide_now=True)
    assert screened(cast, contact)


def test_a_question_that_is_no_referral_is_filtered_out(cast):
    contact = told(cast, kind=ContactKind.ADVICE, channel=Channel.PHONE)
    with pytest.raises(CannotScreenYet, match="contact point of the authority"):
        screened(cast, contact)
    assert screened(cast, contact, can_decide_now=True)


def test_police_social_care_and_health_decide_together_that_it_goes_up(cast):
    case = opened(cast)
    share(cast, case)
    ask(cast, case, "police", "health")
    view(cast, case, "tom")
    view(cast, case, "lena")
    answered = {"without_returns_because": "Said in the room."}
    with pytest.raises(
        CannotDecideYet, match="decided jointly, and Children's social care gave no"
    ):
        decide(cast, case, "child_assessment", **answered)
    view(cast, case, "priya")
    assert decide(cast, case, "child_assessment", **answered)


def test_harm_that_cannot_wait_goes_up_at_once_and_the_views_follow(cast):
    case = opened(cast, rating="red")
    assert decide(cast, case, "strategy_discussion")
    assert any("decided jointly" in each.words for each in tasks_on_case(case.id))


def test_every_strategy_discussion_is_held_in_the_hub_with_a_minute_taker(cast):
    case = opened(cast, rating="red")
    minutes = discuss(
        cast,
        case,
        "csc",
        "police",
        "health",
        mode=DiscussionMode.MIXED,
        by="bo",
        chaired_by="Priya Raman",
    )
    kept = Discussion.objects.select_related("recorded_by").get(id=minutes.id)
    assert (kept.chaired_by, kept.recorded_by.name) == ("Priya Raman", "Bo Lindqvist")


@pytest.mark.parametrize("people", [(MAYA,), (replace(EMLYN, postcode="ZX2 1AA"),)])
def test_a_domestic_abuse_referral_is_worked_with_children_or_without(cast, people):
    contact = told(
        cast,
        *people,
        source=SourceCode.POLICE,
        channel=Channel.POLICE_IMPORT,
        reasons=(PresentingReason.DOMESTIC_ABUSE,),
    )
    case = opened(cast, contact, Track.DA)
    assert {"Downshire Police", "Downshire Domestic Abuse Service"} <= usual(cast, case)
