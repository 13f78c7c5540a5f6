"""Ages and dates as people know them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openmash.core.partial_dates import PartialDate, Precision, age_on

days = st.dates(date(1900, 1, 1), date(2100, 1, 1))


def test_a_child_is_seventeen_until_the_eighteenth_birthday():
    born = date(2008, 6, 15)
    assert age_on(born, date(2026, 6, 14)) == 17
    assert age_on(born, date(2026, 6, 15)) == 18


def test_a_child_born_on_29_february_ages_on_1_march():
    born = date(2020, 2, 29)
    assert age_on(born, date(2021, 2, 28)) == 0
    assert age_on(born, date(2021, 3, 1)) == 1
    assert age_on(born, date(2024, 2, 29)) == 4


def test_a_newborn_is_nought():
    assert age_on(date(2026, 5, 1), date(2026, 5, 1)) == 0


@given(days, st.integers(0, 40_000))
def test_nobody_grows_younger(born, lived):
    day = min(born + timedelta(days=lived), date(2199, 12, 30))
    assert 0 <= age_on(born, day) <= age_on(born, day + timedelta(days=1))


@pytest.mark.parametrize(
    ("known", "words"),
    [
        (PartialDate(date(2014, 3, 2)), "2 March 2014"),
        (PartialDate(date(2014, 3, 1), Precision.MONTH), "March 2014"),
        (PartialDate(date(2014, 1, 1), Precision.YEAR), "2014"),
        (PartialDate(date(2014, 1, 1), Precision.ABOUT), "about 2014"),
        (PartialDate(None, Precision.UNKNOWN), "not known"),
    ],
)
def test_a_date_is_said_with_what_is_known_of_it(known, words):
    assert known.in_words() == words


def test_a_date_has_a_day_exactly_when_something_of_it_is_known():
    with pytest.raises(ValueError, match="exactly when"):
        PartialDate(None, Precision.DAY)
    with pytest.raises(ValueError, match="exactly when"):
        PartialDate(date(2014, 3, 2), Precision.UNKNOWN)
