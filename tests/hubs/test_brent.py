"""Brent: what is kept and for how long; closed; walk-ins are for locality teams."""

import pytest

from openmash.cases.selectors import case_by_id
from openmash.decisions.services import thaw
from openmash.governance.rules import review_due
from openmash.governance.terms import Zone
from openmash.information_requests.services import correct_return
from openmash.information_requests.terms import Answer
from openmash.intake.services import CannotScreenYet
from openmash.intake.terms import Channel, SourceCode
from openmash.sharing.selectors import standing_decision
from tests.cast import NOW
from tests.hubs.living import answer, ask, decide, opened, read_by, screened, share, told

SEEN_TWICE = "Called to the address twice this month."


@pytest.fixture
def cast(found_hub):
    return found_hub("brent")


def test_members_add_what_they_hold_and_only_managers_read_it_all(cast):
    case = opened(cast)
    share(cast, case)
    police, health = ask(cast, case, "police", "health")
    answer(cast, police, "pia", SEEN_TWICE)
    answer(cast, health, "amira", "A wrist injury.")
    assert len(read_by(cast, "priya", case)) == 2
    assert read_by(cast, "amira", case) == {"A wrist injury."}
    assert read_by(cast, "fay", case) == set()


def test_somebody_who_walks_in_is_for_the_locality_team(cast):
    contact = told(cast, channel=Channel.WALK_IN, source=SourceCode.FAMILY)
    with pytest.raises(CannotScreenYet, match="The locality team sees them"):
        screened(cast, contact)
    assert screened(cast, contact, can_decide_now=True)


def test_today_a_manager_may_share_where_agreement_was_refused_and_says_why(cast):
    case = opened(cast)
    share(cast, case, agreement="refused")
    kept = standing_decision(case.id)
    assert (kept.agreement, kept.to_share) == ("refused", True)
    assert kept.power_relied_on


def test_what_was_known_when_it_was_decided_is_sealed_and_can_be_shown_again(cast):
    case = opened(cast)
    share(cast, case)
    (police,) = ask(cast, case, "police")
    returned = answer(cast, police, "pia", SEEN_TWICE)
    decision = decide(cast, case, "child_assessment")
    correct_return(
        by=cast.see_as("pia"),
        return_id=returned.id,
        answer=Answer.NOT_KNOWN,
        reason="It was another address.",
        at=NOW,
    )
    cast.see_as("priya")
    known_then = [item.words for each in thaw(decision).answers for item in each.items]
    assert known_then == [SEEN_TWICE]
    assert read_by(cast, "priya", case) == set()


def test_six_months_after_it_closes_the_working_record_comes_up_for_review(cast):
    case = opened(cast, can_decide_now=True)
    decide(cast, case, "no_further_action")
    closed_on = case_by_id(cast.see_as("priya"), case.id).closed_at or NOW
    assert review_due(cast.document, Zone.HUB, closed_on.date()).month == 5
