"""Merton: Blue, Red, Amber, Green before it is a referral; only managers see every return."""

import pytest

from openmash.cases.terms import CaseStatus
from openmash.core.handling import HandlingCode
from openmash.governance.selectors import tasks_on_case
from openmash.governance.terms import ClockKind, Edition, Track
from openmash.information_requests.selectors import returns_on
from openmash.information_requests.services import CannotRecode, lower_code
from openmash.insight.rules import Period
from openmash.insight.selectors.figures import figures
from openmash.intake.terms import Channel, ContactKind, ContactState, SourceCode
from tests.cast import NOW
from tests.hubs.steps import (
    answered,
    arrives,
    asked,
    clock_on,
    decided,
    may_be_shared,
    read_by,
    read_first,
    taken_up,
    usually_asked,
)

SEEN_TWICE = "Called to the address twice this month."
LATE = "Late nine times this half-term."
INFORMANT = "Named by somebody who must not be known."


def test_the_duty_manager_rates_before_it_is_a_referral(found_hub):
    cast = found_hub("merton")
    contact = arrives(cast)
    screening = read_first(cast, contact, rating="amber", by="priya")
    contact.refresh_from_db()
    assert (screening.rating, screening.level) == ("amber", "2")
    assert [each.became_referral_at for each in contact.subjects.all()] == [None]


def test_a_red_goes_straight_to_allocation_and_its_team_is_told_at_once(found_hub):
    cast = found_hub("merton")
    contact = arrives(cast)
    case = taken_up(cast, contact, rating="red", can_decide_now=True, by="priya")
    contact.refresh_from_db()
    assert contact.state == ContactState.STRAIGHT_TO_ALLOCATION
    assert case.status == CaseStatus.DECISION_PENDING
    assert "tell_csc" in {each.kind for each in tasks_on_case(case.id)}


def test_in_2013_a_red_was_checked_before_it_was_passed_on(found_hub):
    cast = found_hub("merton", Edition.AS_DESCRIBED)
    contact = arrives(cast)
    case = taken_up(cast, contact, rating="red", can_decide_now=True, by="priya")
    contact.refresh_from_db()
    assert contact.state == ContactState.CHECKS
    assert case.status == CaseStatus.CHECKS
    assert "tell_csc" not in {each.kind for each in tasks_on_case(case.id)}


@pytest.mark.parametrize("rating", ["amber", "green"])
def test_amber_and_green_are_checked(found_hub, rating):
    cast = found_hub("merton")
    case = taken_up(cast, arrives(cast), rating=rating)
    assert case.status == CaseStatus.CHECKS
    assert clock_on(case, ClockKind.PRODUCT)
    assert "Ashmere Voluntary Sector Navigator" in usually_asked(cast, case)


def test_a_blue_is_a_request_for_information_in_a_lane_of_its_own(found_hub):
    cast = found_hub("merton")
    contact = arrives(
        cast,
        channel=Channel.COURT_REQUEST,
        source=SourceCode.OTHER_LEGAL,
        organisation="Family Court",
        kind=ContactKind.INFORMATION,
        reasons=(),
        words="Is this child known to you?",
    )
    case = taken_up(cast, contact, rating="blue", can_decide_now=True, tracks=[Track.INFO_REQ])
    assert clock_on(case, ClockKind.PRODUCT) is None
    assert usually_asked(cast, case) == set()
    decided(cast, case, "information_given", track=Track.INFO_REQ)
    contact.refresh_from_db()
    assert [each.became_referral_at for each in contact.subjects.all()] == [None]
    today = Period(NOW.date(), NOW.date())
    counts = figures(cast.see_as("priya"), cast.hub.id, today, at=NOW)
    assert {each.label: each.contacts for each in counts.by_rating}["Blue"] == 1


def test_only_social_care_managers_see_every_return(found_hub):
    cast = found_hub("merton")
    case = taken_up(cast, arrives(cast))
    may_be_shared(cast, case)
    police, education = asked(cast, case, "police", "education")
    answered(cast, police, SEEN_TWICE, by="pia")
    answered(cast, education, LATE, by="eve")
    assert read_by(cast, "priya", case) == read_by(cast, "maya", case) == [SEEN_TWICE, LATE]
    assert read_by(cast, "fay", case) == []
    assert read_by(cast, "pia", case) == [SEEN_TWICE]
    assert read_by(cast, "eve", case) == [LATE]


def test_a_partner_marks_each_item_and_only_it_lets_one_travel_further(found_hub):
    cast = found_hub("merton")
    case = taken_up(cast, arrives(cast))
    may_be_shared(cast, case)
    (police,) = asked(cast, case, "police")
    answered(cast, police, INFORMANT, code="H3", by="pia")
    by = cast.see_as("priya")
    (item,) = returns_on(by, case.id, NOW)[0].items
    assert item.code is HandlingCode.H3
    with pytest.raises(CannotRecode):
        lower_code(by=by, item_id=item.id, to=HandlingCode.H1, why="It would help.", at=NOW)
    lower_code(
        by=cast.see_as("pia"), item_id=item.id, to=HandlingCode.H1, why="Now public.", at=NOW
    )
    (item,) = returns_on(cast.see_as("priya"), case.id, NOW)[0].items
    assert item.code is HandlingCode.H1
