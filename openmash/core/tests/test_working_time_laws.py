"""The laws of working time, over hours and moments nobody chose; and a slow clock to agree with."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from openmash.core.tests.slow_clock import after_minutes_open, after_working_days, open_during
from openmash.core.working_time import (
    LONDON,
    Allowance,
    HubHours,
    Span,
    Unit,
    deadline,
    next_opening,
    time_left,
    working_time_between,
)

OFFICE = (Span(time(9), time(17)),)
SHORT_FRIDAY = (Span(time(9), time(16, 30)),)
WITH_LUNCH = (Span(time(8, 30), time(12, 30)), Span(time(13, 15), time(18)))
POLICE = (Span(time(8), time(17)),)
ALL_DAY = (Span(time(0), time(0)),)
NIGHTS = (Span(time(0), time(8)), Span(time(20), time(0)))
LATE = (Span(time(14), time(0)),)
SHUT: tuple[Span, ...] = ()

ZONES = [
    UTC,
    LONDON,
    ZoneInfo("America/New_York"),
    ZoneInfo("Asia/Kolkata"),
    timezone(-timedelta(hours=11, minutes=30)),
]

days = st.dates(date(2025, 6, 1), date(2027, 5, 1))
weeks = st.tuples(
    *[st.sampled_from([OFFICE, SHORT_FRIDAY, WITH_LUNCH, POLICE, ALL_DAY, NIGHTS, LATE, SHUT])] * 6,
    st.sampled_from([SHUT, POLICE, ALL_DAY, NIGHTS]),
).filter(lambda week: any(week[:5]))
hub_hours = st.one_of(
    st.just(HubHours((OFFICE,) * 4 + (SHORT_FRIDAY, SHUT, SHUT))),
    st.just(HubHours((POLICE,) * 7, open_on_bank_holidays=True)),
    st.builds(
        HubHours,
        week=weeks,
        open_on_bank_holidays=st.booleans(),
        closed_days=st.frozensets(days, max_size=30),
    ),
)


def near(moment):
    return st.integers(-3000, 3000).map(lambda minutes: moment + timedelta(minutes=minutes))


CLOCKS_GO_FORWARD = datetime(2026, 3, 29, 1, tzinfo=UTC)
CLOCKS_GO_BACK = datetime(2026, 10, 25, 1, tzinfo=UTC)
CHRISTMAS = datetime(2026, 12, 25, tzinfo=UTC)
EASTER = datetime(2026, 4, 4, tzinfo=UTC)

moments = st.one_of(
    st.datetimes(datetime(2025, 6, 1), datetime(2027, 3, 1), timezones=st.just(UTC)).map(
        lambda moment: moment.replace(second=0, microsecond=0)
    ),
    near(CLOCKS_GO_FORWARD),
    near(CLOCKS_GO_BACK),
    near(CHRISTMAS),
    near(EASTER),
)
minutes = st.integers(0, 60 * 60)


def _day(moment):
    return moment.astimezone(LONDON).date()


def hub_allowance(spent, **options):
    return Allowance(Decimal(spent) / 60, Unit.HUB_HOURS, **options)


allowances = st.one_of(
    st.builds(Allowance, st.integers(0, 100), st.just(Unit.ELAPSED_HOURS)),
    st.builds(Allowance, st.integers(0, 60), st.just(Unit.HUB_HOURS)),
    st.builds(
        Allowance,
        st.integers(0, 24),
        st.just(Unit.HUB_HOURS),
        runs_past_closing=st.just(True),
    ),
    st.builds(Allowance, st.integers(0, 20), st.just(Unit.WORKING_DAYS), same_time=st.booleans()),
    st.builds(Allowance, st.integers(0, 50), st.just(Unit.DAYS)),
    st.builds(Allowance, st.integers(1, 10), st.just(Unit.SCHOOL_DAYS), by_opening=st.booleans()),
    st.builds(
        Allowance, st.integers(1, 9), st.just(Unit.WORKING_DAYS), counts_at_once=st.just(True)
    ),
    st.builds(
        Allowance, st.integers(0, 4), st.just(Unit.MONTHS), ends_on_working_day=st.booleans()
    ),
)


@given(moments, allowances, hub_hours, st.sampled_from(ZONES))
def test_the_answer_is_the_same_however_the_moment_was_written(start, allowance, hours, zone):
    due = deadline(start.astimezone(zone), allowance, hours)
    assert due == deadline(start, allowance, hours)
    assert due.tzinfo is UTC


@given(moments, minutes, allowances, hub_hours)
def test_whatever_came_first_is_not_due_later(start, apart, allowance, hours):
    later = start + timedelta(minutes=apart)
    assert deadline(start, allowance, hours) <= deadline(later, allowance, hours)


@given(moments, allowances, st.integers(1, 20), hub_hours)
def test_whoever_has_more_time_is_not_due_sooner(start, allowance, more, hours):
    longer = replace(allowance, amount=allowance.amount + more)
    assert deadline(start, allowance, hours) <= deadline(start, longer, hours)


@given(moments, allowances, hub_hours)
def test_nothing_is_due_before_it_came(start, allowance, hours):
    assert deadline(start, allowance, hours) >= start


@given(moments, minutes, minutes, hub_hours)
def test_spending_hub_hours_in_two_goes_is_the_same_as_one(start, first, then, hours):
    halfway = deadline(start, hub_allowance(first), hours)
    whole = deadline(start, hub_allowance(first + then), hours)
    assert deadline(halfway, hub_allowance(then), hours) == whole


@given(moments, minutes, hub_hours)
def test_hub_hours_never_run_out_while_the_hub_is_shut(start, spent, hours):
    assert hours.is_open_at(deadline(start, hub_allowance(spent), hours))


@given(moments, st.integers(1, 12), st.booleans(), hub_hours)
def test_working_days_end_on_a_working_day_while_the_doors_are_usually_open(
    start, number, same_time, hours
):
    due = deadline(start, Allowance(number, Unit.WORKING_DAYS, same_time), hours)
    usual = HubHours(hours.week, open_on_bank_holidays=hours.open_on_bank_holidays)
    assert usual.is_open_at(due)
    either_side_of_midnight = (due, due - timedelta(seconds=1))
    assert any(usual.is_working_day(_day(each)) for each in either_side_of_midnight)


@given(moments, st.integers(0, 12), st.booleans(), hub_hours)
def test_a_hub_cannot_stretch_a_working_day_by_closing_its_doors(start, number, same_time, hours):
    usual = HubHours(hours.week, open_on_bank_holidays=hours.open_on_bank_holidays)
    allowance = Allowance(number, Unit.WORKING_DAYS, same_time)
    assert deadline(start, allowance, hours) == deadline(start, allowance, usual)


@given(moments, st.integers(1, 12), hub_hours)
def test_the_same_time_is_never_later_than_closing(start, number, hours):
    same_time = Allowance(number, Unit.WORKING_DAYS, same_time=True)
    closing = Allowance(number, Unit.WORKING_DAYS)
    assert deadline(start, same_time, hours) <= deadline(start, closing, hours)


@given(moments, minutes, hub_hours)
def test_a_red_that_runs_on_is_never_due_later_than_one_that_waits(start, spent, hours):
    runs_on = deadline(start, hub_allowance(spent, runs_past_closing=True), hours)
    assert runs_on <= deadline(start, hub_allowance(spent), hours)
    assert runs_on == next_opening(start, hours) + timedelta(minutes=spent)


@given(moments, minutes, hub_hours)
def test_what_was_allowed_is_what_was_spent(start, spent, hours):
    due = deadline(start, hub_allowance(spent), hours)
    assert working_time_between(start, due, hours) == timedelta(minutes=spent)
    assert time_left(start, due, hub_allowance(spent), hours) == timedelta(minutes=spent)


@given(moments, minutes, minutes, hub_hours)
def test_working_time_adds_up_and_reads_backwards(start, first, then, hours):
    middle, end = (start + timedelta(minutes=m) for m in (first, first + then))
    whole = working_time_between(start, end, hours)
    parts = working_time_between(start, middle, hours) + working_time_between(middle, end, hours)
    assert whole == parts
    assert working_time_between(end, start, hours) == -whole


@settings(max_examples=60)
@given(moments, st.integers(1, 40 * 60), hub_hours)
@example(CLOCKS_GO_FORWARD - timedelta(hours=3), 300, HubHours((NIGHTS,) * 7))
@example(CLOCKS_GO_BACK - timedelta(hours=3), 300, HubHours((NIGHTS,) * 7))
def test_hub_hours_agree_with_the_slow_clock(start, spent, hours):
    quick = deadline(start, hub_allowance(spent), hours)
    assert quick == after_minutes_open(start, spent, hours)


@settings(max_examples=40)
@given(moments, st.integers(0, 5), hub_hours)
def test_working_days_agree_with_the_slow_clock(start, number, hours):
    quick = deadline(start, Allowance(number, Unit.WORKING_DAYS), hours)
    assert quick == after_working_days(start, number, hours)


@settings(max_examples=60)
@given(moments, st.integers(0, 4 * 24 * 60), hub_hours)
def test_working_time_between_agrees_with_the_slow_clock(start, apart, hours):
    end = start + timedelta(minutes=apart)
    slow = sum(open_during(start + timedelta(minutes=m), hours) for m in range(apart))
    assert working_time_between(start, end, hours) == timedelta(minutes=slow)


@pytest.mark.parametrize("years", [1, 5])
def test_a_long_allowance_is_no_slower_than_its_days(years):
    hours = HubHours((OFFICE,) * 5 + (SHUT, SHUT))
    start = datetime(2026, 1, 5, 9, tzinfo=UTC)
    due = deadline(start, Allowance(years * 1900, Unit.HUB_HOURS), hours)
    assert working_time_between(start, due, hours) == timedelta(hours=years * 1900)
