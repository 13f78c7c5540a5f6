"""Dates of birth as people say them, and the words for those that cannot be."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openmash.core.partial_dates import PartialDate, Precision, age_on
from openmash.people.rules import Expected, Problem, birth_doubt, birth_parts, parse_birth
from openmash.people.rules.birth import FIRST_OF_JANUARY

TODAY = date(2026, 11, 21)
TWENTIETH = PartialDate(date(2011, 10, 20))


@pytest.mark.parametrize(
    "text",
    [
        "20/10/2011",
        "20.10.2011",
        "20-10-11",
        "2011-10-20",
        "20 10 2011",
        "20102011",
        "20 Oct 2011",
        "20th October 2011",
        "20 Hydref 2011",
        "October 20, 2011",
        "  20/10/2011 ",
    ],
)
def test_a_whole_date_is_read_however_it_is_written(text):
    assert parse_birth(text, on=TODAY) == TWENTIETH


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("Oct 2011", PartialDate(date(2011, 10, 1), Precision.MONTH)),
        ("10/2011", PartialDate(date(2011, 10, 1), Precision.MONTH)),
        ("Gorffennaf 2011", PartialDate(date(2011, 7, 1), Precision.MONTH)),
        ("2011", PartialDate(date(2011, 1, 1), Precision.YEAR)),
        ("2011?", PartialDate(date(2011, 1, 1), Precision.ABOUT)),
        ("about 2011", PartialDate(date(2011, 1, 1), Precision.ABOUT)),
        ("tua 2011", PartialDate(date(2011, 1, 1), Precision.ABOUT)),
        ("circa Oct 2011", PartialDate(date(2011, 1, 1), Precision.ABOUT)),
        ("not known", PartialDate(None, Precision.UNKNOWN)),
        ("01/01/2010", PartialDate(date(2010, 1, 1))),
        ("05/06/87", PartialDate(date(1987, 6, 5))),
        ("05/06/26", PartialDate(date(2026, 6, 5))),
    ],
)
def test_parts_of_a_date_are_kept_as_parts(text, born):
    assert parse_birth(text, on=TODAY) == born


@pytest.mark.parametrize("text", ["about 7", "7", "aged 7", "age 7", "7 years old", "7yo", "7 yrs"])
def test_an_age_is_about_a_year(text):
    assert parse_birth(text, on=TODAY) == PartialDate(date(2019, 1, 1), Precision.ABOUT)


@pytest.mark.parametrize(
    ("text", "year"), [("18 months", 2025), ("3 weeks old", 2026), ("4 days", 2026)]
)
def test_a_babys_age_may_be_in_months_weeks_or_days(text, year):
    assert parse_birth(text, on=TODAY) == PartialDate(date(year, 1, 1), Precision.ABOUT)


@pytest.mark.parametrize("text", ["EDD 14 Feb 2027", "due 14/02/2027", "edd: 2027-02-14"])
def test_a_due_date_is_not_a_birth(text):
    assert parse_birth(text, on=TODAY) == Expected(date(2027, 2, 14))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("31/02/2011", "does not have that day"),
        ("29/02/2011", "does not have that day"),
        ("10/20/2011", "day, then the month"),
        ("00/10/2011", "does not have that day"),
        ("13/2011", "between 1 and 12"),
        ("20/10/2031", "future"),
        ("20/10/1811", "120 years"),
        ("age 130", "120 years"),
        ("EDD 14 Aug 2028", "ten months"),
        ("EDD 14 Aug 2025", "is born"),
        ("EDD soon", "Write a date"),
        ("20 Octember 2011", "Write a date"),
        ("", "Write a date"),
        ("yesterday", "Write a date"),
    ],
)
def test_a_date_that_cannot_be_says_how_to_mend_it(text, word):
    problem = parse_birth(text, on=TODAY)
    assert isinstance(problem, Problem)
    assert word in problem.words


def test_the_first_of_january_is_doubted_and_others_are_not():
    assert birth_doubt(PartialDate(date(2010, 1, 1))) == FIRST_OF_JANUARY
    assert birth_doubt(TWENTIETH) is None
    assert birth_doubt(PartialDate(date(2010, 1, 1), Precision.YEAR)) is None
    assert birth_doubt(None) is None


def test_a_filler_is_trusted_for_its_year_alone():
    parts = birth_parts(PartialDate(date(2010, 1, 1)))
    assert parts
    assert (parts.year, parts.month, parts.day, parts.is_filler) == (2010, None, None, True)


def test_nothing_known_has_no_parts():
    assert birth_parts(None) is None
    assert birth_parts(PartialDate(None, Precision.UNKNOWN)) is None


lifetimes = st.dates(min_value=date(1910, 1, 1), max_value=TODAY)


@given(lifetimes, st.sampled_from(["%d/%m/%Y", "%Y-%m-%d", "%d %b %Y", "%d %B %Y", "%d.%m.%Y"]))
def test_any_day_of_a_lifetime_is_read_back(day, written):
    assert parse_birth(day.strftime(written), on=TODAY) == PartialDate(day)


@given(lifetimes)
def test_an_age_is_read_within_a_year_of_the_birth(day):
    read = parse_birth(f"aged {age_on(day, TODAY)}", on=TODAY)
    assert isinstance(read, PartialDate)
    assert read.day
    assert abs(read.day.year - day.year) <= 1


@given(st.integers(-42, 310))
def test_a_due_date_is_taken_from_six_weeks_ago_to_ten_months_ahead(days):
    due = TODAY + timedelta(days=days)
    assert parse_birth(f"EDD {due:%d/%m/%Y}", on=TODAY) == Expected(due)


@given(st.text(max_size=30))
def test_anything_typed_is_read_or_answered_in_words(text):
    assert isinstance(parse_birth(text, on=TODAY), PartialDate | Expected | Problem)
