"""Merton: Blue, Red, Amber, Green before it is a referral; only managers see every return."""

import pytest

from openmash.cases.terms import CaseStatus
from openmash.core.handling import HandlingCode
from openmash.governance.terms import ClockKind, Edition, Track
from openmash.information_requests.selectors import returns_on
from openmash.information_requests.services import CannotRecode, lower_code
from openmash.insight.rules import Period
from openmash.insight.selectors.figures import figures
from openmash.intake.selectors import latest_screening
from openmash.intake.terms import Channel, ContactKind, ContactState, SourceCode
from tests.cast import NOW
from tests.hubs.living import answer, ask, decide, opened, read_by, screened, share, told
from tests.hubs.reading import clock_on, left_to_do, no_referral_from, usually_asked

SEEN_TWICE = "Called to the address twice this month."
LATE = "Late nine times this half-term."


def test_the_duty_manager_rates_before_it_is_a_referral(found_hub):
    cast = found_hub("merton")
    contact = screened(cast, told(cast), rating="amber", by="priya")
    screening = latest_screening(contact.id)
    assert (screening.rating, screening.level) == ("amber", "2")
    assert no_referral_from(contact)


def test_a_red_goes_straight_to_allocation_and_its_team_is_told_at_once(found_hub):
    cast = found_hub("merton")
    contact = told(cast)
    case = opened(cast, contact, rating="red", can_decide_now=True, by="priya")
    contact.refresh_from_db()
    assert contact.state == ContactState.STRAIGHT_TO_ALLOCATION
    assert case.status == CaseStatus.DECISION_PENDING
    assert "tell_csc" in left_to_do(case)


def test_in_2013_a_red_was_checked_before_it_was_passed_on(found_hub):
    cast = found_hub("merton", Edition.AS_DESCRIBED)
    contact = told(cast)
    case = opened(cast, contact, rating="red", can_decide_now=True, by="priya")
    contact.refresh_from_db()
    assert contact.state == ContactState.CHECKS
    assert case.status == CaseStatus.CHECKS
    assert "tell_csc" not in left_to_do(case)


@pytest.mark.parametrize("rating", ["amber", "green"])
def test_amber_and_green_are_checked(found_hub, rating):
    cast = found_hub("merton")
    case = opened(cast, rating=rating)
    assert case.status == CaseStatus.CHECKS
    assert clock_on(case, ClockKind.PRODUCT)
    assert "Ashmere Voluntary Sector Navigator" in usually_asked(cast, case)


def test_a_blue_is_a_request_for_information_in_a_lane_of_its_own(found_hub):
    cast = found_hub("merton")
    contact = told(
        cast,
        channel=Channel.COURT_REQUEST,
        source=SourceCode.OTHER_LEGAL,
        kind=ContactKind.INFORMATION,
        narrative="Is this child known to you?",
    )
    case = opened(cast, contact, Track.INFO_REQ, rating="blue", can_decide_now=True)
    assert clock_on(case, ClockKind.PRODUCT) is None
    assert usually_asked(cast, case) == set()
    decide(cast, case, "information_given")
    assert no_referral_from(contact)
    today = Period(NOW.date(), NOW.date())
    counts = figures(cast.see_as("priya"), cast.hub.id, today, at=NOW)
    assert {each.label: each.contacts for each in counts.by_rating}["Blue"] == 1


def test_only_social_care_managers_see_every_return(found_hub):
    cast = found_hub("merton")
    case = opened(cast)
    share(cast, case)
    police, education = ask(cast, case, "police", "education")
    answer(cast, police, "pia", SEEN_TWICE)
    answer(cast, education, "eve", LATE)
    assert read_by(cast, "priya", case) == read_by(cast, "maya", case) == {SEEN_TWICE, LATE}
    assert read_by(cast, "fay", case) == set()
    assert read_by(cast, "pia", case) == {SEEN_TWICE}
    assert read_by(cast, "eve", case) == {LATE}


def test_a_partner_marks_each_item_and_only_it_lets_one_travel_further(found_hub):
    cast = found_hub("merton")
    case = opened(cast)
    share(cast, case)
    (police,) = ask(cast, case, "police")
    answer(cast, police, "pia", "Named by somebody who must not be known.", code="H3")
    by = cast.see_as("priya")
    (item,) = returns_on(by, case.id, NOW)[0].items
    assert item.code is HandlingCode.H3
    to = {"item_id": item.id, "to": HandlingCode.H1, "at": NOW}
    with pytest.raises(CannotRecode):
        lower_code(by=by, why="It would help.", **to)
    lower_code(by=cast.see_as("pia"), why="It is public now.", **to)
    (item,) = returns_on(cast.see_as("priya"), case.id, NOW)[0].items
    assert item.code is HandlingCode.H1
