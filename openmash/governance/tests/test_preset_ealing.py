"""What makes `ealing` that hub (S-HO)."""

from openmash.governance.rules import load_preset
from openmash.governance.terms import AgencyKind, Edition, Membership, Visibility


def test_all_the_partners_meet_every_day_and_decide_there():
    policy = load_preset("ealing")
    daily = next(each for each in policy.meetings if each.code == "daily")
    core = {each.kind for each in policy.agencies if each.membership is Membership.CORE}
    assert set(daily.agencies) == core
    assert (daily.every, daily.decides) == ("Every working day", True)


def test_a_strategic_panel_talks_over_adolescents_and_holds_no_decision_open():
    panel = next(e for e in load_preset("ealing").meetings if e.code == "adolescents_panel")
    assert not panel.decides


def test_gangs_exploitation_trafficking_and_missing_are_among_its_reasons():
    reasons = {each.code for each in load_preset("ealing").presenting_reasons}
    assert {"gangs", "child_sexual_exploitation", "trafficking", "missing"} <= reasons


def test_it_withdraws_to_a_locality_team_or_steps_down():
    teams = {each.agency: each.name for each in load_preset("ealing").teams}
    assert teams == {
        AgencyKind.CSC: "Elmsworth Locality Team",
        AgencyKind.EARLY_HELP: "Elmsworth Early Intervention",
    }


def test_there_is_no_hierarchy_between_services():
    assert {load_preset("ealing", each).visibility for each in Edition} == {Visibility.OPEN}
