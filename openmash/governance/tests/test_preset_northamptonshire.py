"""What makes `northamptonshire` that hub (S-HO)."""

from openmash.governance.rules import load_preset, outcome_named
from openmash.governance.terms import AgencyKind, ClockKind, Edition, Membership


def test_what_agencies_hold_enters_the_record_at_a_risk_of_significant_harm():
    policy = load_preset("northamptonshire")
    assert policy.gate.items_from_level == 4
    assert {each.code: each.level for each in policy.ratings}["red"] == 4


def test_referrers_are_told_what_came_of_it():
    kinds = {each.kind for each in load_preset("northamptonshire").clocks}
    assert {ClockKind.ACKNOWLEDGEMENT, ClockKind.FEEDBACK} <= kinds


def test_four_services_are_single_points_of_contact():
    policy = load_preset("northamptonshire")
    virtual = {each.kind for each in policy.agencies if each.membership is Membership.VIRTUAL}
    assert virtual >= {
        AgencyKind.YJS,
        AgencyKind.AMBULANCE,
        AgencyKind.PROBATION,
        AgencyKind.SUBSTANCE_MISUSE,
    }


def test_the_advice_line_was_planned_and_is_an_outcome_today():
    then = load_preset("northamptonshire", Edition.AS_DESCRIBED)
    assert any("advice line" in each for each in then.planned)
    today = load_preset("northamptonshire")
    assert outcome_named(today, "advice_to_professional").label == "Advice given on the advice line"
