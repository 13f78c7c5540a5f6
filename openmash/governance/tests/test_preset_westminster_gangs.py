"""What makes `westminster-gangs` that hub (S-HO)."""

from openmash.governance.rules import default_agencies, load_preset, outcomes_for
from openmash.governance.terms import AgencyKind, Membership, Track

UNIT = {
    AgencyKind.CSC,
    AgencyKind.VCSE,
    AgencyKind.ISVA,
    AgencyKind.CAMHS,
    AgencyKind.PROBATION,
    AgencyKind.COMMUNITY_SAFETY,
    AgencyKind.POLICE,
}


def test_the_gangs_unit_is_inside_the_hub():
    policy = load_preset("westminster-gangs")
    assert {e.kind for e in policy.agencies if e.membership is Membership.CORE} == UNIT
    asked = {each.kind for each in default_agencies(policy, "amber", [Track.CHILD_EN])}
    assert asked >= UNIT


def test_all_of_it_is_briefed_every_day():
    (briefing,) = load_preset("westminster-gangs").meetings
    assert set(briefing.agencies) == UNIT
    assert briefing.every == "Every working day"


def test_work_can_be_given_to_any_of_them():
    policy = load_preset("westminster-gangs")
    given = {each.needs_handover_to for each in outcomes_for(policy, Track.CHILD_EN)}
    assert given >= UNIT - {AgencyKind.POLICE, AgencyKind.PROBATION}
