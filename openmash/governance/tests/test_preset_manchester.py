"""What makes `manchester` that hub (S-HO)."""

import pytest

from openmash.governance.rules import ContactFacts, default_agencies, load_preset, not_taken_on
from openmash.governance.terms import AgencyKind, Edition, Membership, Track
from openmash.governance.tests.presets import london

TODAY = london(2026, 5, 11).date()


def test_the_gangs_unit_and_the_exploitation_team_are_in_the_building_and_asked():
    policy = load_preset("manchester")
    asked = default_agencies(policy, "red", [Track.CHILD_EN], on=TODAY)
    beside = [each for each in asked if each.membership is Membership.CORE]
    names = {each.name for each in beside}
    assert {"Millgate Gangs Management Unit", "Millgate Exploitation Team"} <= names


def test_a_social_worker_of_the_unit_takes_hand_overs():
    teams = {each.name for each in load_preset("manchester").teams}
    assert "Gangs Unit Social Worker" in teams


def test_high_risk_is_the_safeguarding_concern_and_not_only_crime():
    (red,) = [each for each in load_preset("manchester").ratings if each.code == "red"]
    assert "not only by the crime" in red.meaning


@pytest.mark.parametrize("agency", ["csc", "yjs", "probation", "police"])
def test_any_core_agency_brings_a_young_person(agency):
    then = load_preset("manchester", Edition.AS_DESCRIBED)
    facts = ContactFacts(received_on=TODAY, kind="concern", agency=agency)
    assert not_taken_on(then, facts) is None


def test_nobody_else_could_and_today_everybody_can():
    facts = ContactFacts(received_on=TODAY, kind="concern", agency="school")
    then = load_preset("manchester", Edition.AS_DESCRIBED)
    assert not_taken_on(then, facts)
    assert any("Only the core agencies" in each.what for each in then.not_current_law)
    assert not_taken_on(load_preset("manchester"), facts) is None


def test_those_at_risk_of_gangs_are_found_by_the_citys_own_assessment():
    policy = load_preset("manchester")
    assert "common assessment" in policy.thresholds.title
    levels = {each.code: each.level for each in policy.thresholds.indicators}
    assert (levels["c2_gang_friends"], levels["c3_gang_errands"], levels["c4_gang_threat"]) == (
        2,
        3,
        4,
    )


def test_the_four_core_agencies():
    core = {
        each.kind
        for each in load_preset("manchester").agencies
        if each.membership is Membership.CORE
    }
    assert core >= {AgencyKind.CSC, AgencyKind.YJS, AgencyKind.PROBATION, AgencyKind.POLICE}
