"""A pause gives back what it took, in the unit of what was paused, and no more."""

from datetime import datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from openmash.core.tests.test_working_time import HUB, POLICE, london
from openmash.core.tests.test_working_time_laws import allowances, hub_allowance, hub_hours, moments
from openmash.core.working_time import (
    LONDON,
    Allowance,
    Pause,
    Unit,
    deadline,
    working_time_between,
)

gaps = st.integers(0, 12_000)
FOUR_HUB_HOURS = Allowance(4, Unit.HUB_HOURS)
MONDAY, TUESDAY = london(2026, 5, 11), london(2026, 5, 12)


def at(day: datetime, hour: int, minute: int = 0) -> datetime:
    return day.replace(hour=hour, minute=minute)


def due(start, allowance, *pauses, hours=HUB):
    spans = [Pause(*each) for each in pauses]
    return deadline(start, allowance, hours, spans).astimezone(LONDON)


def test_elapsed_hours_move_by_what_went_by():
    four = Allowance(4, Unit.ELAPSED_HOURS)
    paused = (at(MONDAY, 10), at(TUESDAY, 9))
    assert due(at(MONDAY, 9), four, paused) == at(TUESDAY, 12)


def test_hub_hours_move_by_what_was_open_and_a_night_gives_nothing():
    overnight = (at(MONDAY, 16), at(TUESDAY, 10))
    assert due(at(MONDAY, 14), FOUR_HUB_HOURS, overnight) == at(TUESDAY, 12)
    asleep = (at(MONDAY, 18), at(TUESDAY, 8))
    assert due(at(MONDAY, 14), FOUR_HUB_HOURS, asleep) == due(at(MONDAY, 14), FOUR_HUB_HOURS)


def test_working_days_move_by_the_days_that_ended_meanwhile():
    three = Allowance(3, Unit.WORKING_DAYS)
    week = (at(MONDAY, 12), london(2026, 5, 14, 12))
    assert due(london(2026, 5, 8, 10), three) == london(2026, 5, 13, 17)
    assert due(london(2026, 5, 8, 10), three, week) == london(2026, 5, 18, 17)
    within_a_day = (at(MONDAY, 9), at(MONDAY, 16))
    assert due(london(2026, 5, 8, 10), three, within_a_day) == london(2026, 5, 13, 17)


def test_a_weekend_gives_working_days_nothing():
    one = Allowance(1, Unit.WORKING_DAYS)
    weekend = (london(2026, 5, 8, 18), london(2026, 5, 11, 8))
    assert due(london(2026, 5, 8, 10), one, weekend) == at(MONDAY, 17)


def test_days_and_months_move_by_the_midnights_that_passed():
    paused = (london(2026, 5, 10, 12), london(2026, 5, 13, 12))
    assert due(london(2026, 5, 6, 10), Allowance(8, Unit.DAYS), paused) == london(2026, 5, 18)
    assert due(london(2026, 5, 6, 10), Allowance(1, Unit.MONTHS), paused) == london(2026, 6, 10)


def test_a_red_that_runs_on_had_not_begun_before_the_doors_opened():
    red = Allowance(4, Unit.HUB_HOURS, runs_past_closing=True)
    before_opening = (at(MONDAY, 7), at(MONDAY, 8))
    assert due(at(MONDAY, 6), red, before_opening) == at(MONDAY, 13)
    astride = (at(MONDAY, 8), at(MONDAY, 10))
    assert due(at(MONDAY, 6), red, astride) == at(MONDAY, 14)


def test_a_pause_begun_when_the_time_was_up_cures_nothing():
    late = (at(MONDAY, 14), at(TUESDAY, 14))
    assert due(at(MONDAY, 9), FOUR_HUB_HOURS, late) == at(MONDAY, 13)


def test_several_pauses_each_give_back_their_own():
    first, second = (at(MONDAY, 10), at(MONDAY, 11)), (at(MONDAY, 12), at(MONDAY, 14))
    assert due(at(MONDAY, 9), FOUR_HUB_HOURS, first, second) == at(MONDAY, 16)


def test_pauses_out_of_order_or_backwards_are_refused():
    first, second = (at(MONDAY, 10), at(MONDAY, 12)), (at(MONDAY, 11), at(MONDAY, 13))
    with pytest.raises(ValueError, match="in order"):
        due(at(MONDAY, 9), FOUR_HUB_HOURS, first, second)
    with pytest.raises(ValueError, match="before it was paused"):
        Pause(at(MONDAY, 12), at(MONDAY, 11))


@given(moments, allowances, gaps, gaps, hub_hours)
def test_a_pause_never_makes_anything_due_sooner(start, allowance, after, length, hours):
    pause = _pause(start, after, length)
    assert deadline(start, allowance, hours, [pause]) >= deadline(start, allowance, hours)


@given(moments, allowances, gaps, gaps, hub_hours)
def test_what_was_paused_in_time_is_not_late_the_moment_it_goes_on(
    start, allowance, after, length, hours
):
    pause = _pause(start, after, length)
    assume(allowance.amount and pause.paused_at < deadline(start, allowance, hours))
    assert deadline(start, allowance, hours, [pause]) > pause.resumed_at or not length


@given(moments, st.integers(1, 3000), gaps, gaps, hub_hours)
def test_the_open_time_spent_outside_the_pause_is_what_was_allowed(
    start, allowed, after, length, hours
):
    pause = _pause(start, after, length)
    assume(pause.paused_at < deadline(start, hub_allowance(allowed), hours))
    end = deadline(start, hub_allowance(allowed), hours, [pause])
    stood_still = working_time_between(pause.paused_at, pause.resumed_at, hours)
    assert working_time_between(start, end, hours) - stood_still == timedelta(minutes=allowed)


@given(moments, allowances, gaps, gaps, gaps, hub_hours)
def test_two_pauses_that_meet_are_one(start, allowance, after, length, more, hours):
    first = _pause(start, after, length)
    second = Pause(first.resumed_at, first.resumed_at + timedelta(minutes=more))
    whole = Pause(first.paused_at, second.resumed_at)
    assert deadline(start, allowance, hours, [first, second]) == deadline(
        start, allowance, hours, [whole]
    )


def _pause(start: datetime, after: int, length: int) -> Pause:
    paused_at = start + timedelta(minutes=after)
    return Pause(paused_at, paused_at + timedelta(minutes=length))


def test_a_hub_open_every_day_gives_back_its_weekend():
    weekend = (london(2026, 5, 9, 9), london(2026, 5, 10, 9))
    assert due(london(2026, 5, 9, 8), FOUR_HUB_HOURS, weekend, hours=POLICE) == london(
        2026, 5, 10, 12
    )
