"""What makes `wales-mhub` that hub (S-WAL)."""

from openmash.governance.rules import load_preset
from openmash.governance.terms import AgencyKind, Membership, Track, Visibility


def test_a_senior_practitioner_enters_partners_are_told_research_and_enter():
    stages = [each.name for each in load_preset("wales-mhub").stages]
    assert stages == ["Enter", "Told", "Research", "Decide"]


def test_everybody_on_it_reads_the_whole():
    assert load_preset("wales-mhub").visibility is Visibility.OPEN


def test_children_and_adults_with_their_agencies_in_the_room():
    policy = load_preset("wales-mhub")
    assert {Track.CHILD_WAL, Track.ADULT_WAL} <= set(policy.tracks)
    core = {each.kind for each in policy.agencies if each.membership is Membership.CORE}
    assert core >= {AgencyKind.CSC, AgencyKind.ASC, AgencyKind.POLICE, AgencyKind.HEALTH}
