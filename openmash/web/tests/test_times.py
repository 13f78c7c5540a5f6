"""Time is said as a person would say it, in London, and no more exactly than it is known."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from openmash.core.partial_dates import PartialDate, Precision
from openmash.web import times

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)  # a Friday in winter
MIN, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (NOW + 52 * MIN, "52 min left"),
        (NOW + 1 * MIN, "1 min left"),
        (NOW + 100 * MIN, "1 h 40 min left"),
        (NOW + 2 * HOUR, "2 h left"),
        (NOW + 7 * HOUR, "due today 17:00"),
        (NOW + 24 * HOUR, "due tomorrow 10:00"),
        (NOW + 4 * DAY, "due Tue 10:00"),
        (NOW + 30 * DAY, "due Sun 20 Dec 10:00"),
        (NOW + 60 * DAY, "due Tue 19 Jan 2027 10:00"),
        (NOW - 12 * MIN, "late by 12 min"),
        (NOW - 2 * HOUR, "late by 2 h"),
        (NOW - 30 * HOUR, "late by 30 h"),
        (NOW - 4 * DAY, "late by 4 days"),
    ],
)
def test_a_clock_is_a_sentence(due, words):
    assert times.clock_words(due, now=NOW) == words


def test_a_stopped_clock_says_whether_it_was_met_whatever_the_time_is_now():
    assert times.clock_words(NOW, now=NOW + DAY, met_at=NOW - HOUR) == "met in time"
    assert times.clock_words(NOW, now=NOW + DAY, met_at=NOW) == "met in time"
    assert times.clock_words(NOW, now=NOW, met_at=NOW + 3 * HOUR) == "met late, by 3 h"


@given(minutes=st.integers(-60 * 24 * 40, 60 * 24 * 40))
def test_a_clock_is_late_exactly_when_its_time_has_passed(minutes):
    words = times.clock_words(NOW + minutes * MIN, now=NOW)
    assert words.startswith("late") == (minutes < 0)


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (NOW - 108 * MIN, "today 08:12"),
        (NOW - DAY, "yesterday 10:00"),
        (NOW - 3 * DAY, "Tue 17 Nov 10:00"),
        (datetime(2026, 7, 1, 9, 5, tzinfo=UTC), "Wed 1 Jul 10:05"),
        (datetime(2025, 11, 20, 17, 5, tzinfo=UTC), "Thu 20 Nov 2025 17:05"),
    ],
)
def test_a_moment_is_near_or_dated(at, words):
    assert times.moment_words(at, now=NOW) == words


def test_the_day_is_londons_when_the_clocks_are_forward():
    late_evening = datetime(2026, 6, 10, 23, 30, tzinfo=UTC)  # already the 11th in London
    assert times.moment_words(late_evening, now=late_evening) == "today 00:30"
    assert times.full_moment(late_evening) == "Thursday 11 June 2026 at 00:30"


def test_the_hour_that_comes_twice_is_told_as_the_clock_on_the_wall_told_it():
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert times.moment_words(first, now=first) == "today 01:30"
    assert times.moment_words(first + HOUR, now=first) == "today 01:30"
    assert times.clock_words(first + HOUR, now=first) == "1 h left"


def test_a_day_has_its_year_only_when_it_is_another_year():
    assert times.day_words(date(2026, 11, 3), today=NOW.date()) == "Tue 3 Nov"
    assert times.day_words(date(2019, 11, 3), today=NOW.date()) == "3 Nov 2019"


@pytest.mark.parametrize(
    ("told", "words", "age"),
    [
        (PartialDate(date(2021, 3, 4)), "4 March 2021", "5"),
        (PartialDate(date(2025, 12, 21)), "21 December 2025", "10 months"),
        (PartialDate(date(2026, 10, 20)), "20 October 2026", "1 month"),
        (PartialDate(date(2026, 10, 30)), "30 October 2026", "3 weeks"),
        (PartialDate(date(2026, 11, 19)), "19 November 2026", "1 day"),
        (PartialDate(date(2026, 11, 20)), "20 November 2026", "0 days"),
        (PartialDate(date(2027, 2, 14)), "14 February 2027", "expected 14 Feb"),
        (PartialDate(date(2018, 6, 1), Precision.MONTH), "June 2018", "8"),
        (PartialDate(date(2016, 1, 1), Precision.YEAR), "2016", "about 10"),
        (PartialDate(date(2016, 1, 1), Precision.ABOUT), "about 2016", "about 10"),
        (PartialDate(None, Precision.UNKNOWN), "not known", ""),
    ],
)
def test_a_birth_is_told_no_more_exactly_than_it_is_known(told, words, age):
    assert times.partial_date_words(told) == words
    assert times.age_words(told, on=NOW.date()) == age


def test_days_are_named_in_the_readers_language():
    with translation.override("cy"):
        assert times.moment_words(NOW - 3 * DAY, now=NOW) != "Tue 17 Nov 10:00"
