"""What makes `kent` that hub (S-HO)."""

import pytest

from openmash.governance.rules import (
    default_agencies,
    is_asked,
    kinds_that_only_view,
    load_preset,
    sees_as_member,
)
from openmash.governance.terms import AgencyKind, ClockKind, Edition, MeetingMode, Membership, Track
from openmash.governance.tests.presets import due, london


def test_children_and_adults_of_the_whole_county():
    policy = load_preset("kent")
    assert {Track.CHILD_EN, Track.ADULT_EN} <= set(policy.tracks)
    assert len(policy.hub.sites) == 1


@pytest.mark.parametrize("start", [london(2026, 5, 3, 3), london(2026, 12, 25, 23)])
def test_day_and_night_it_is_one_service(start):
    assert load_preset("kent").calendar("hub").hours.is_open_at(start)
    assert due("kent", ClockKind.SCREENING, start) == start.replace(
        day=start.day + (start.hour + 4) // 24, hour=(start.hour + 4) % 24
    )


def test_a_working_day_of_law_is_still_a_working_day():
    saturday = london(2026, 5, 9, 11)
    assert due("kent", ClockKind.RECEIPT, saturday, track=Track.CHILD_EN).date() == (
        london(2026, 5, 12).date()
    )


def test_the_designated_officer_is_in_the_room():
    policy = load_preset("kent")
    members = {each.kind: each.membership for each in policy.agencies}
    assert members[AgencyKind.LADO] is Membership.CORE
    asked = default_agencies(policy, "red", [Track.CHILD_EN])
    assert AgencyKind.LADO in {each.kind for each in asked}


def test_the_court_adviser_sees_and_is_not_asked():
    policy = load_preset("kent")
    assert not is_asked(policy, "cafcass")
    assert sees_as_member(policy, "cafcass")
    for track, seen in ((Track.CHILD_EN, {"cafcass"}), (Track.ADULT_EN, set())):
        assert kinds_that_only_view(policy, rating="amber", tracks=[track]) == seen


@pytest.mark.parametrize("kind", ["da_service", "probation"])
def test_the_domestic_abuse_adviser_and_probation_see_in_part(kind):
    policy = load_preset("kent")
    assert is_asked(policy, kind)
    assert not sees_as_member(policy, kind)


def test_strategy_discussions_are_by_telephone_or_video():
    (strategy,) = load_preset("kent").meetings
    assert set(strategy.modes) == {MeetingMode.PHONE, MeetingMode.VIDEO}


def test_disputes_have_a_ladder_with_a_last_word():
    steps = load_preset("kent").authority.disputes
    assert [each.settled_by for each in steps] == [("decision_maker",), ("hub_manager",)]


def test_as_described_adults_had_no_duty_in_statute():
    described = load_preset("kent", Edition.AS_DESCRIBED)
    assert any("Adults" in each.what for each in described.not_current_law)
