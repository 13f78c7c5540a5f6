"""What makes `devon` that hub (S-LON)."""

from openmash.accounts.terms import Role
from openmash.governance.rules import load_preset, outcomes_for
from openmash.governance.terms import AgencyKind, Edition, Membership, Track

MANAGERS = {Role.DECISION_MAKER, Role.HUB_MANAGER}


def kinds(membership):
    policy = load_preset("devon")
    return {each.kind for each in policy.agencies if each.membership is membership}


def test_social_care_police_health_and_education_are_in_the_room():
    assert kinds(Membership.CORE) == {
        AgencyKind.CSC,
        AgencyKind.POLICE,
        AgencyKind.HEALTH,
        AgencyKind.EDUCATION,
    }


def test_the_others_are_linked_from_afar():
    assert kinds(Membership.VIRTUAL) >= {
        AgencyKind.EARLY_HELP,
        AgencyKind.YJS,
        AgencyKind.PROBATION,
        AgencyKind.CAMHS,
        AgencyKind.ADULT_MENTAL_HEALTH,
        AgencyKind.HOUSING,
        AgencyKind.AMBULANCE,
    }


def test_only_a_social_work_manager_decides():
    outcomes = outcomes_for(load_preset("devon"), Track.CHILD_EN)
    assert {role for each in outcomes for role in each.decided_by} == MANAGERS


def test_it_was_the_first():
    assert load_preset("devon", Edition.AS_DESCRIBED).effective_from.year == 2010
