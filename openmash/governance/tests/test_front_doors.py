"""Every row of the table of Welsh front doors is a policy made of the presets of Wales (S-WAL)."""

import pytest

from openmash.governance.rules import PolicyUnusable, clock_terms, default_agencies, load_preset
from openmash.governance.rules.files import source_called
from openmash.governance.rules.front_doors import (
    NoSuchFrontDoor,
    Service,
    front_door_called,
    front_door_policy,
    front_doors,
)
from openmash.governance.terms import AgencyKind, ClockKind, Edition, Membership, Track

every_row = pytest.mark.parametrize("row", front_doors(), ids=lambda each: each.code)
every_edition = pytest.mark.parametrize("edition", list(Edition))
PARTNERS = {AgencyKind.POLICE, AgencyKind.HEALTH, AgencyKind.EDUCATION, AgencyKind.DA_SERVICE}
FICTION = [load_preset(each).hub.area for each in ("wales-children", "wales-adults", "wales-mhub")]


def partners(policy):
    return [each for each in policy.agencies if each.kind in PARTNERS]


def test_the_table_has_thirty_rows_of_the_twenty_two_authorities():
    assert len(front_doors()) == len({each.code for each in front_doors()}) == 30
    assert len({each.area for each in front_doors()}) == 22


def test_a_row_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(NoSuchFrontDoor, match="newport-children"):
        front_door_called("newport")


@every_row
def test_a_row_serves_whom_its_responsibility_says(row):
    said = row.printed[0].casefold()
    whole = "whole area" in said
    assert (Service.CHILDREN in row.serves) == (whole or "child" in said)
    assert (Service.ADULTS in row.serves) == (whole or "adult" in said)


@every_row
def test_yes_and_no_are_read_as_they_are_printed(row):
    for printed, doors in ((row.printed[2], row.front_doors), (row.printed[4], row.safeguarding)):
        read = {each.single_agency for each in doors}
        plain = {"yes": {True}, "no": {False}, "": {None}}.get(printed.strip().casefold())
        assert read == plain if plain else len(read) == 2


@every_row
@every_edition
def test_it_is_a_whole_policy_on_the_tracks_of_those_it_serves(row, edition):
    policy = front_door_policy(row.code, edition)
    assert policy.edition is edition
    served = {Track.CHILD_WAL: Service.CHILDREN, Track.ADULT_WAL: Service.ADULTS}
    assert {*policy.tracks} - {Track.DA, Track.INFO_REQ} == {
        track for track, service in served.items() if service in row.serves
    }
    assert policy.hub.area == row.area
    assert not any(place in policy.model_dump_json() for place in FICTION)


@every_row
def test_it_keeps_the_time_the_law_of_wales_sets(row):
    policy = front_door_policy(row.code)
    for track, kind in ((Track.CHILD_WAL, ClockKind.CHILD_WAL), (Track.ADULT_WAL, ClockKind.S126)):
        assert (clock_terms(policy, kind, track) is not None) == (track in policy.tracks)


@every_row
def test_partners_are_in_the_room_where_several_agencies_work_together_in_one_place(row):
    found = {
        each.membership
        for each in partners(front_door_policy(row.code))
        if each.kind in (AgencyKind.POLICE, AgencyKind.HEALTH)
    }
    in_the_room = row.is_multi_agency and row.co_located
    assert found == {Membership.CORE if in_the_room else Membership.VIRTUAL}


@every_row
def test_a_single_agency_door_beside_a_multi_agency_team_asks_partners_there_and_not_at_the_door(
    row,
):
    policy = front_door_policy(row.code)
    day = policy.effective_from
    for code, door in row.places():
        asked = default_agencies(policy, "amber", policy.tracks, on=day, site=code)
        has_police = AgencyKind.POLICE in {each.kind for each in asked}
        assert has_police == (door.single_agency is False or not row.is_multi_agency)


@every_row
@every_edition
def test_its_information_system_is_what_its_teams_work_in(row, edition):
    own = {each.agency for each in row.serves}
    teams = [each for each in front_door_policy(row.code, edition).teams if each.agency in own]
    assert teams
    assert {each.system for each in teams} == {row.system(edition)}
    for each in row.systems:
        assert each.casefold().replace(" ", "") in row.printed[6].casefold().replace(" ", "")


@every_row
def test_its_doors_its_team_and_its_way_down_are_called_what_the_table_calls_them(row):
    policy = front_door_policy(row.code)
    names = [each.name for each in policy.stages]
    assert [each.name for each in policy.hub.sites] == [door.name for _, door in row.places()]
    assert {door.name for _, door in row.places()} <= set(names)
    assert set(row.early_intervention) <= set(names)
    taking = {each.name for each in policy.teams}
    assert taking & {*row.early_intervention, row.connectors}


def test_where_lateral_checks_have_a_place_of_their_own_it_says_so():
    with_them = {
        each.code
        for each in front_doors()
        if "Lateral checks" in {stage.name for stage in front_door_policy(each.code).stages}
    }
    assert with_them == {"merthyr", "cardiff", "rct-adults", "rct-children"}


def test_five_doors_and_five_hubs_are_five():
    sites = front_door_policy("gwynedd-adults").hub.sites
    assert sum(each.code.startswith("front_door") for each in sites) == 5
    teams = front_door_policy("swansea-children").teams
    assert sum(each.agency is AgencyKind.EARLY_HELP for each in teams) == 5


def test_what_was_only_planned_is_labelled_so():
    assert front_door_policy("conwy", Edition.AS_DESCRIBED).planned
    assert front_door_policy("swansea-children", Edition.AS_DESCRIBED).planned
    systems = {each.system for each in front_door_policy("swansea-children").teams}
    assert "PARIS" in systems


@every_edition
def test_a_row_is_read_by_its_name_as_a_preset_is(edition):
    read = source_called("wales/torfaen")
    assert read.policy(edition) == front_door_policy("torfaen", edition)
    assert read.editions == tuple(Edition)


def test_an_unknown_row_is_a_flaw_that_names_the_rows_there_are():
    with pytest.raises(PolicyUnusable, match="vale-of-glamorgan"):
        source_called("wales/atlantis")
