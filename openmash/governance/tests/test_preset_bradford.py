"""What makes `bradford` that hub (S-HO)."""

import pytest

from openmash.accounts.terms import Role
from openmash.governance.rules import load_preset, outcome_named, outcomes_for
from openmash.governance.terms import AgencyKind, ClockKind, Edition, Membership, Track
from openmash.governance.tests.presets import due, london

MANAGERS = {Role.DECISION_MAKER, Role.HUB_MANAGER}


@pytest.mark.parametrize("edition", list(Edition))
def test_every_decision_about_a_child_is_a_managers(edition):
    for each in outcomes_for(load_preset("bradford", edition), Track.CHILD_EN):
        assert {*each.decided_by} <= MANAGERS


def test_the_team_assesses_and_then_steps_down_or_transfers():
    policy = load_preset("bradford")
    assert [each.name for each in policy.stages] == ["Refer", "Assess", "Step down or transfer"]
    assert outcome_named(policy, "social_work_transfer").needs_handover_to is AgencyKind.CSC
    assert outcome_named(policy, "family_help").needs_handover_to is AgencyKind.EARLY_HELP
    assert {each.name for each in policy.teams} >= {
        "Integrated Assessment Team",
        "Children and Family Social Work Team",
    }


def test_an_assessment_is_done_in_forty_five_working_days():
    start = london(2026, 6, 1, 10)
    assert due("bradford", ClockKind.ASSESSMENT, start, track=Track.CHILD_EN) == london(
        2026, 8, 3, 17
    )


def test_a_police_officer_a_health_visitor_and_an_education_social_worker_are_in_the_team():
    policy = load_preset("bradford")
    core = {each.kind for each in policy.agencies if each.membership is Membership.CORE}
    assert core == {AgencyKind.CSC, AgencyKind.POLICE, AgencyKind.HEALTH, AgencyKind.EDUCATION}


def test_it_begins_before_birth():
    policy = load_preset("bradford")
    assert "from before birth to eighteen" in policy.hub.contact_means
    assert any("from the booking on" in p for each in policy.agencies for p in each.prompts)
