"""What makes `wales-children` that hub (S-WAL)."""

import pytest

from openmash.governance.rules import clock_terms, default_agencies, load_preset, outcome_named
from openmash.governance.terms import (
    AgencyKind,
    ClockKind,
    Track,
)
from openmash.governance.tests.presets import due, london

MONDAY = london(2026, 5, 11, 10)


def test_next_actions_are_decided_and_recorded_in_one_working_day():
    assert due("wales-children", ClockKind.CHILD_WAL, MONDAY, track=Track.CHILD_WAL) == london(
        2026, 5, 12, 17
    )


def test_a_telephoned_report_is_written_in_a_day_and_a_reporter_chases_after_seven():
    policy = load_preset("wales-children")
    for kind, rule in (
        (ClockKind.WRITTEN_REPORT, "T16a"),
        (ClockKind.REPORTER_UNTOLD, "T16b"),
    ):
        assert clock_terms(policy, kind, Track.CHILD_WAL).rule == rule


def test_the_front_door_and_the_safeguarding_team_are_apart():
    policy = load_preset("wales-children")
    assert [each.code for each in policy.hub.sites] == ["front_door", "safeguarding"]
    (team,) = [each for each in policy.teams if each.sites == ("safeguarding",)]
    assert team.name == "Safeguarding Team"


def test_it_steps_up_to_that_team_and_down_to_early_help_hubs():
    policy = load_preset("wales-children")
    assert outcome_named(policy, "strategy_discussion").label.startswith("Step up")
    assert outcome_named(policy, "early_help").label.startswith("Step down")
    assert sum(each.agency is AgencyKind.EARLY_HELP for each in policy.teams) == 2


@pytest.mark.parametrize("rating", ["red", "amber", "green"])
def test_a_domestic_abuse_coordinator_reads_every_notification(rating):
    asked = default_agencies(load_preset("wales-children"), rating, [Track.DA])
    assert "Bro Helyg Domestic Abuse Coordinator" in {each.name for each in asked}
