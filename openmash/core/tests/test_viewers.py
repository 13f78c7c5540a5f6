"""A viewer is the sum of its standings, hub by hub, and never more."""

from uuid import uuid4

import pytest

from openmash.core.viewers import Standing, Viewer, ViewerKind

RIVERMEAD, NORTHMOOR = uuid4(), uuid4()
POLICE, HEALTH = uuid4(), uuid4()


def standing(hub_id, agency_id, roles, powers):
    return Standing(
        hub_id=hub_id,
        hub_name="Hub",
        agency_id=agency_id,
        agency_kind="police",
        agency_name="Police",
        roles=frozenset(roles),
        powers=frozenset(powers),
    )


@pytest.fixture
def tom():
    """Police in Rivermead; a visitor from health in Northmoor."""
    return Viewer(
        ViewerKind.PRACTITIONER,
        "Tom",
        id=uuid4(),
        standings=(
            standing(RIVERMEAD, POLICE, {"researcher"}, {"answer", "rate"}),
            standing(RIVERMEAD, POLICE, {"agency_lead"}, {"answer", "lead"}),
            standing(NORTHMOOR, HEALTH, {"referrer"}, {"refer"}),
        ),
    )


def test_a_power_counts_only_in_the_hub_it_was_given_in(tom):
    assert tom.may("rate", RIVERMEAD)
    assert not tom.may("rate", NORTHMOOR)
    assert not tom.may("decide", RIVERMEAD)


def test_standings_in_one_hub_add_up(tom):
    assert tom.roles_in(RIVERMEAD) == {"researcher", "agency_lead"}
    assert tom.powers_in(RIVERMEAD) == {"answer", "rate", "lead"}
    assert tom.powers_in(NORTHMOOR) == {"refer"}


def test_hubs_and_agencies_are_those_of_the_standings(tom):
    assert tom.hub_ids == {RIVERMEAD, NORTHMOOR}
    assert tom.agency_ids == {POLICE, HEALTH}
    assert tom.hubs_where("answer") == {RIVERMEAD}
    assert tom.agencies_where("refer") == {HEALTH}


def test_the_agency_is_the_one_held_in_that_hub(tom):
    assert tom.agency_in(RIVERMEAD) == POLICE
    assert tom.agency_in(NORTHMOOR) == HEALTH
    assert tom.agency_in(uuid4()) is None


def test_an_anonymous_door_may_do_nothing():
    door = Viewer(ViewerKind.DOOR, "public form")
    assert door.hub_ids == frozenset()
    assert door.agency_ids == frozenset()
    assert not door.may("refer", RIVERMEAD)
    assert door.roles_in(RIVERMEAD) == frozenset()


def test_a_standing_for_no_agency_lends_no_agency():
    manager = Viewer(
        ViewerKind.PRACTITIONER,
        "Board member",
        standings=(standing(RIVERMEAD, None, {"board_member"}, {"see_figures"}),),
    )
    assert manager.agency_ids == frozenset()
    assert manager.agencies_where("see_figures") == frozenset()
    assert manager.may("see_figures", RIVERMEAD)
