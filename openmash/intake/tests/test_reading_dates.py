"""Moments on London's clocks, and dates of birth as people tell them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from openmash.core.partial_dates import PartialDate, Precision
from openmash.intake.rules.births import read_birth
from openmash.intake.rules.moments import LONDON, NEVER, NO_TIME, TWICE, read_moment
from openmash.intake.terms import MomentPrecision

ON = date(2025, 5, 7)


@pytest.mark.parametrize(
    ("text", "at", "doubts"),
    [
        ("07/05/2025 19:46", datetime(2025, 5, 7, 18, 46), ()),
        ("07/01/2025 19:46", datetime(2025, 1, 7, 19, 46), ()),
        ("7/1/2025 9:05:30", datetime(2025, 1, 7, 9, 5, 30), ()),
        ("26/10/2025 01:30", datetime(2025, 10, 26, 0, 30), (TWICE,)),
        ("30/03/2025 01:30", datetime(2025, 3, 30, 1, 30), (NEVER,)),
        ("11.05.25", datetime(2025, 5, 10, 23, 0), (NO_TIME,)),
        ("2025-05-08", datetime(2025, 5, 7, 23, 0), (NO_TIME,)),
        ("2025-05-06T17:49:39+01:00", datetime(2025, 5, 6, 16, 49, 39), ()),
        ("2025-10-26T01:30:00Z", datetime(2025, 10, 26, 1, 30), ()),
    ],
)
def test_a_moment_is_read_on_londons_clocks(text, at, doubts):
    told = read_moment(text)
    assert told is not None
    assert told.at == at.replace(tzinfo=UTC)
    assert told.doubts == doubts


def test_a_time_that_was_skipped_is_taken_one_hour_later():
    told = read_moment("30/03/2025 01:30")
    assert told is not None
    assert told.at.astimezone(LONDON).hour == 2


@pytest.mark.parametrize(
    "text",
    ["", "31/02/2025 10:00", "13/13/2025", "soon", "07/05/2025 25:00", "07/05-2025", "46000"],
)
def test_a_moment_that_never_was_is_not_read(text):
    assert read_moment(text) is None


@given(some.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)))
def test_a_written_minute_is_within_an_hour_of_itself_on_londons_clocks(moment):
    told = read_moment(f"{moment:%d/%m/%Y %H:%M}")
    assert told is not None
    assert told.precision is MomentPrecision.MINUTE
    shown = told.at.astimezone(LONDON).replace(tzinfo=None)
    written = moment.replace(second=0, microsecond=0)
    assert shown - written == (timedelta(hours=1) if NEVER in told.doubts else timedelta())


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("20/10/2011", PartialDate(date(2011, 10, 20))),
        ("2011-10-20", PartialDate(date(2011, 10, 20))),
        ("20.10.11", PartialDate(date(2011, 10, 20))),
        ("20/10/46", PartialDate(date(1946, 10, 20))),
        ("approx 3", PartialDate(date(2021, 1, 1), Precision.ABOUT)),
        ("aged 12 yrs", PartialDate(date(2012, 1, 1), Precision.ABOUT)),
        ("c. 1990", PartialDate(date(1990, 1, 1), Precision.ABOUT)),
        ("1990", PartialDate(date(1990, 1, 1), Precision.YEAR)),
        ("03/2017", PartialDate(date(2017, 3, 1), Precision.MONTH)),
        ("2017-03", PartialDate(date(2017, 3, 1), Precision.MONTH)),
    ],
)
def test_a_date_of_birth_is_read_as_far_as_it_is_told(text, born):
    assert read_birth(text, on=ON).born == born


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("30/02/1988", "could not be read"),
        ("before the war", "could not be read"),
        ("01/01/1990", "1 January"),
        ("30/06/2025", "comes after"),
        ("01/02/1899", "126 years old"),
        ("approx 9", "estimate"),
        ("EDD whenever", "could not be read"),
    ],
)
def test_what_is_doubtful_about_a_date_of_birth_is_said(text, words):
    assert any(words in doubt for doubt in read_birth(text, on=ON).doubts)


@pytest.mark.parametrize("text", ["", "  ", "unknown", "N/K", "20/10/2011"])
def test_nothing_told_and_an_ordinary_birthday_raise_no_doubt(text):
    assert read_birth(text, on=ON).doubts == ()


def test_an_expected_date_is_not_a_date_of_birth():
    told = read_birth("EDD 01/09/2025", on=ON)
    assert told.born is None
    assert told.expected_on == date(2025, 9, 1)


@given(some.text(max_size=40), some.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_no_words_for_a_birthday_are_too_strange_to_read(text, on):
    told = read_birth(text, on=on)
    assert told.born is None or told.expected_on is None
