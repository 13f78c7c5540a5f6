"""What makes `london` that hub (S-LON, S-PAN)."""

from openmash.governance.rules import load_preset
from openmash.governance.terms import AgencyKind, ClockKind, Colour, Edition, Membership, Track
from openmash.governance.tests.presets import due, london


def test_red_is_four_hours_on_the_clock_whatever_the_day():
    assert due("london", ClockKind.PRODUCT, rating="red") == london(2026, 5, 1, 20, 50)


def test_amber_is_one_working_day():
    assert due("london", ClockKind.PRODUCT, rating="amber") == london(2026, 5, 5, 17)


def test_green_is_three_working_days():
    assert due("london", ClockKind.PRODUCT, rating="green") == london(2026, 5, 7, 17)


def test_ratings_stand_on_levels_four_three_and_two():
    levels = {each.colour: each.level for each in load_preset("london").ratings}
    assert levels == {Colour.RED: 4, Colour.AMBER: 3, Colour.GREEN: 2, Colour.BLUE: None}


def test_red_goes_straight_to_social_care_and_is_asked_about_without_waiting():
    gate = load_preset("london").gate
    assert gate.straight_to_allocation == ("red",)
    assert gate.never_wait == ("red",)


def test_the_seven_core_agencies_are_in_the_room():
    policy = load_preset("london")
    core = {each.kind for each in policy.agencies if each.membership is Membership.CORE}
    assert core >= {
        AgencyKind.CSC,
        AgencyKind.POLICE,
        AgencyKind.HEALTH,
        AgencyKind.EDUCATION,
        AgencyKind.PROBATION,
        AgencyKind.HOUSING,
        AgencyKind.YJS,
    }


def test_received_on_saturday_it_is_for_monday_and_due_on_tuesday():
    saturday = london(2026, 5, 9, 11)
    assert due("london", ClockKind.RECEIPT, saturday, track=Track.CHILD_EN) == london(
        2026, 5, 12, 17
    )


def test_as_described_it_is_for_children_and_says_what_is_no_longer_lawful():
    policy = load_preset("london", Edition.AS_DESCRIBED)
    assert policy.tracks == (Track.CHILD_EN, Track.INFO_REQ)
    assert policy.not_current_law
    assert {track for each in policy.outcomes for track in each.tracks} == set(policy.tracks)
