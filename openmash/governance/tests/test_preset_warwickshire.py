"""What makes `warwickshire` that hub (S-WAR)."""

from openmash.governance.rules import clock_terms, load_preset
from openmash.governance.terms import AgencyKind, ClockKind, Edition, Force, Membership, Track
from openmash.governance.tests.presets import due, london


def test_its_own_measure_is_three_working_days_and_the_laws_one_still_binds():
    policy = load_preset("warwickshire")
    measure = clock_terms(policy, ClockKind.DECISION)
    law = clock_terms(policy, ClockKind.RECEIPT, Track.CHILD_EN)
    assert (measure.force, law.force) == (Force.LOCAL, Force.STATUTORY)
    monday = london(2026, 5, 11, 10)
    assert due("warwickshire", ClockKind.DECISION, monday, track=Track.CHILD_EN) == london(
        2026, 5, 14, 17
    )
    assert due("warwickshire", ClockKind.RECEIPT, monday, track=Track.CHILD_EN) == london(
        2026, 5, 12, 17
    )


def test_the_gate_asks_whether_the_threshold_can_be_decided_whatever_the_rating():
    gate = load_preset("warwickshire").gate
    assert gate.question.startswith("Can the threshold of need be decided")
    assert gate.straight_to_allocation == ()
    assert not gate.checks_may_run_beside


def test_the_front_door_is_three_hubs():
    assert [each.name for each in load_preset("warwickshire").stages] == [
        "Triage Hub",
        "Multi-Agency Safeguarding Hub",
        "Early Help and Support Hub",
    ]


def test_its_partners_are_in_the_room():
    policy = load_preset("warwickshire")
    core = {each.kind for each in policy.agencies if each.membership is Membership.CORE}
    assert core >= {
        AgencyKind.POLICE,
        AgencyKind.HEALTH,
        AgencyKind.EARLY_HELP,
        AgencyKind.DA_SERVICE,
        AgencyKind.EDUCATION,
        AgencyKind.ISVA,
        AgencyKind.LADO,
        AgencyKind.PROBATION,
        AgencyKind.COMMUNITY_SAFETY,
        AgencyKind.CAMHS,
        AgencyKind.SUBSTANCE_MISUSE,
    }


def test_domestic_abuse_is_triaged_daily_and_strategy_discussions_are_read_again():
    meetings = {each.code: each for each in load_preset("warwickshire").meetings}
    assert meetings["abuse_triage"].tracks == (Track.DA,)
    assert meetings["abuse_triage"].every == "working day"
    assert "went on without one" in meetings["strategy_assurance"].words


def test_its_thresholds_are_a_spectrum_of_support():
    then = load_preset("warwickshire", Edition.AS_DESCRIBED).thresholds
    assert "Spectrum of Support" in then.title
    assert then.version == "June 2021"


def test_the_portal_came_after_the_report():
    then = load_preset("warwickshire", Edition.AS_DESCRIBED)
    assert any("portal" in each for each in then.planned)
    assert load_preset("warwickshire").planned == ()
