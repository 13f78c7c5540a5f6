"""What makes `ofsted-good` that hub (S-OFS)."""

import pytest

from openmash.governance.rules import default_agencies, load_preset
from openmash.governance.terms import AgencyKind, Membership, Track


def test_mental_health_is_inside_the_single_point_of_access():
    policy = load_preset("ofsted-good")
    members = {each.kind: each.membership for each in policy.agencies}
    assert members[AgencyKind.CAMHS] is Membership.CORE
    support = next(each for each in policy.outcomes if each.code == "mental_health_support")
    assert support.needs_handover_to is AgencyKind.CAMHS


@pytest.mark.parametrize("rating", ["red", "amber", "green"])
@pytest.mark.parametrize("track", [Track.CHILD_EN, Track.DA])
def test_health_and_education_are_asked_about_every_child_and_all_domestic_abuse(rating, track):
    asked = {e.kind for e in default_agencies(load_preset("ofsted-good"), rating, [track])}
    assert {AgencyKind.HEALTH, AgencyKind.EDUCATION} <= asked


def test_the_form_asks_for_the_childs_own_words():
    assert "what the child says in their own words" in load_preset("ofsted-good").form.introduction
