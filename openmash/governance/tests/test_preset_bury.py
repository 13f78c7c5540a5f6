"""What makes `bury` that hub (S-HO)."""

from openmash.governance.rules import clock_terms, load_preset, outcome_named
from openmash.governance.terms import AgencyKind, ClockKind, Edition, StartEvent
from openmash.governance.tests.presets import due, london


def test_a_daily_meeting_on_every_red_and_amber():
    (daily,) = [each for each in load_preset("bury").meetings if each.code == "daily_meeting"]
    assert (daily.ratings, daily.every) == (("red", "amber"), "day")


def test_its_ratings_are_high_medium_and_low():
    words = {each.code: each.word for each in load_preset("bury").ratings}
    assert words["red"] == "High"
    assert words["amber"] == "Medium or complex"
    assert words["green"] == "Low to vulnerable"


def test_a_first_strategy_meeting_within_twenty_four_hours_of_the_referral():
    terms = clock_terms(load_preset("bury"), ClockKind.STRATEGY_DISCUSSION)
    assert terms.start is StartEvent.RECEIPT
    assert due("bury", ClockKind.STRATEGY_DISCUSSION) == london(2026, 5, 2, 16, 50)


def test_it_is_the_way_in_to_the_early_help_panel_and_the_early_help_team():
    policy = load_preset("bury")
    for code in ("early_help_panel", "family_help"):
        assert outcome_named(policy, code).needs_handover_to is AgencyKind.EARLY_HELP
        assert outcome_named(policy, code).needs_agreement
    assert {each.name for each in policy.teams} >= {"Early Help Panel", "Early Help Team"}


def test_re_referrals_are_counted_over_twelve_months():
    assert load_preset("bury").repeats.re_referral_months == 12


def test_agreement_at_the_point_of_contact_is_no_longer_what_sharing_rests_on():
    then = load_preset("bury", Edition.AS_DESCRIBED)
    assert any("point of contact" in each.what for each in then.not_current_law)
    assert any("Adult services" in each for each in then.planned)
