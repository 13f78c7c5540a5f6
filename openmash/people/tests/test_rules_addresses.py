"""Addresses as they are typed."""

import pytest

from openmash.people.rules import (
    address_tokens,
    building_number,
    flat_number,
    is_no_fixed_abode,
    postcode_problem,
    same_building,
    tidy_postcode,
)


@pytest.mark.parametrize("written", ["zx12ab", "ZX1 2AB", " zx1  2ab ", "ZX1-2AB"])
def test_a_postcode_is_printed_one_way(written):
    assert tidy_postcode(written) == "ZX1 2AB"
    assert postcode_problem(written) is None


def test_part_of_a_postcode_stays_a_part():
    assert tidy_postcode("zx1") == "ZX1"
    assert "ZX1 2AB" in (postcode_problem("zx1") or "")


@pytest.mark.parametrize(
    ("line", "building", "flat"),
    [
        ("12 High Street", "12", ""),
        ("12A High St", "12a", ""),
        ("Flat 3, 12 High St", "12", "3"),
        ("12 High St, Flat B", "12", "b"),
        ("12-14 Stryd Fawr", "12-14", ""),
        ("Rose Cottage", "", ""),
        ("Room 4, 9 Park Avenue", "9", "4"),
    ],
)
def test_the_building_and_the_flat_are_told_apart(line, building, flat):
    assert (building_number(line), flat_number(line)) == (building, flat)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("12", "12", True),
        ("12", "14", False),
        ("13", "12-14", True),
        ("12-14", "13", True),
        ("15", "12-14", False),
        ("", "", False),
    ],
)
def test_a_number_inside_a_range_may_be_the_same_building(one, other, same):
    assert same_building(one, other) is same


def test_short_forms_are_written_out():
    assert address_tokens("12 High St") == address_tokens("12, high street")
    assert address_tokens("Fflat 2") == address_tokens("Apt. 2")


@pytest.mark.parametrize(
    "text", ["NFA", "No Fixed Abode", "c/o friends - sofa surfing", "rough sleeper"]
)
def test_no_fixed_abode_is_recognised(text):
    assert is_no_fixed_abode(text)


@pytest.mark.parametrize("text", ["12 High Street", "Nfasu House", ""])
def test_an_address_is_not_taken_for_none(text):
    assert not is_no_fixed_abode(text)
