"""Each preset is usable, and keeps the time its row in the sources says it keeps."""

import pytest

from openmash.governance.rules import (
    NoSuchPreset,
    clock_terms,
    load_preset,
    outcomes_for,
    preset_names,
    template_for,
)
from openmash.governance.terms import (
    ClockKind,
    ContactOutcome,
    Disposal,
    Edition,
    Force,
    Membership,
    Occasion,
    ReferrerClass,
    Track,
)
from openmash.governance.tests.presets import BEFORE_THE_BANK_HOLIDAY, due, london

every_preset = pytest.mark.parametrize("name", preset_names())
every_english_preset = pytest.mark.parametrize(
    "name", [name for name in preset_names() if Track.CHILD_EN in load_preset(name).tracks]
)
every_edition = pytest.mark.parametrize("edition", list(Edition))


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


@every_english_preset
def test_every_preset_decides_on_a_childs_referral_in_one_working_day(name):
    terms = clock_terms(load_preset(name), ClockKind.RECEIPT, Track.CHILD_EN)
    assert terms is not None
    assert (terms.rule, terms.force) == ("T1", Force.STATUTORY)
    friday = london(2026, 5, 1, 10)
    tuesday = due(name, ClockKind.RECEIPT, friday, track=Track.CHILD_EN)
    assert london(2026, 5, 5, 12) < tuesday <= london(2026, 5, 6)


@every_preset
def test_every_preset_has_a_clock_of_every_kind_its_tracks_run(name):
    policy = load_preset(name)
    kinds = {clock.kind for clock in policy.clocks}
    assert kinds >= EVERY_HUB.union(*(OF_TRACK.get(track, set()) for track in policy.tracks))


@every_preset
def test_adult_targets_in_england_are_never_shown_as_law(name):
    adult = [clock for clock in load_preset(name).clocks if clock.track is Track.ADULT_EN]
    assert {clock.rule for clock in adult} <= {"T19"}
    assert {clock.force for clock in adult} <= {Force.INDICATIVE}


@every_preset
def test_every_reply_is_due_before_the_product_it_is_for(name):
    policy = load_preset(name)
    rated = {each.code for each in policy.ratings}
    for code in sorted(rated & {c.rating for c in policy.clocks if c.kind is ClockKind.PRODUCT}):
        for start in (london(2026, 5, 6, 9), london(2026, 5, 6, 13), BEFORE_THE_BANK_HOLIDAY):
            reply = due(name, ClockKind.REQUEST_RETURN, start, rating=code)
            assert reply < due(name, ClockKind.PRODUCT, start, rating=code)


@every_preset
def test_every_rating_has_its_own_colour_shape_and_word(name):
    ratings = load_preset(name).ratings
    for feature in ("colour", "shape", "word", "order"):
        assert len({getattr(each, feature) for each in ratings}) == len(ratings)


@every_english_preset
def test_every_childs_outcome_counts_in_the_national_and_the_london_figures(name):
    outcomes = outcomes_for(load_preset(name), Track.CHILD_EN)
    assert {each.ssd for each in outcomes} == set(ContactOutcome)
    counted = [each for each in outcomes if each.code != "created_in_error"]
    assert {each.pan_london for each in counted} == set(Disposal)


@every_english_preset
def test_only_what_is_stepped_up_becomes_a_referral_for_a_child(name):
    for each in outcomes_for(load_preset(name), Track.CHILD_EN):
        assert each.becomes_referral == (each.pan_london is Disposal.UP)
        assert each.becomes_referral == (each.ssd is ContactOutcome.CHILD_IN_NEED)


@every_preset
def test_every_track_has_an_outcome_for_urgent_harm(name):
    policy = load_preset(name)
    for track in set(policy.tracks) - {Track.INFO_REQ}:
        assert any(each.urgent for each in outcomes_for(policy, track))


@every_preset
def test_stepping_across_needs_the_familys_agreement(name):
    policy = load_preset(name)
    for each in (
        o for track in policy.tracks if track.is_child for o in outcomes_for(policy, track)
    ):
        assert each.needs_agreement == (each.pan_london is Disposal.ACROSS)


@every_preset
def test_every_core_agency_of_a_hub_that_researches_has_prompts_and_is_asked_by_default(name):
    policy = load_preset(name)
    if not any(each.kind is ClockKind.PRODUCT for each in policy.clocks):
        return  # a door that passes on, and asks nobody
    for each in policy.agencies:
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


@every_english_preset
def test_the_pan_london_thirteen_reasons_can_be_found_by_their_older_names(name):
    reasons = load_preset(name).presenting_reasons
    known = {word.casefold() for each in reasons for word in (each.label, *each.formerly)}
    assert {word.casefold() for word in PAN_LONDON_REASONS} <= known


@every_preset
def test_presets_are_fiction(name):
    policy = load_preset(name)
    numbers = (policy.hub.telephone, policy.hub.out_of_hours_telephone)
    assert all(number.startswith("01632 960") for number in numbers)


EVERY_HUB = {
    ClockKind.ACKNOWLEDGEMENT,
    ClockKind.SCREENING,
    ClockKind.AGREEMENT_DETAIL,
    ClockKind.STRATEGY_DISCUSSION,
    ClockKind.HANDOVER_ACCEPTANCE,
    ClockKind.REFUSED_ROW,
    ClockKind.FEEDBACK,
}
OF_TRACK = {
    Track.CHILD_EN: {ClockKind.RECEIPT, ClockKind.ICPC},
    Track.ADULT_EN: {
        ClockKind.RECEIPT,
        ClockKind.ADULT_PLAN,
        ClockKind.ADULT_ASSESSMENT,
        ClockKind.ADULT_REVIEW,
    },
    Track.CHILD_WAL: {ClockKind.CHILD_WAL},
    Track.ADULT_WAL: {ClockKind.S126},
}

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
