"""Screening on paper: every obstacle at once, and urgent harm never held up by tidiness (A5)."""

from dataclasses import replace
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as some

from openmash.governance.terms import Track
from openmash.intake.rules.screening import ScreeningPicture, obstacles_to_screening, tidy_later
from openmash.intake.rules.states import move_problem
from openmash.intake.terms import ALLOWED_MOVES, ContactState

WHOLE = ScreeningPicture(
    may_screen=True,
    is_open=True,
    rating_is_urgent=False,
    rating_is_known=True,
    gate_reason="Health may hold more.",
    rationale="An injury that is not explained.",
    tracks={uuid4(): [Track.CHILD_EN]},
    subjects_of_concern=1,
    suggestions_unanswered=0,
    adult_tests_missing=0,
)
UNTIDY = {
    "gate_reason": " ",
    "tracks": {uuid4(): []},
    "suggestions_unanswered": 1,
    "adult_tests_missing": 1,
}
FIRST = {"may_screen": False, "is_open": False, "rating_is_known": False, "rationale": " "}
pictures = some.builds(
    ScreeningPicture,
    may_screen=some.booleans(),
    is_open=some.booleans(),
    rating_is_urgent=some.booleans(),
    rating_is_known=some.booleans(),
    gate_reason=some.sampled_from(["", " ", "Because."]),
    rationale=some.sampled_from(["", " ", "Because."]),
    tracks=some.just({}),
    subjects_of_concern=some.integers(0, 3),
    suggestions_unanswered=some.integers(0, 3),
    adult_tests_missing=some.integers(0, 3),
)


def test_a_whole_screening_meets_no_obstacle():
    assert obstacles_to_screening(WHOLE) == []
    assert tidy_later(WHOLE) == []


@pytest.mark.parametrize("lacking", [*UNTIDY, *FIRST])
def test_each_thing_lacking_is_one_obstacle_in_words(lacking):
    ((_, words),) = obstacles_to_screening(replace(WHOLE, **{lacking: (UNTIDY | FIRST)[lacking]}))
    assert words.endswith((".", "!"))


def test_everything_lacking_is_told_at_once():
    told = obstacles_to_screening(replace(WHOLE, **UNTIDY, **FIRST))
    assert len(told) == 8
    assert [field for field, _ in told] == [
        "",
        "",
        "rating",
        "rationale",
        "who",
        "tracks",
        "tracks",
        "gate_reason",
    ]


@pytest.mark.parametrize("lacking", UNTIDY)
def test_what_an_urgent_rating_leaves_untidy_becomes_a_task(lacking):
    urgent = replace(WHOLE, rating_is_urgent=True, **{lacking: UNTIDY[lacking]})
    assert obstacles_to_screening(urgent) == []
    assert len(tidy_later(urgent)) == 1


def test_a_place_without_people_needs_no_track():
    assert obstacles_to_screening(replace(WHOLE, tracks={}, subjects_of_concern=0)) == []


@given(pictures)
def test_urgency_only_ever_takes_obstacles_away_and_loses_none(picture):
    calm = replace(picture, rating_is_urgent=False)
    urgent = replace(picture, rating_is_urgent=True)
    assert set(obstacles_to_screening(urgent)) <= set(obstacles_to_screening(calm))
    told = [words for _, words in obstacles_to_screening(urgent)]
    assert [*told, *tidy_later(urgent)] == [words for _, words in obstacles_to_screening(calm)]


@given(some.sampled_from(ContactState), some.sampled_from(ContactState))
def test_a_move_is_refused_in_words_exactly_when_it_is_not_in_the_table(was, to):
    problem = move_problem(was, to)
    assert (problem == "") == (to in ALLOWED_MOVES[was])
    assert problem == "" or was.label.lower() in problem
