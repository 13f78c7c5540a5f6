"""What makes `sandwell` that hub (S-HO)."""

import pytest

from openmash.accounts.terms import Role
from openmash.core.working_time import Unit
from openmash.governance.rules import load_preset, outcome_named
from openmash.governance.terms import AgencyKind, ClockKind, Edition, Membership, Visibility
from openmash.governance.tests.presets import due, london


@pytest.mark.parametrize(
    ("rating", "runs_out"),
    [
        ("red", london(2026, 5, 1, 20, 50)),
        ("amber", london(2026, 5, 2, 16, 50)),
        ("green", london(2026, 5, 4, 16, 50)),
    ],
)
def test_red_is_four_hours_amber_twenty_four_and_green_seventy_two(rating, runs_out):
    assert due("sandwell", ClockKind.PRODUCT, rating=rating) == runs_out


@pytest.mark.parametrize(
    ("code", "rating", "hours"), [("red_meeting", "red", 4), ("amber_meeting", "amber", 24)]
)
def test_red_and_amber_are_met_on_and_the_responsible_social_worker_chairs(code, rating, hours):
    (meeting,) = [each for each in load_preset("sandwell").meetings if each.code == code]
    assert meeting.ratings == (rating,)
    assert (meeting.within.amount, meeting.within.unit) == (hours, Unit.ELAPSED_HOURS)
    assert meeting.chaired_by is Role.SOCIAL_WORKER
    assert meeting.decides


def test_twelve_agencies_share_the_room_on_an_equal_footing():
    policy = load_preset("sandwell")
    core = [each for each in policy.agencies if each.membership is Membership.CORE]
    assert len(core) == 12
    assert policy.visibility is Visibility.OPEN


def test_every_agency_in_the_room_speaks_to_the_final_decision():
    policy = load_preset("sandwell")
    core = {each.kind for each in policy.agencies if each.membership is Membership.CORE}
    for code in ("strategy_discussion", "child_assessment"):
        assert {*outcome_named(policy, code).needs_views_of} == core - {AgencyKind.CSC}


def test_nothing_skips_the_meeting():
    assert load_preset("sandwell").gate.straight_to_allocation == ()


def test_as_described_it_plans_a_virtual_link_with_drugs_and_alcohol():
    policy = load_preset("sandwell", Edition.AS_DESCRIBED)
    assert any("drugs and alcohol" in each for each in policy.planned)
