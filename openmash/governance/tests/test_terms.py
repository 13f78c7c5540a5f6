"""The words of governance are complete, and each is said once."""

import pytest

from openmash.governance import terms
from openmash.governance.terms import AgencyKind, Article6, BreachReason, ClockKind, Track

EVERY_KIND_OF_WORD = [getattr(terms, name) for name in terms.__all__]


@pytest.mark.parametrize("words", EVERY_KIND_OF_WORD, ids=lambda words: words.__name__)
def test_every_word_has_a_label_of_its_own(words):
    labels = [each.label for each in words]
    assert all(labels)
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("words", EVERY_KIND_OF_WORD, ids=lambda words: words.__name__)
def test_every_word_is_found_again_by_what_is_stored(words):
    assert [words(str(each)) for each in words] == list(words)


def test_every_agency_has_letters_of_its_own_on_the_board():
    letters = [each.letters for each in AgencyKind]
    assert len(set(letters)) == len(letters)
    assert {len(each) for each in letters} == {1, 2}


def test_every_track_names_its_law_and_who_decides():
    assert all(track.law and track.decided_by for track in Track)
    assert [track for track in Track if track.is_child] == [Track.CHILD_EN, Track.CHILD_WAL]
    assert [track for track in Track if track.is_adult] == [Track.ADULT_EN, Track.ADULT_WAL]


def test_every_clock_names_the_rule_it_comes_from():
    assert all(kind.rule for kind in ClockKind)
    assert ClockKind.RECEIPT.rule == "T1"
    assert ClockKind.S126.rule == "T15"


def test_the_lawful_bases_are_the_seven_in_force_from_2026():
    assert [str(each) for each in Article6] == ["a", "b", "c", "d", "e", "ea", "f"]


def test_the_ten_reasons_for_lateness_are_all_there():
    assert len(BreachReason) == 10
