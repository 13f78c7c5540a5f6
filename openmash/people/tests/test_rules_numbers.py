"""NHS numbers, UPNs, telephones: what is right, and what to mend in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openmash.people.rules import (
    identifier_problem,
    is_phone,
    nhs_number_problem,
    spaced_nhs_number,
    tidy,
    tidy_email,
    tidy_nhs_number,
    tidy_phone,
    upn_check_letter,
    upn_problem,
)
from openmash.people.terms import IdentifierScheme


def nhs_number_of(body: str) -> str | None:
    """Work the check digit out independently: the weighted digits come to a multiple of 11."""
    fits = [
        digit
        for digit in range(10)
        if (sum(int(d) * w for d, w in zip(body, range(10, 1, -1), strict=True)) + digit) % 11 == 0
    ]
    return f"{body}{fits[0]}" if fits else None


@given(st.integers(min_value=1, max_value=999_999_999))
def test_a_number_with_its_check_digit_is_right(body):
    number = nhs_number_of(f"{body:09}")
    if number and len(set(number)) > 1:
        assert nhs_number_problem(number) is None
        assert nhs_number_problem(spaced_nhs_number(number)) is None


@given(st.integers(min_value=1, max_value=999_999_999), st.integers(0, 9), st.integers(1, 9))
def test_any_one_wrong_digit_is_noticed(body, place, by):
    number = nhs_number_of(f"{body:09}")
    if number:
        wrong = (int(number[place]) + by) % 10
        assert nhs_number_problem(f"{number[:place]}{wrong}{number[place + 1 :]}") is not None


@pytest.mark.parametrize(
    ("value", "word"),
    [("999123456", "10 digits"), ("99912345A1", "letters"), ("0000000000", "real"), ("", "digits")],
)
def test_an_nhs_number_says_what_to_mend(value, word):
    assert word in (nhs_number_problem(value) or "")


def test_an_nhs_number_is_tidied_and_printed_in_threes():
    assert tidy_nhs_number(" 999 123-4578 ") == "9991234578"
    assert spaced_nhs_number("9991234578") == "999 123 4578"
    assert spaced_nhs_number("99912") == "99912"


@given(st.text("0123456789", min_size=12, max_size=12))
def test_a_upn_with_its_check_letter_is_right(rest):
    assert upn_problem(upn_check_letter(rest) + rest) is None


@given(st.text("0123456789", min_size=12, max_size=12), st.integers(0, 11), st.integers(1, 9))
def test_any_one_wrong_digit_of_a_upn_is_noticed(rest, place, by):
    wrong = f"{rest[:place]}{(int(rest[place]) + by) % 10}{rest[place + 1 :]}"
    assert upn_problem(upn_check_letter(rest) + wrong) is not None


def test_a_temporary_upn_ends_in_a_letter():
    rest = "80112345678A"
    assert upn_problem(upn_check_letter(rest) + rest) is None
    assert "never ends" in (upn_problem("A80112345678O") or "")


@pytest.mark.parametrize(
    ("value", "word"), [("A12345", "13 characters"), ("1234567890123", "a letter, then")]
)
def test_a_upn_says_what_to_mend(value, word):
    assert word in (upn_problem(value) or "")


def test_a_scheme_without_a_check_wants_only_a_number():
    assert identifier_problem(IdentifierScheme.LA_ID, "LCS-1") is None
    assert identifier_problem(IdentifierScheme.LA_ID, " - ") is not None
    assert identifier_problem(IdentifierScheme.NHS_NUMBER, "1") is not None


def test_identifiers_lose_their_spacing():
    assert tidy(" ab/12-3 4.5 ") == "AB12345"


@pytest.mark.parametrize(
    "written", ["07700 900123", "+44 7700 900123", "+44 (0)7700 900123", "0044 7700 900 123"]
)
def test_a_british_telephone_is_written_one_way(written):
    assert tidy_phone(written) == "07700900123"
    assert is_phone(written)


def test_a_telephone_abroad_keeps_its_country():
    assert tidy_phone("+353 1 234 5678") == "0035312345678"


def test_a_few_digits_are_no_telephone():
    assert not is_phone("12345")


def test_an_email_is_written_small():
    assert tidy_email(" Jo@Home.Example ") == "jo@home.example"


def test_event_numbers_are_nobodys_own():
    assert not IdentifierScheme.INCIDENT_ID.numbers_people
    assert IdentifierScheme.NHS_NUMBER.one_per_person
    assert all(each.numbers_people for each in IdentifierScheme if each.one_per_person)
