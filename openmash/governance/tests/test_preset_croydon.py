"""What makes `croydon` that hub (S-WAL)."""

from openmash.governance.rules import default_agencies, load_preset
from openmash.governance.terms import AgencyKind, Edition, Membership, Track


def test_one_point_of_contact_takes_every_referral_for_emotional_well_being():
    policy = load_preset("croydon")
    spoc = next(each for each in policy.outcomes if each.code == "emotional_wellbeing")
    assert spoc.needs_handover_to is AgencyKind.CAMHS
    assert [each.name for each in policy.teams] == ["Crosswell Single Point of Contact"]


def test_childrens_mental_health_is_in_the_room_with_early_help():
    policy = load_preset("croydon")
    core = {each.kind for each in policy.agencies if each.membership is Membership.CORE}
    assert {AgencyKind.CAMHS, AgencyKind.EARLY_HELP} <= core
    asked = default_agencies(policy, "green", [Track.CHILD_EN])
    assert AgencyKind.CAMHS in {each.kind for each in asked}


def test_every_door_is_open_in_both_editions():
    assert [load_preset("croydon", each).scope for each in Edition] == [(), ()]
