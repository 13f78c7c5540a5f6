"""Nottinghamshire: the portal, two wall screens, and who has the last word on a rating (S-HO)."""

from datetime import timedelta

import pytest

from openmash.accounts.selectors import job_viewer
from openmash.accounts.services import act_as
from openmash.cases.models import Rating
from openmash.cases.services import CannotRate, rate_case
from openmash.information_requests.terms import AgencyAnswer
from openmash.insight.selectors import wall
from openmash.pathways.selectors import referral_status
from openmash.pathways.services import prepare_feedback, send_feedback
from openmash.sharing.services import CannotShareYet, decide_sharing
from openmash.sharing.terms import PROTECT
from tests.cast import NOW
from tests.hubs.living import (
    ANSWERED,
    ASKED,
    EMLYN,
    MAYA,
    answer,
    ask,
    decide,
    opened,
    read_by,
    share,
    told,
)


@pytest.fixture
def cast(found_hub):
    return found_hub("nottinghamshire")


@pytest.fixture
def case(cast):
    case = opened(cast)
    share(cast, case)
    return case


def rate(cast, case, who, rating, minutes, *, as_hub=True):
    rate_case(
        by=cast.see_as(who),
        case_id=case.id,
        rating=rating,
        why="As it looks to us.",
        as_hub=as_hub,
        at=ANSWERED + timedelta(minutes=minutes),
    )


def test_sensitive_and_not_sensitive_are_held_apart(cast, case):
    police, health = ask(cast, case, "police", "health")
    answer(cast, police, "pia", "Called to the address in May.", code="H1")
    answer(cast, health, "amira", "A note from her midwife.", code="H3")
    for who in ("pia", "fay"):
        assert read_by(cast, who, case) == {"Called to the address in May."}
    for who in ("amira", "priya"):
        assert len(read_by(cast, who, case)) == 2


def test_the_screens_show_the_rating_who_is_involved_and_who_is_in_time(cast, case):
    police, _ = ask(cast, case, "police", "health")
    answer(cast, police, "pia", "Called to the address in May.")
    (line,) = wall(cast.see_as("bo"), cast.hub.id, at=NOW).lines
    assert (line.reference, line.rating) == (case.reference, "amber")
    marks = {each.letters: each.state for each in line.agencies}
    assert marks == {"P": AgencyAnswer.ANSWERED, "H": AgencyAnswer.WAITING}

    (line,) = wall(cast.bo, cast.hub.id, at=NOW + timedelta(days=1)).lines
    assert AgencyAnswer.LATE in {each.state for each in line.agencies}
    assert "Dobson" not in repr(line)


def test_social_care_determines_and_the_operational_manager_has_the_last_word(cast, case):
    ask(cast, case, "police")
    rate(cast, case, "tom", "red", 1, as_hub=False)
    rate(cast, case, "fay", "green", 2)
    assert Rating.objects.get(case=case, rating="green").settled_step == 1
    rate(cast, case, "maya", "amber", 3)
    with pytest.raises(CannotRate, match="settled already at a higher step"):
        rate(cast, case, "fay", "green", 4)
    case.refresh_from_db()
    assert case.rating == "amber"


def test_business_support_write_to_the_referrer_who_follows_it(cast):
    contact = told(cast)
    decision = decide(cast, opened(cast, contact, can_decide_now=True), "child_assessment")
    hub = job_viewer([cast.hub], name="Feedback")
    act_as(hub)
    (letter,) = prepare_feedback(by=hub, decision_id=decision.id, at=NOW)
    send_feedback(by=cast.see_as("bo"), feedback_id=letter.id, words=letter.words, at=NOW)
    status = referral_status(cast.see_as("lee"), contact.reference)
    assert any(letter.words == each.words for each in status.messages)


def test_whether_the_family_has_been_told_is_answered_before_anything_is_shared(cast):
    case = opened(cast)
    sharing = {
        "case_id": case.id,
        "to_share": True,
        "purpose": PROTECT,
        "agreement": "given",
        "article_6": "e",
        "article_9": "safeguarding",
        "power_relied_on": "Children Act 1989, section 47",
        "proportionality": "Only the household.",
        "at": ASKED,
    }
    with pytest.raises(CannotShareYet, match="whether the family, or the adult, knows"):
        decide_sharing(by=cast.see_as("priya"), informed="", **sharing)
    assert decide_sharing(by=cast.priya, informed="yes", **sharing).informed == "yes"


def test_a_child_and_an_adult_are_worked_in_one_case(cast):
    case = opened(cast, told(cast, MAYA, EMLYN))
    assert case.tracks == ["ADULT_EN", "CHILD_EN"]
