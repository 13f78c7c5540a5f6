"""Candidates in order, and at most one proposed first."""

from hypothesis import given
from hypothesis import strategies as st

from openmash.matching.rules import FIRST_WEIGHTS, Suggestion, rank
from openmash.matching.terms import Band

SAME, LOOK = Band.SAME, Band.LOOK


def said(weight: float, band: Band = SAME) -> Suggestion:
    return Suggestion((), weight, band)


suggestions = st.builds(
    Suggestion, st.just(()), st.floats(-20, 60), st.sampled_from(Band), st.just(())
)


def test_a_clear_leader_is_preselected():
    ranked = rank([("twin", said(24, LOOK)), ("ella", said(37))])
    assert [(each.key, each.preselected) for each in ranked] == [("ella", True), ("twin", False)]


def test_a_narrow_lead_is_left_to_a_person():
    ranked = rank([("ella", said(30)), ("ela", said(28))])
    assert not any(each.preselected for each in ranked)


def test_a_heavier_rival_that_is_only_a_look_stops_the_lead():
    ranked = rank([("thin", said(25)), ("twin", said(27, LOOK))])
    assert [each.key for each in ranked] == ["thin", "twin"]
    assert not ranked[0].preselected


def test_two_records_of_one_identity_are_no_rivals():
    candidates = [("ella", said(30)), ("ella again", said(29)), ("other", said(12, LOOK))]
    one = {"ella": "E", "ella again": "E"}
    assert rank(candidates, identities=one)[0].preselected
    assert not rank(candidates)[0].preselected


def test_a_look_is_never_preselected():
    assert not rank([("ella", said(60, LOOK))])[0].preselected


def test_nobody_is_ranked_of_nobody():
    assert rank([]) == []


@given(st.dictionaries(st.integers(), suggestions, max_size=8))
def test_at_most_one_is_preselected_and_it_comes_first(candidates):
    ranked = rank(candidates.items())
    assert sum(each.preselected for each in ranked) <= 1
    assert not any(each.preselected for each in ranked[1:])
    assert {each.key for each in ranked} == set(candidates)


@given(st.dictionaries(st.integers(), suggestions, max_size=8), st.randoms())
def test_the_order_of_asking_changes_nothing(candidates, dice):
    shuffled = list(candidates.items())
    dice.shuffle(shuffled)
    assert rank(shuffled) == rank(candidates.items())


@given(suggestions, suggestions)
def test_the_preselected_leads_by_enough(one, other):
    first, second = rank([("one", one), ("other", other)])
    if first.preselected:
        assert first.suggestion.weight - second.suggestion.weight >= FIRST_WEIGHTS.lead
