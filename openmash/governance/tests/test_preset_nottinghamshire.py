"""What makes `nottinghamshire` that hub (S-HO)."""

from openmash.accounts.terms import Role
from openmash.governance.rules import load_preset
from openmash.governance.terms import AgencyKind, Edition, Track, Visibility


def test_social_care_determines_a_disputed_rating_and_the_manager_has_the_last_word():
    first, last = load_preset("nottinghamshire").authority.disputes
    assert first.of is AgencyKind.CSC
    assert last.settled_by == (Role.HUB_MANAGER,)


def test_what_is_not_sensitive_is_read_by_all_on_the_portal():
    assert load_preset("nottinghamshire").visibility is Visibility.OPEN


def test_children_and_adults():
    assert {Track.CHILD_EN, Track.ADULT_EN} <= set(load_preset("nottinghamshire").tracks)


def test_the_system_work_goes_on_in_is_named():
    teams = {each.agency: each.system for each in load_preset("nottinghamshire").teams}
    assert teams[AgencyKind.CSC] == teams[AgencyKind.ASC] == "Frameworki"


def test_fire_and_rescue_was_exploring_and_is_a_member_today():
    then = load_preset("nottinghamshire", Edition.AS_DESCRIBED)
    assert AgencyKind.FIRE not in {each.kind for each in then.agencies}
    assert AgencyKind.FIRE in {each.kind for each in load_preset("nottinghamshire").agencies}


def test_permission_unless_section_47_is_told_as_no_longer_the_rule():
    then = load_preset("nottinghamshire", Edition.AS_DESCRIBED)
    assert any("section 47" in each.what for each in then.not_current_law)
