"""What makes `hampshire` that hub (S-HO)."""

from openmash.governance.rules import load_preset
from openmash.governance.terms import AgencyKind, Edition, Membership, Track


def test_children_and_adults():
    assert {Track.CHILD_EN, Track.ADULT_EN} <= set(load_preset("hampshire").tracks)


def test_childrens_and_adult_services_police_out_of_hours_and_health_are_in_the_room():
    policy = load_preset("hampshire")
    core = {each.kind for each in policy.agencies if each.membership is Membership.CORE}
    assert core == {
        AgencyKind.CSC,
        AgencyKind.ASC,
        AgencyKind.POLICE,
        AgencyKind.OUT_OF_HOURS,
        AgencyKind.HEALTH,
    }


def test_each_agency_keeps_its_own_system():
    systems = {each.agency: each.system for each in load_preset("hampshire").teams}
    assert len(set(systems.values())) == len(systems) == 3
    assert all(systems.values())


def test_fire_and_rescue_is_linked_from_afar_and_asked_about_adults():
    fire = next(e for e in load_preset("hampshire").agencies if e.kind is AgencyKind.FIRE)
    assert fire.membership is Membership.VIRTUAL
    assert fire.prompts
    assert fire.ask_by_default[0].tracks == (Track.ADULT_EN,)


def test_the_marac_and_domestic_abuse_were_only_planned():
    described = load_preset("hampshire", Edition.AS_DESCRIBED)
    assert any("MARAC" in each for each in described.planned)
    assert Track.DA not in described.tracks
