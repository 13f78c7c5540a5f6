"""What a decision needs: a table of cases, and laws that hold for every picture."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openmash.decisions.rules import Obstacle, OutcomeSought, Picture, left_untidy, obstacles
from openmash.decisions.terms import Matter
from openmash.governance.terms import Track

ASSESSMENT = OutcomeSought(
    person="Maya Dobson",
    track=Track.CHILD_EN,
    label="Child and family assessment",
    words="",
    on_this_track=True,
    may_choose=True,
    urgent=False,
    needs_strategy_discussion=False,
    needs_agreement=False,
)
STRATEGY = replace(
    ASSESSMENT, label="Strategy discussion", urgent=True, needs_strategy_discussion=True
)
FAMILY_HELP = replace(ASSESSMENT, label="Step across to family help", needs_agreement=True)
CALLS_FOR_STRATEGY = replace(STRATEGY, urgent=False)
WHY = "An injury that nobody has explained, and a mother who is afraid."
TIDY = Picture(
    may_decide=True,
    is_registered=True,
    is_decidable=True,
    sought=[ASSESSMENT],
    without_outcome=[],
    rationale=WHY,
    rationale_characters=40,
    outstanding=[],
    without_returns_because="",
    discussion_held=False,
    without_discussion_because="",
    agreement_recorded=True,
    family_agrees=False,
)


def about(found: list[Obstacle]) -> list[Matter]:
    return [each.about for each in found]


def test_a_tidy_picture_has_nothing_in_its_way():
    assert obstacles(TIDY) == []
    assert left_untidy(TIDY) == []


@pytest.mark.parametrize(
    ("change", "matter", "words"),
    [
        ({"may_decide": False}, Matter.AUTHORITY, "not authorised"),
        ({"is_decidable": False}, Matter.AUTHORITY, "already decided"),
        ({"is_registered": False}, Matter.AUTHORITY, "registration number"),
        ({"sought": [replace(ASSESSMENT, may_choose=False)]}, Matter.AUTHORITY, "Your role"),
        ({"sought": [replace(ASSESSMENT, on_this_track=False)]}, Matter.AUTHORITY, "Child, Eng"),
        ({"sought": []}, Matter.OUTCOME, "at least one person"),
        ({"without_outcome": ["Gordon"]}, Matter.OUTCOME, "an outcome for Gordon"),
        ({"rationale": "  "}, Matter.RATIONALE, "in your own words"),
        ({"rationale": "Too short."}, Matter.RATIONALE, "at least 40"),
        ({"sought": [CALLS_FOR_STRATEGY]}, Matter.STRATEGY, "calls for a strategy discussion"),
        ({"outstanding": ["Health", "Police"]}, Matter.RETURNS, "Health, Police"),
        ({"agreement_recorded": False}, Matter.AGREEMENT, "lawful basis"),
        ({"sought": [FAMILY_HELP]}, Matter.FAMILY, "a yes from the family"),
        ({"adult_tests_missing": 1}, Matter.ADULT_TEST, "three questions"),
        ({"must_speak": ["Police (DS Hale)"]}, Matter.MUST_SPEAK, "Speak to Police (DS Hale)"),
    ],
)
def test_each_thing_missing_is_named(change, matter, words):
    (found,) = obstacles(replace(TIDY, **change))
    assert found.about is matter
    assert words in found.words


@pytest.mark.parametrize(
    "change",
    [
        {"sought": [CALLS_FOR_STRATEGY], "discussion_held": True},
        {"sought": [CALLS_FOR_STRATEGY], "without_discussion_because": "Held by the other area."},
        {"outstanding": ["Health"], "without_returns_because": "They open on Monday."},
        {"sought": [FAMILY_HELP], "family_agrees": True},
        {"sought": [replace(FAMILY_HELP, words="Asked for at Tuesday's visit.")]},
        {"is_registered": False, "sought": [replace(ASSESSMENT, track=Track.ADULT_EN)]},
    ],
)
def test_each_thing_missing_has_a_way_round_that_leaves_a_reason(change):
    assert obstacles(replace(TIDY, **change)) == []


def test_every_reason_is_told_at_once_and_not_only_the_first():
    found = obstacles(replace(TIDY, rationale="", outstanding=["Health"], agreement_recorded=False))
    assert about(found) == [Matter.RATIONALE, Matter.RETURNS, Matter.AGREEMENT]


some_words = st.sampled_from(["", "  ", "A reason."])
some_names = st.lists(st.sampled_from(["Health", "Police", "Gordon"]), max_size=3)
outcomes = st.sampled_from([ASSESSMENT, STRATEGY, FAMILY_HELP, CALLS_FOR_STRATEGY])
pictures = st.builds(
    Picture,
    may_decide=st.booleans(),
    is_registered=st.booleans(),
    is_decidable=st.booleans(),
    sought=st.lists(outcomes, max_size=3),
    without_outcome=some_names,
    rationale=st.sampled_from(["", "Short.", WHY]),
    rationale_characters=st.integers(1, 80),
    outstanding=some_names,
    without_returns_because=some_words,
    discussion_held=st.booleans(),
    without_discussion_because=some_words,
    agreement_recorded=st.booleans(),
    family_agrees=st.booleans(),
    must_speak=some_names,
    adult_tests_missing=st.integers(0, 2),
)


@given(pictures)
def test_an_urgent_outcome_is_never_blocked_by_an_untidy_record(picture):
    """Given authority and one word of why, urgent harm waits for nothing, whatever is missing."""
    urgent = replace(
        picture,
        may_decide=True,
        is_registered=True,
        is_decidable=True,
        rationale="Now.",
        sought=[STRATEGY, *picture.sought],
    )
    assert obstacles(urgent) == []


@given(pictures)
def test_nothing_an_urgent_decision_went_without_is_lost(picture):
    """What holds a routine decision up is what an urgent one leaves behind as tasks."""
    urgent = replace(picture, sought=[*picture.sought, STRATEGY])
    routine = replace(picture, sought=[*picture.sought, CALLS_FOR_STRATEGY])
    left = left_untidy(urgent)
    if not any(each.urgent for each in picture.sought):
        held_up = {each for each in obstacles(routine) if each not in obstacles(urgent)}
        short = {each for each in held_up if each.about is Matter.RATIONALE}
        assert held_up - short == set(left) - set(obstacles(urgent))
    assert not {Matter.AUTHORITY, Matter.RATIONALE} & set(about(left))


FILLED_IN = [
    {"may_decide": True},
    {"is_registered": True},
    {"without_outcome": []},
    {"rationale": WHY + " " + WHY},
    {"outstanding": []},
    {"without_returns_because": "They open on Monday."},
    {"discussion_held": True},
    {"without_discussion_because": "Held by the other area."},
    {"agreement_recorded": True},
    {"family_agrees": True},
    {"must_speak": ()},
    {"adult_tests_missing": 0},
]


@given(pictures, st.sampled_from(FILLED_IN))
def test_adding_information_never_adds_an_obstacle(picture, filled):
    before, after = set(obstacles(picture)), set(obstacles(replace(picture, **filled)))
    assert after <= before


@given(pictures)
def test_who_may_decide_is_asked_of_everybody(picture):
    nobody = replace(picture, may_decide=False)
    assert Matter.AUTHORITY in about(obstacles(nobody))
