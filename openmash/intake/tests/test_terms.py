"""The words of the room hold together."""

import pytest

from openmash.intake.terms import (
    ALLOWED_MOVES,
    Channel,
    ContactState,
    FileSource,
    Part,
    SourceCode,
    may_move,
)


def test_every_state_has_its_moves_and_none_moves_to_itself():
    assert set(ALLOWED_MOVES) == set(ContactState)
    assert not any(may_move(state, state) for state in ContactState)


def test_an_open_contact_can_always_reach_triage_and_a_finished_one_never_reopens_as_received():
    for state in ContactState:
        if state.is_open and state is not ContactState.TRIAGE:
            assert may_move(state, ContactState.TRIAGE)
        assert not may_move(state, ContactState.RECEIVED)


def test_what_went_on_to_a_case_is_the_cases_to_move():
    assert ALLOWED_MOVES[ContactState.CHECKS] == frozenset()


def test_what_went_straight_to_a_decision_may_only_close_there():
    straight = ALLOWED_MOVES[ContactState.STRAIGHT_TO_ALLOCATION]
    assert straight == frozenset({ContactState.CLOSED_AT_TRIAGE})


def test_the_census_has_twenty_two_sources():
    assert len(SourceCode) == 22
    assert not SourceCode.ANONYMOUS.is_professional
    assert SourceCode.POLICE.is_professional


def test_two_parts_are_of_concern():
    assert {each for each in Part if each.is_concern} == {
        Part.CHILD_OF_CONCERN,
        Part.ADULT_OF_CONCERN,
    }


@pytest.mark.parametrize("source", FileSource)
def test_every_kind_of_file_has_its_channel(source):
    assert source.channel.value == f"{source.value}_import"
    assert isinstance(source.channel, Channel)
