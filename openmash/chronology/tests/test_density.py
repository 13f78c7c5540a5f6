"""The strip counts everything once, and shows the quiet times too."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from openmash.chronology.rules import density

months = st.dates(date(1990, 1, 1), date(2030, 12, 1)).map(lambda day: day.replace(day=1))
counts = st.dictionaries(months, st.integers(1, 30), max_size=20)


@given(counts)
def test_every_entry_is_in_one_bar(found):
    assert sum(each.count for each in density(found)) == sum(found.values())


@given(counts)
def test_bars_follow_one_another_without_a_gap(found):
    bars = density(found)
    assert all(left.until == right.since for left, right in pairwise(bars))
    assert len(bars) <= 41


@given(counts)
def test_the_tallest_bar_is_whole_and_only_a_quiet_one_is_flat(found):
    bars = density(found)
    assert max((each.height for each in bars), default=100) == 100
    assert all((each.height == 0) == (each.count == 0) for each in bars)


def test_nothing_has_no_strip():
    assert density({}) == []


def test_a_short_story_is_in_months_and_a_long_one_in_years():
    assert len(density({date(2026, 1, 1): 1, date(2026, 4, 1): 2})) == 4
    assert len(density({date(2020, 1, 1): 1, date(2026, 4, 1): 2})) == 26
    assert len(density({date(2010, 5, 1): 1, date(2026, 4, 1): 2})) == 17
