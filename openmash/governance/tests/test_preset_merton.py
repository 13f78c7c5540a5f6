"""What makes `merton` that hub (S-HO, S-LON)."""

import pytest

from openmash.governance.rules import default_agencies, load_preset
from openmash.governance.terms import ClockKind, Colour, Edition, Track, Visibility
from openmash.governance.tests.presets import due, london

BRAG = [Colour.RED, Colour.AMBER, Colour.GREEN, Colour.BLUE]


def test_every_contact_is_rated_blue_red_amber_or_green_on_three_levels():
    policy = load_preset("merton")
    assert [each.level for each in policy.levels] == [1, 2, 3]
    assert {each.colour: each.level for each in policy.ratings} == {
        Colour.RED: 3,
        Colour.AMBER: 2,
        Colour.GREEN: 2,
        Colour.BLUE: None,
    }
    assert {each.level for each in policy.thresholds.indicators} == {1, 2, 3}


def test_red_goes_on_directly_today_and_was_checked_first_in_2013():
    today, described = load_preset("merton"), load_preset("merton", Edition.AS_DESCRIBED)
    assert today.gate.straight_to_allocation == ("red",)
    assert [each.checks_first for each in today.gate.direct] == [False]
    assert described.gate.straight_to_allocation == ()
    assert [each.checks_first for each in described.gate.direct] == [True]
    assert described.effective_from.year == 2013


@pytest.mark.parametrize("rating", ["amber", "green"])
def test_amber_and_green_are_what_partners_look_into(rating):
    asked = default_agencies(load_preset("merton"), rating, [Track.CHILD_EN])
    assert {"Ashmere Police", "Ashmere Health Navigator", "Ashmere Early Years Navigator"} <= {
        each.name for each in asked
    }


def test_a_request_for_information_has_a_clock_of_its_own_and_nobody_is_asked():
    policy = load_preset("merton")
    friday = london(2026, 5, 1, 10)
    assert due("merton", ClockKind.RECEIPT, friday, track=Track.INFO_REQ) == london(2026, 5, 7, 17)
    assert default_agencies(policy, "blue", [Track.INFO_REQ]) == ()


def test_the_hub_is_closed_and_says_that_consent_was_the_rule_before():
    described = load_preset("merton", Edition.AS_DESCRIBED)
    assert load_preset("merton").visibility is described.visibility is Visibility.CLOSED
    assert any("consent" in each.what for each in described.not_current_law)
    assert described.planned
