"""Each preset is usable, and keeps the time its row in the sources says it keeps."""

from datetime import datetime

import pytest

from openmash.core.working_time import LONDON, Nation
from openmash.governance.rules import (
    NoSuchPreset,
    clock_terms,
    due_at,
    load_preset,
    outcomes_for,
    preset_names,
    template_for,
)
from openmash.governance.terms import (
    AgencyKind,
    ClockKind,
    Colour,
    ContactOutcome,
    Disposal,
    Edition,
    Force,
    Membership,
    Occasion,
    ReferrerClass,
    Track,
    Visibility,
)

BEFORE_THE_BANK_HOLIDAY = datetime(2026, 5, 1, 16, 50, tzinfo=LONDON)  # a Friday

every_preset = pytest.mark.parametrize("name", preset_names())
every_edition = pytest.mark.parametrize("edition", list(Edition))


def london(year, month, day, hour=0, minute=0):
    return datetime(year, month, day, hour, minute, tzinfo=LONDON)


def due(name, kind, start=BEFORE_THE_BANK_HOLIDAY, **about):
    policy = load_preset(name)
    terms = clock_terms(policy, kind, **about)
    assert terms is not None
    return due_at(terms, start, policy).astimezone(LONDON)


def test_the_shelf_has_london_and_lancashire():
    assert {"london", "lancashire"} <= set(preset_names())


def test_a_preset_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(NoSuchPreset, match="london"):
        load_preset("atlantis")


@every_preset
@every_edition
def test_every_preset_is_usable_in_both_editions_and_named_as_its_file(name, edition):
    policy = load_preset(name, edition)
    assert (policy.name, policy.edition) == (name, edition)


@every_preset
def test_every_preset_is_described_as_it_was_before_it_is_told_for_today(name):
    described = load_preset(name, Edition.AS_DESCRIBED)
    assert described.effective_from < load_preset(name).effective_from


def test_a_preset_is_read_once():
    assert load_preset("london") is load_preset("london", Edition.TODAY)


@every_preset
def test_every_preset_decides_on_a_childs_referral_in_one_working_day(name):
    terms = clock_terms(load_preset(name), ClockKind.RECEIPT, Track.CHILD_EN)
    assert terms is not None
    assert (terms.rule, terms.force) == ("T1", Force.STATUTORY)
    friday = london(2026, 5, 1, 10)
    assert due(name, ClockKind.RECEIPT, friday, track=Track.CHILD_EN) == london(2026, 5, 5, 17)


@every_preset
def test_every_preset_has_a_clock_of_every_kind_an_english_hub_runs(name):
    policy = load_preset(name)
    welsh = {ClockKind.S126, ClockKind.CHILD_WAL}
    local = {ClockKind.DECISION}
    kinds = {clock.kind for clock in policy.clocks}
    assert kinds == set(ClockKind) - welsh - local


@every_preset
def test_adult_targets_in_england_are_never_shown_as_law(name):
    adult = [clock for clock in load_preset(name).clocks if clock.track is Track.ADULT_EN]
    assert {clock.rule for clock in adult} == {"T19"}
    assert {clock.force for clock in adult} == {Force.INDICATIVE}


@every_preset
def test_every_reply_is_due_before_the_product_it_is_for(name):
    for code in ("red", "amber", "green"):
        for start in (london(2026, 5, 6, 9), london(2026, 5, 6, 13), BEFORE_THE_BANK_HOLIDAY):
            reply = due(name, ClockKind.REQUEST_RETURN, start, rating=code)
            assert reply < due(name, ClockKind.PRODUCT, start, rating=code)


@every_preset
def test_every_rating_has_its_own_colour_shape_and_word(name):
    ratings = load_preset(name).ratings
    for feature in ("colour", "shape", "word", "order"):
        assert len({getattr(each, feature) for each in ratings}) == len(ratings)


@every_preset
def test_every_childs_outcome_counts_in_the_national_and_the_london_figures(name):
    outcomes = outcomes_for(load_preset(name), Track.CHILD_EN)
    assert {each.ssd for each in outcomes} == set(ContactOutcome)
    counted = [each for each in outcomes if each.code != "created_in_error"]
    assert {each.pan_london for each in counted} == set(Disposal)


@every_preset
def test_only_what_is_stepped_up_becomes_a_referral_for_a_child(name):
    for each in outcomes_for(load_preset(name), Track.CHILD_EN):
        assert each.becomes_referral == (each.pan_london is Disposal.UP)
        assert each.becomes_referral == (each.ssd is ContactOutcome.CHILD_IN_NEED)


@every_preset
def test_every_track_has_an_outcome_for_urgent_harm(name):
    for track in (Track.CHILD_EN, Track.ADULT_EN, Track.DA):
        assert any(each.urgent for each in outcomes_for(load_preset(name), track))


@every_preset
def test_stepping_across_needs_the_familys_agreement(name):
    for each in outcomes_for(load_preset(name), Track.CHILD_EN):
        assert each.needs_agreement == (each.pan_london is Disposal.ACROSS)


@every_preset
def test_every_core_agency_has_prompts_and_is_asked_by_default(name):
    for each in load_preset(name).agencies:
        if each.membership is Membership.CORE:
            assert each.prompts
            assert each.ask_by_default


@every_preset
def test_professionals_and_partners_are_told_both_times_and_the_public_once(name):
    templates = load_preset(name).feedback
    for referrer in (ReferrerClass.PROFESSIONAL, ReferrerClass.PARTNER):
        for occasion in Occasion:
            assert template_for(templates, referrer, occasion)
    assert template_for(templates, ReferrerClass.PUBLIC, Occasion.ACKNOWLEDGEMENT)


@every_preset
def test_the_pan_london_thirteen_reasons_can_be_found_by_their_older_names(name):
    reasons = load_preset(name).presenting_reasons
    known = {word.casefold() for each in reasons for word in (each.label, *each.formerly)}
    assert {word.casefold() for word in PAN_LONDON_REASONS} <= known


@every_preset
def test_presets_are_fiction(name):
    policy = load_preset(name)
    numbers = (policy.hub.telephone, policy.hub.out_of_hours_telephone)
    assert all(number.startswith("01632 960") for number in numbers)


class TestLondon:
    def test_red_is_four_hours_on_the_clock_whatever_the_day(self):
        assert due("london", ClockKind.PRODUCT, rating="red") == london(2026, 5, 1, 20, 50)

    def test_amber_is_one_working_day(self):
        assert due("london", ClockKind.PRODUCT, rating="amber") == london(2026, 5, 5, 17)

    def test_green_is_three_working_days(self):
        assert due("london", ClockKind.PRODUCT, rating="green") == london(2026, 5, 7, 17)

    def test_ratings_stand_on_levels_four_three_and_two(self):
        levels = {each.colour: each.level for each in load_preset("london").ratings}
        assert levels == {Colour.RED: 4, Colour.AMBER: 3, Colour.GREEN: 2, Colour.BLUE: None}

    def test_red_goes_straight_to_social_care_and_is_asked_about_without_waiting(self):
        gate = load_preset("london").gate
        assert gate.straight_to_allocation == ("red",)
        assert gate.never_wait == ("red",)

    def test_the_seven_core_agencies_are_in_the_room(self):
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

    def test_received_on_saturday_it_is_for_monday_and_due_on_tuesday(self):
        saturday = london(2026, 5, 9, 11)
        assert due("london", ClockKind.RECEIPT, saturday, track=Track.CHILD_EN) == london(
            2026, 5, 12, 17
        )


class TestLancashire:
    @pytest.mark.parametrize(
        ("rating", "runs_out"),
        [
            ("red", london(2026, 5, 1, 20, 50)),
            ("amber", london(2026, 5, 2, 16, 50)),
            ("green", london(2026, 5, 4, 16, 50)),
        ],
    )
    def test_packages_go_out_in_4_24_and_72_hours_bank_holiday_or_not(self, rating, runs_out):
        assert due("lancashire", ClockKind.PRODUCT, rating=rating) == runs_out

    def test_received_after_fridays_early_closing_is_received_on_the_next_working_day(self):
        assert due("lancashire", ClockKind.RECEIPT, track=Track.CHILD_EN) == london(2026, 5, 6, 17)

    def test_three_sites_and_three_stages(self):
        policy = load_preset("lancashire")
        assert len(policy.hub.sites) == len({each.authority for each in policy.hub.sites}) == 3
        assert len(policy.stages) == 3

    def test_the_police_keep_eight_to_five_seven_days(self):
        hours = load_preset("lancashire").calendar("police").hours
        assert hours.is_open_at(london(2026, 5, 3, 8))
        assert hours.is_open_at(london(2026, 5, 4, 16, 59))
        assert not hours.is_open_at(london(2026, 5, 3, 7, 59))
        assert hours.nation is Nation.ENGLAND

    def test_police_grades_are_read_beside_the_hubs_ratings(self):
        scale = next(
            each for each in load_preset("lancashire").scales if each.agency is AgencyKind.POLICE
        )
        assert {grade.code: grade.rating for grade in scale.grades} == {
            "high": "red",
            "medium": "amber",
            "standard": "green",
        }

    def test_children_adults_and_domestic_abuse_are_one_hub(self):
        policy = load_preset("lancashire")
        assert {Track.CHILD_EN, Track.ADULT_EN, Track.DA} <= set(policy.tracks)

    def test_only_the_right_agencies_see_a_referral(self):
        assert load_preset("lancashire").visibility is Visibility.CLOSED


PAN_LONDON_REASONS = {
    "Anti Social Behaviour",
    "Arrest of Young Person",
    "Child Mental Health",
    "Domestic Violence",
    "Emotional Abuse",
    "Homelessness",
    "Missing: Home or Care",
    "Neglect",
    "Parental Mental Health",
    "Parental Substance Abuse",
    "Physical Abuse",
    "Risk of Child Sexual Exploitation",
    "Sexual Abuse",
}
