"""What makes `sefton` that hub (S-SEF, S-NW)."""

import pytest

from openmash.governance.rules import load_preset
from openmash.governance.terms import AgencyKind, ClockKind, Edition, Membership
from openmash.governance.tests.presets import due, london


@pytest.mark.parametrize(
    ("rating", "runs_out"),
    [
        ("red", london(2026, 5, 1, 18, 50)),
        ("amber", london(2026, 5, 1, 22, 50)),
        ("green", london(2026, 5, 2, 16, 50)),
    ],
)
def test_two_six_and_twenty_four_hours(rating, runs_out):
    assert due("sefton", ClockKind.PRODUCT, rating=rating) == runs_out


def test_the_third_contact_in_twelve_months_is_an_alert():
    repeats = load_preset("sefton").repeats
    assert (repeats.contacts, repeats.months) == (3, 12)


def test_an_automatic_referral_was_asked_about_and_is_no_longer_how_it_is_done():
    then = load_preset("sefton", Edition.AS_DESCRIBED)
    assert any("automatic referral" in each.what for each in then.not_current_law)


def test_social_care_and_early_intervention_research_and_probation_is_virtual():
    agencies = {each.kind: each for each in load_preset("sefton").agencies}
    for kind in (AgencyKind.CSC, AgencyKind.EARLY_HELP):
        assert agencies[kind].membership is Membership.CORE
        assert agencies[kind].prompts
    assert agencies[AgencyKind.PROBATION].membership is Membership.VIRTUAL


def test_an_operations_group_meets_weekly_and_a_steering_group_monthly():
    meetings = {each.code: each.every for each in load_preset("sefton").meetings}
    assert meetings == {"operations_group": "week", "steering_group": "month"}


def test_gun_and_gang_crime_is_a_reason_of_its_own():
    assert "gun_and_gang" in {each.code for each in load_preset("sefton").presenting_reasons}
