"""The clock engine against answers worked out another way (3.1): they never differ by a minute.

`./run bench clocks` asks the same of a million; here are some thousands, each time others.
"""

from datetime import date
from functools import cache
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from openmash.core.working_time import HubHours, Nation, bank_holidays
from tests.oracle import cases, holidays
from tests.oracle.cases import ASKED_WITHIN, Question, moment, our_answer
from tests.oracle.deadlines import Asked, Oracle
from tests.oracle.minutes import DAY, midnight

CALENDARS = 12
HOURS = st.one_of(st.sampled_from([0, 120, 240, 360, 1440, 4320]), st.integers(0, 3000))
DAYS = st.one_of(st.sampled_from([1, 3, 7, 15, 45]), st.integers(1, 20))
YES_OR_NO = st.booleans()

asked = st.one_of(
    st.builds(Asked, st.just("elapsed_hours"), HOURS),
    st.builds(Asked, st.just("hub_hours"), HOURS, runs_past_closing=YES_OR_NO),
    st.builds(Asked, st.just("working_days"), st.one_of(st.just(0), DAYS), same_time=YES_OR_NO),
    st.builds(Asked, st.just("working_days"), DAYS, counts_at_once=YES_OR_NO),
    st.builds(Asked, st.sampled_from(["school_days", "working_days"]), DAYS, by_opening=YES_OR_NO),
    st.builds(Asked, st.just("school_days"), DAYS, counts_at_once=YES_OR_NO),
    st.builds(Asked, st.just("days"), st.integers(0, 60), ends_on_working_day=YES_OR_NO),
    st.builds(Asked, st.just("months"), st.integers(0, 3), ends_on_working_day=YES_OR_NO),
)
stops = st.lists(st.integers(-600, 9000), max_size=4).map(sorted)


@cache
def calendar(seed: int) -> tuple[date, HubHours, Oracle]:
    keeping, first = cases.a_keeping(Random(seed))
    return first, cases.ours(keeping), cases.oracle_of(keeping, first)


def pauses_at(start: int, stops: list[int]) -> tuple[tuple[int, int], ...]:
    """Return one pause for each two of these, apart from each other."""
    pairs = list(zip(stops[::2], stops[1::2], strict=False))
    return tuple((start + a + n, start + b + n) for n, (a, b) in enumerate(pairs))


@settings(max_examples=1000, deadline=None)
@given(
    st.integers(0, CALENDARS - 1),
    st.integers(0, ASKED_WITHIN),
    st.integers(0, DAY - 1),
    asked,
    stops,
)
@example(0, 100, 0, Asked("working_days", 1), [])
@example(3, 40, 540, Asked("school_days", 1, by_opening=True), [])
@example(5, 200, 1020, Asked("months", 1, ends_on_working_day=True), [60, 3000])
def test_the_engine_and_the_oracle_agree_to_the_minute(seed, days, of_day, allowed, stops):
    first, hours, oracle = calendar(seed)
    start = midnight(date.fromordinal(first.toordinal() + days)) + of_day
    question = Question(start, allowed, pauses_at(start, stops))
    ours, theirs = our_answer(question, hours), oracle.due(start, allowed, question.pauses)
    assert moment(ours) == moment(theirs)


@pytest.mark.parametrize("seed", range(CALENDARS))
def test_they_agree_where_mistakes_are_made(seed):
    """Openings, closings, holidays and changed clocks: as the benchmark asks them."""
    first, hours, oracle = calendar(seed)
    differ = [
        each
        for each in cases.questions(Random(seed), first, oracle, 400)
        if our_answer(each, hours) != oracle.due(each.start, each.asked, each.pauses)
    ]
    assert differ == []


@pytest.mark.parametrize("nation", Nation)
def test_bank_holidays_are_those_of_the_act_the_moon_and_the_proclamations(nation):
    for year in range(2016, 2040):
        assert bank_holidays(nation, year) == holidays.bank_holidays(nation.value, year)


def test_an_engine_that_forgets_a_holiday_is_found_out():
    """The detector's own fault: the same hours without the days proclaimed."""
    found = 0
    for seed in range(CALENDARS):
        first, hours, oracle = calendar(seed)
        wrong = HubHours(hours.week, nation=Nation.SCOTLAND, closed_days=hours.closed_days)
        found += sum(
            our_answer(each, wrong) != oracle.due(each.start, each.asked, each.pauses)
            for each in cases.questions(Random(seed), first, oracle, 60)
        )
    assert found > 0
