"""When something happened is never made more exact than it was told (A9.3)."""

from datetime import UTC, datetime

import pytest

from openmash.chronology.rules import Happened, happened_problem
from openmash.chronology.selectors import happened_words
from openmash.chronology.terms import HappenedPrecision as Exactly

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
JULY = datetime(2026, 7, 5, 23, 30, tzinfo=UTC)  # already the sixth in London


@pytest.mark.parametrize(
    ("precision", "words"),
    [
        (Exactly.MINUTE, "6 Jul 2026, 00:30"),
        (Exactly.DAY, "6 Jul 2026"),
        (Exactly.MONTH, "July 2026"),
        (Exactly.YEAR, "2026"),
        (Exactly.ABOUT, "about 2026"),
    ],
)
def test_the_words_are_as_exact_as_the_telling(precision, words):
    assert happened_words(Happened(JULY, None, precision)) == words


def test_no_date_is_said_to_be_no_date():
    assert happened_words(Happened()) == "Date not known"


def test_a_span_ends_on_its_last_day_not_the_day_after():
    until = datetime(2026, 7, 9, 23, 0, tzinfo=UTC)  # midnight in London
    assert happened_words(Happened(JULY, until, Exactly.DAY)) == "6 Jul 2026 to 9 Jul 2026"
    assert happened_words(Happened(JULY, until, Exactly.MONTH)) == "July 2026"


@pytest.mark.parametrize(
    "happened",
    [
        Happened(JULY, None, Exactly.UNKNOWN),
        Happened(None, None, Exactly.DAY),
        Happened(None, JULY, Exactly.UNKNOWN),
        Happened(JULY, JULY, Exactly.DAY),
        Happened(datetime(2027, 1, 1, tzinfo=UTC), None, Exactly.DAY),
    ],
)
def test_what_cannot_be_meant_is_told_in_words(happened):
    assert happened_problem(happened, known_at=NOW)


@pytest.mark.parametrize("happened", [Happened(), Happened(JULY, NOW, Exactly.DAY)])
def test_what_can_be_meant_is_not_questioned(happened):
    assert happened_problem(happened, known_at=NOW) is None
