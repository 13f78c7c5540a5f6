"""The adult's three questions on paper (A5.9, A15)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from openmash.core.working_time import Nation
from openmash.intake.rules.adults import (
    AdultAnswers,
    adult_problems,
    law_for_adults,
    what_the_answers_point_to,
)
from openmash.intake.terms import AdultAnswer, AdultLaw, WishesAsked

YES, NO, UNKNOWN = AdultAnswer.YES, AdultAnswer.NO, AdultAnswer.NOT_KNOWN
WHOLE = AdultAnswers(YES, YES, UNKNOWN, WishesAsked.YES, YES, wants="To stay at home.")


def fields(**changes):
    return [field for field, _ in adult_problems(replace(WHOLE, **changes))]


def test_whole_answers_have_no_problem():
    assert adult_problems(WHOLE) == []


def test_either_what_they_want_or_why_nobody_asked():
    assert fields(wants=" ") == ["wants"]
    assert fields(was_asked=WishesAsked.NO) == ["not_asked_because"]
    assert fields(was_asked=WishesAsked.NO, not_asked_because="Unconscious.") == []
    assert fields(was_asked=WishesAsked.NOT_STATED) == ["was_asked"]


def test_somebody_not_safe_tonight_needs_to_be_made_safe():
    assert fields(safe_tonight=NO) == ["safe_tonight_words"]
    assert fields(safe_tonight=NO, safe_tonight_words="Moved to her sister's.") == []


@pytest.mark.parametrize(
    ("three", "words"),
    [
        ((YES, YES, YES), "section 42 applies"),
        ((YES, YES, UNKNOWN), "Not all is known yet"),
        ((UNKNOWN, UNKNOWN, UNKNOWN), "Not all is known yet"),
        ((NO, YES, YES), "appears not to be met"),
        ((YES, NO, UNKNOWN), "appears not to be met"),
        ((YES, YES, NO), "can protect themselves"),
    ],
)
def test_what_three_answers_point_to(three, words):
    answers = AdultAnswers(*three, WishesAsked.YES, YES, wants="Peace.")
    assert words in what_the_answers_point_to(answers, AdultLaw.S42)


@given(*[some.sampled_from(AdultAnswer)] * 3)
def test_only_three_yeses_meet_the_test_and_wales_names_its_own_law(needs, risk, protect):
    answers = AdultAnswers(needs, risk, protect, WishesAsked.YES, YES)
    words = what_the_answers_point_to(answers, AdultLaw.S126)
    assert words.startswith("The test appears to be met") == (set(answers.three) == {YES})
    assert "42" not in words


def test_the_law_is_that_of_the_hubs_nation():
    assert law_for_adults([Nation.WALES]) is AdultLaw.S126
    assert law_for_adults([Nation.ENGLAND]) is AdultLaw.S42
    assert law_for_adults([Nation.ENGLAND, Nation.WALES]) is AdultLaw.S42
