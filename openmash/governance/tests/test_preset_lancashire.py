"""What makes `lancashire` that hub (S-PRA, S-NW)."""

import pytest

from openmash.core.working_time import Nation
from openmash.governance.rules import load_preset
from openmash.governance.terms import AgencyKind, ClockKind, Edition, Track, Visibility
from openmash.governance.tests.presets import due, london


@pytest.mark.parametrize(
    ("rating", "runs_out"),
    [
        ("red", london(2026, 5, 1, 20, 50)),
        ("amber", london(2026, 5, 2, 16, 50)),
        ("green", london(2026, 5, 4, 16, 50)),
    ],
)
def test_packages_go_out_in_4_24_and_72_hours_bank_holiday_or_not(rating, runs_out):
    assert due("lancashire", ClockKind.PRODUCT, rating=rating) == runs_out


def test_received_after_fridays_early_closing_is_received_on_the_next_working_day():
    assert due("lancashire", ClockKind.RECEIPT, track=Track.CHILD_EN) == london(2026, 5, 6, 17)


def test_three_sites_and_three_stages():
    policy = load_preset("lancashire")
    assert len(policy.hub.sites) == len({each.authority for each in policy.hub.sites}) == 3
    assert len(policy.stages) == 3


def test_the_police_keep_eight_to_five_seven_days():
    hours = load_preset("lancashire").calendar("police").hours
    assert hours.is_open_at(london(2026, 5, 3, 8))
    assert hours.is_open_at(london(2026, 5, 4, 16, 59))
    assert not hours.is_open_at(london(2026, 5, 3, 7, 59))
    assert hours.nation is Nation.ENGLAND


def test_police_grades_are_read_beside_the_hubs_ratings():
    scale = next(
        each for each in load_preset("lancashire").scales if each.agency is AgencyKind.POLICE
    )
    assert {grade.code: grade.rating for grade in scale.grades} == {
        "high": "red",
        "medium": "amber",
        "standard": "green",
    }


def test_children_adults_and_domestic_abuse_are_one_hub():
    policy = load_preset("lancashire")
    assert {Track.CHILD_EN, Track.ADULT_EN, Track.DA} <= set(policy.tracks)


def test_only_the_right_agencies_see_a_referral():
    assert load_preset("lancashire").visibility is Visibility.CLOSED


def test_as_described_it_says_that_only_the_police_came_by_this_road():
    policy = load_preset("lancashire", Edition.AS_DESCRIBED)
    assert any("police" in each.what for each in policy.not_current_law)
    assert any("pathway" in each for each in policy.planned)
