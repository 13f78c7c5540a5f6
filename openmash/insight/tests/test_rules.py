"""The board's first sentence, its filters, how often somebody was told of, and the figures."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openmash.insight.rules import (
    BoardFilters,
    Urgent,
    bars_of,
    filters_from,
    middle_of,
    now_of,
    period_from,
    repeat_of,
    spans_between,
)
from openmash.insight.templatetags.insight import as_list, ordinal
from openmash.insight.terms import Held, Order, Waiting

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_the_first_sentence_counts_the_late_and_those_who_will_be():
    now = now_of(
        [
            Urgent(NOW - HOUR, ("Police",)),
            Urgent(NOW + HOUR, ("Police", "Health")),
            Urgent(NOW + 2 * HOUR, ("Police",)),
            Urgent(NOW + HOUR),
            Urgent(NOW + 9 * HOUR, ("Education",)),
            Urgent(None),
        ],
        at=NOW,
    )
    assert (now.open, now.late, now.soon) == (6, 1, 2)
    assert (now.by, now.agencies) == (NOW + 2 * HOUR, ("Health", "Police"))


def test_with_nothing_urgent_open_nothing_is_late():
    now = now_of([], at=NOW)
    assert (now.open, now.late, now.soon, now.by) == (0, 0, 0, None)


def test_filters_are_read_from_the_address():
    asked = {
        "rating": "red",
        "agency": "police",
        "track": "DA",
        "held": "nobody",
        "waiting": "answers",
        "order": "due",
    }
    assert filters_from(asked) == BoardFilters(
        rating="red",
        agency="police",
        track="DA",
        held=Held.NOBODY,
        waiting=Waiting.ANSWERS,
        order=Order.DUE,
    )


@given(
    st.dictionaries(st.sampled_from(["rating", "agency", "held", "waiting", "order"]), st.text())
)
def test_whatever_stands_in_the_address_is_no_error(asked):
    assert isinstance(filters_from(asked), BoardFilters)


def test_an_order_alone_leaves_nothing_out():
    assert not filters_from({"order": "due"}).are_set
    assert filters_from({"held": "me"}).are_set


def test_a_first_contact_is_no_repeat():
    assert repeat_of(0, None, received_at=NOW) is None


@pytest.mark.parametrize(("days", "weeks"), [(0, 1), (3, 1), (10, 1), (56, 8), (364, 52)])
def test_a_repeat_is_the_nth_in_so_many_weeks(days, weeks):
    repeat = repeat_of(3, NOW - timedelta(days=days), received_at=NOW)
    assert repeat is not None
    assert (repeat.nth, repeat.weeks) == (4, weeks)


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (22, "22nd")],
)
def test_ordinals(number, words):
    assert ordinal(number) == words


@pytest.mark.parametrize(
    ("words", "said"),
    [([], ""), (["health"], "health"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_a_list_is_said_as_people_say_it(words, said):
    assert as_list(words) == said


def test_bars_are_measured_by_the_longest():
    bars = bars_of([("Red", 5, 9), ("Amber", 10, 12), ("Green", 0, 0)])
    assert [each.length for each in bars] == [50, 100, 0]
    assert bars_of([("Red", 0, 0)])[0].length == 0


@given(st.lists(st.integers(0, 10_000), min_size=5))
def test_half_are_no_longer_and_half_no_shorter_than_the_middle(minutes):
    middle = middle_of([timedelta(minutes=each) for each in minutes])
    assert middle.length is not None
    at_least = sum(timedelta(minutes=each) <= middle.length for each in minutes)
    at_most = sum(timedelta(minutes=each) >= middle.length for each in minutes)
    assert min(at_least, at_most) * 2 >= len(minutes)


def test_of_too_few_no_median_is_given_but_how_many_is():
    middle = middle_of([HOUR] * 4)
    assert (middle.length, middle.of) == (None, 4)


def test_the_period_is_the_last_weeks_unless_asked_otherwise():
    today = date(2026, 11, 20)
    period = period_from((None, None), today=today, days=28)
    assert (period.since, period.last, period.until) == (
        date(2026, 10, 24),
        today,
        date(2026, 11, 21),
    )
    turned = period_from((date(2026, 3, 1), date(2026, 2, 1)), today=today, days=28)
    assert (turned.since, turned.last) == (date(2026, 2, 1), date(2026, 3, 1))


def test_spans_run_from_receipt_to_decision():
    assert spans_between([(NOW, NOW + HOUR)]) == [HOUR]
