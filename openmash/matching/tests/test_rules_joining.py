"""Joining and parting: order does not matter, the latest of a pair stands, all can be undone."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openmash.matching.rules import Contradiction, Judged, contradictions, identities, standing
from openmash.matching.terms import Verdict

SAME, APART = Verdict.SAME, Verdict.APART
MONDAY = datetime(2026, 11, 16, 9, tzinfo=UTC)
PEOPLE = "abcdefg"


def join(left: str, right: str, hour: int = 0) -> Judged[str]:
    return Judged(left, right, SAME, MONDAY + timedelta(hours=hour))


def part(left: str, right: str, hour: int = 0) -> Judged[str]:
    return Judged(left, right, APART, MONDAY + timedelta(hours=hour))


pairs = st.tuples(st.sampled_from(PEOPLE), st.sampled_from(PEOPLE)).filter(lambda p: p[0] != p[1])
judgements = st.lists(
    st.builds(
        lambda pair, verdict, hour: Judged(
            pair[0], pair[1], verdict, MONDAY + timedelta(hours=hour)
        ),
        pairs,
        st.sampled_from(Verdict),
        st.integers(0, 50),
    ),
    max_size=12,
)


def test_unjudged_people_are_themselves():
    assert identities([], PEOPLE) == {each: each for each in PEOPLE}


def test_joined_people_are_the_least_of_them():
    assert identities([join("c", "b"), join("b", "a")], "abcd") == {
        "a": "a",
        "b": "a",
        "c": "a",
        "d": "d",
    }


def test_a_part_after_a_join_wins_and_a_join_after_a_part():
    assert identities([join("a", "b", 1), part("b", "a", 2)], "ab")["b"] == "b"
    assert identities([part("a", "b", 1), join("b", "a", 2)], "ab")["b"] == "a"


def test_of_two_at_one_moment_keeping_apart_is_followed():
    for both in ([join("a", "b"), part("a", "b")], [part("a", "b"), join("a", "b")]):
        assert standing(both) == {("a", "b"): APART}


def test_parting_one_of_a_chain_leaves_the_rest_joined():
    found = identities([join("a", "b"), join("b", "c"), part("a", "b", 1)], "abc")
    assert found == {"a": "a", "b": "b", "c": "b"}


def test_kept_apart_and_joined_through_a_third_is_a_contradiction():
    said = [join("a", "b"), join("b", "c"), part("a", "c")]
    assert contradictions(said) == [Contradiction("a", "c", ("b",))]
    assert contradictions([*said, part("b", "c", 1)]) == []


def test_the_shortest_chain_is_told():
    said = [join("a", "b"), join("b", "c"), join("c", "d"), join("a", "d"), part("b", "d")]
    assert contradictions(said) == [Contradiction("b", "d", ("a",))]


@given(judgements, st.randoms())
def test_the_order_of_hearing_changes_nothing(said, dice):
    shuffled = list(said)
    dice.shuffle(shuffled)
    assert identities(shuffled, PEOPLE) == identities(said, PEOPLE)
    assert contradictions(shuffled) == contradictions(said)


@given(judgements, pairs)
def test_parting_undoes_joining_and_leaves_nothing_behind(said, pair):
    """A pair not judged before, joined and parted: all is as it was."""
    untouched = [each for each in said if {each.left, each.right} != set(pair)]
    left, right = pair
    undone = [*untouched, join(left, right, 60), part(left, right, 61)]
    assert identities(undone, PEOPLE) == identities(untouched, PEOPLE)


@given(judgements, pairs)
def test_joining_brings_two_under_one_identity(said, pair):
    left, right = pair
    found = identities([*said, join(left, right, 60)], PEOPLE)
    assert found[left] == found[right]


@given(judgements)
def test_an_identity_is_one_of_its_own_people(said):
    found = identities(said, PEOPLE)
    assert all(found[identity] == identity for identity in found.values())


@given(judgements)
def test_identities_agree_with_walking_the_joins_by_hand(said):
    """An independent oracle: repeat 'take the least of each joined pair' until nothing moves."""
    label = {each: each for each in PEOPLE}
    joined = [pair for pair, verdict in standing(said).items() if verdict is SAME]
    moved = True
    while moved:
        moved = False
        for left, right in joined:
            least = min(label[left], label[right])
            moved = moved or {label[left], label[right]} != {least}
            label[left] = label[right] = least
    assert identities(said, PEOPLE) == label


@given(judgements)
def test_a_contradiction_is_a_pair_kept_apart_under_one_identity(said):
    found = identities(said, PEOPLE)
    apart = [pair for pair, verdict in standing(said).items() if verdict is APART]
    together = {pair for pair in apart if found[pair[0]] == found[pair[1]]}
    assert {(each.left, each.right) for each in contradictions(said)} == together
    assert all(each.through for each in contradictions(said))


def test_a_judgement_of_somebody_unlisted_still_counts():
    assert identities([join("x", "y")], "a") == {"a": "a", "x": "x", "y": "x"}


@pytest.mark.parametrize("pair", [("a", "b"), ("b", "a")])
def test_a_pair_has_no_first_and_second(pair):
    assert standing([join(*pair)]) == {("a", "b"): SAME}
