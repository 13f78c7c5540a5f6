"""What makes `first-response` that hub (S-HO): the contrast."""

from openmash.governance.rules import default_agencies, load_preset, outcomes_for
from openmash.governance.terms import AgencyKind, ClockKind, Edition, Track


def test_it_is_one_agency_in_both_editions():
    for edition in Edition:
        policy = load_preset("first-response", edition)
        assert [each.kind for each in policy.agencies] == [AgencyKind.CSC]


def test_every_referral_is_triaged_and_none_is_researched():
    policy = load_preset("first-response")
    kinds = {each.kind for each in policy.clocks}
    assert ClockKind.SCREENING in kinds
    assert ClockKind.PRODUCT not in kinds
    for rating in policy.ratings:
        assert default_agencies(policy, rating.code, [Track.CHILD_EN]) == ()


def test_nothing_is_managed_there_whatever_the_rating():
    gate = load_preset("first-response").gate
    assert gate.straight_to_allocation == ("red", "amber", "green")
    assert not gate.checks_may_run_beside


def test_what_goes_on_goes_to_its_own_agencys_teams():
    outcomes = outcomes_for(load_preset("first-response"), Track.CHILD_EN)
    assert {e.needs_handover_to for e in outcomes if e.needs_handover_to} == {AgencyKind.CSC}
