"""A slip of the tongue or the finger never opens another child's record."""

from hypothesis import assume, given
from hypothesis import strategies as st

from openmash.core.references import (
    ALPHABET,
    check_character,
    looks_like_reference,
    new_reference,
    tidy_reference,
)

bodies = st.text(ALPHABET, min_size=6, max_size=6)
places = st.integers(0, 5)


@given(bodies, places, st.sampled_from(ALPHABET))
def test_any_one_wrong_character_is_caught(body, place, wrong):
    assume(body[place] != wrong)
    mistyped = body[:place] + wrong + body[place + 1 :]
    assert not looks_like_reference(f"C-{mistyped}-{check_character(body)}")


@given(bodies, st.integers(0, 4))
def test_any_two_neighbours_swapped_are_caught(body, place):
    assume(body[place] != body[place + 1])
    swapped = body[:place] + body[place + 1] + body[place] + body[place + 2 :]
    assert not looks_like_reference(f"C-{swapped}-{check_character(body)}")


@given(bodies, st.sampled_from(ALPHABET))
def test_a_wrong_check_character_is_caught(body, wrong):
    assume(wrong != check_character(body))
    assert not looks_like_reference(f"C-{body}-{wrong}")


def test_a_new_reference_is_well_formed_and_keeps_its_prefix():
    reference = new_reference("R")
    assert reference.startswith("R-")
    assert looks_like_reference(reference)


def test_new_references_do_not_repeat():
    assert len({new_reference("C") for _ in range(500)}) == 500


@given(bodies)
def test_a_reference_is_known_however_it_was_typed(body):
    reference = f"C-{body}-{check_character(body)}"
    assert looks_like_reference(f"  {reference.lower().replace('-', ' – ')} ")
    assert tidy_reference(f" {reference.lower()} ") == reference


def test_what_is_not_a_reference_is_not_taken_for_one():
    for text in ("", "C", "C-123", "C-IOIOIO-2", "C-222222", "C-2222222-2", "A-B-C-D"):
        assert not looks_like_reference(text)


def test_letters_confused_aloud_are_never_used():
    assert not set("ILOUY01") & set(ALPHABET)
