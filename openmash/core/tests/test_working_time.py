"""Deadlines as a practitioner would check them, on the wall clock of the hub."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest

from openmash.core.working_time import (
    LONDON,
    Allowance,
    HubHours,
    Nation,
    Span,
    Unit,
    bank_holidays,
    deadline,
    next_opening,
    time_left,
    working_time_between,
)

OFFICE = (Span(time(9), time(17)),)
SHORT_FRIDAY = (Span(time(9), time(16, 30)),)
ALL_DAY = (Span(time(0), time(0)),)
SHUT: tuple[Span, ...] = ()

HUB = HubHours((OFFICE,) * 5 + (SHUT, SHUT))
POLICE = HubHours(((Span(time(8), time(17)),),) * 7, open_on_bank_holidays=True)
ALWAYS = HubHours((ALL_DAY,) * 7, open_on_bank_holidays=True)

FOUR_HOURS = Allowance(4, Unit.ELAPSED_HOURS)
FOUR_HUB_HOURS = Allowance(4, Unit.HUB_HOURS)
ONE_WORKING_DAY = Allowance(1, Unit.WORKING_DAYS)


def london(year, month, day, hour=0, minute=0):
    return datetime(year, month, day, hour, minute, tzinfo=LONDON)


def due(start, allowance, hours=HUB):
    return deadline(start, allowance, hours).astimezone(LONDON)


def test_friday_afternoon_before_a_bank_holiday_is_due_on_tuesday():
    friday = london(2026, 5, 1, 16, 50)
    assert due(friday, FOUR_HOURS) == london(2026, 5, 1, 20, 50)
    assert due(friday, FOUR_HUB_HOURS) == london(2026, 5, 5, 12, 50)
    assert due(friday, ONE_WORKING_DAY) == london(2026, 5, 5, 17)
    assert due(friday, Allowance(3, Unit.WORKING_DAYS)) == london(2026, 5, 7, 17)


def test_received_after_closing_counts_from_the_next_opening():
    evening = london(2026, 5, 6, 20, 0)
    assert due(evening, FOUR_HUB_HOURS) == london(2026, 5, 7, 13)
    assert due(evening, ONE_WORKING_DAY) == london(2026, 5, 8, 17)


def test_received_before_opening_counts_from_that_opening():
    assert due(london(2026, 5, 6, 7), ONE_WORKING_DAY) == london(2026, 5, 7, 17)


def test_received_at_the_moment_of_closing_is_received_that_day():
    assert due(london(2026, 5, 6, 17), ONE_WORKING_DAY) == london(2026, 5, 7, 17)


def test_a_policy_may_say_the_same_time_in_place_of_closing():
    same_time = Allowance(1, Unit.WORKING_DAYS, same_time=True)
    assert due(london(2026, 5, 6, 10, 20), same_time) == london(2026, 5, 7, 10, 20)
    assert due(london(2026, 5, 6, 20), same_time) == london(2026, 5, 8, 9)


def test_the_same_time_after_an_early_closing_is_that_closing():
    hours = HubHours((OFFICE,) * 4 + (SHORT_FRIDAY, SHUT, SHUT))
    same_time = Allowance(1, Unit.WORKING_DAYS, same_time=True)
    assert due(london(2026, 5, 7, 16, 50), same_time, hours) == london(2026, 5, 8, 16, 30)


def test_a_red_runs_on_past_closing_once_started_inside_hours():
    red = Allowance(4, Unit.HUB_HOURS, runs_past_closing=True)
    assert due(london(2026, 5, 6, 15), red) == london(2026, 5, 6, 19)
    assert due(london(2026, 5, 6, 19), red) == london(2026, 5, 7, 13)


def test_a_hub_open_seven_days_still_counts_the_laws_working_days():
    saturday = london(2026, 5, 9, 10)
    assert due(saturday, FOUR_HUB_HOURS, POLICE) == london(2026, 5, 9, 14)
    assert due(saturday, ONE_WORKING_DAY, POLICE) == london(2026, 5, 11, 17)


def test_a_hub_open_on_bank_holidays_works_through_them():
    bank_holiday = london(2026, 5, 4, 15)
    assert due(bank_holiday, FOUR_HUB_HOURS, POLICE) == london(2026, 5, 5, 10)
    assert due(bank_holiday, FOUR_HUB_HOURS, HUB) == london(2026, 5, 5, 13)


def test_a_day_the_hub_closes_stops_hub_hours_and_no_statutory_clock():
    hours = HubHours(HUB.week, closed_days=frozenset({date(2026, 5, 7)}))
    wednesday = london(2026, 5, 6, 15)
    assert due(wednesday, FOUR_HUB_HOURS, hours) == london(2026, 5, 8, 11)
    assert due(wednesday, ONE_WORKING_DAY, hours) == london(2026, 5, 7, 17)


def test_a_bank_holiday_proclaimed_too_late_for_the_calendar_stops_both():
    hours = HubHours(HUB.week, extra_bank_holidays=frozenset({date(2026, 5, 7)}))
    wednesday = london(2026, 5, 6, 15)
    assert due(wednesday, FOUR_HUB_HOURS, hours) == london(2026, 5, 8, 11)
    assert due(wednesday, ONE_WORKING_DAY, hours) == london(2026, 5, 8, 17)


def test_calendar_days_end_at_midnight():
    assert due(london(2026, 5, 6, 15), Allowance(8, Unit.DAYS)) == london(2026, 5, 15, 0)


def test_a_day_of_hub_hours_ends_at_closing_and_not_at_the_next_opening():
    assert due(london(2026, 5, 6, 9), Allowance(8, Unit.HUB_HOURS)) == london(2026, 5, 6, 17)
    assert due(london(2026, 5, 6, 17), Allowance(0, Unit.HUB_HOURS)) == london(2026, 5, 6, 17)


def test_fractions_of_an_hour_are_counted_exactly():
    assert due(london(2026, 5, 6, 9), Allowance(Decimal("1.25"), Unit.HUB_HOURS)) == london(
        2026, 5, 6, 10, 15
    )


def test_elapsed_hours_are_hours_when_the_clocks_go_forward():
    start = london(2026, 3, 28, 23, 30)
    assert due(start, FOUR_HOURS) == london(2026, 3, 29, 4, 30)
    assert deadline(start, FOUR_HOURS, HUB) - start.astimezone(UTC) == timedelta(hours=4)


def test_elapsed_hours_are_hours_when_the_clocks_go_back():
    start = london(2026, 10, 24, 23, 30)
    assert due(start, FOUR_HOURS) == london(2026, 10, 25, 2, 30)


def test_a_hub_that_never_shuts_works_25_hours_when_the_clocks_go_back():
    sunday, monday = london(2026, 10, 25), london(2026, 10, 26)
    assert working_time_between(sunday, monday, ALWAYS) == timedelta(hours=25)
    assert due(london(2026, 10, 25, 0, 30), FOUR_HUB_HOURS, ALWAYS) == london(2026, 10, 25, 3, 30)


def test_a_hub_that_never_shuts_works_23_hours_when_the_clocks_go_forward():
    sunday, monday = london(2026, 3, 29), london(2026, 3, 30)
    assert working_time_between(sunday, monday, ALWAYS) == timedelta(hours=23)
    assert due(london(2026, 3, 29, 0, 30), FOUR_HUB_HOURS, ALWAYS) == london(2026, 3, 29, 5, 30)


@pytest.mark.parametrize(
    ("before", "moved"),
    [
        (london(2020, 5, 7, 12), date(2020, 5, 8)),
        (london(2022, 6, 1, 12), date(2022, 6, 2)),
        (london(2022, 6, 1, 12), date(2022, 6, 3)),
        (london(2022, 9, 16, 12), date(2022, 9, 19)),
        (london(2023, 5, 5, 12), date(2023, 5, 8)),
    ],
)
def test_moved_and_single_bank_holidays_are_known(before, moved):
    assert moved in bank_holidays(Nation.ENGLAND, moved.year)
    assert due(before, ONE_WORKING_DAY).date() > moved


def test_a_bank_holiday_that_moved_away_is_an_ordinary_day():
    assert due(london(2020, 5, 1, 12), ONE_WORKING_DAY) == london(2020, 5, 4, 17)
    assert due(london(2022, 5, 27, 12), ONE_WORKING_DAY) == london(2022, 5, 30, 17)


def test_the_jubilee_weekend_was_four_days():
    assert due(london(2022, 6, 1, 12), ONE_WORKING_DAY) == london(2022, 6, 6, 17)


def test_each_nation_keeps_its_own_bank_holidays():
    st_andrews_eve = london(2026, 11, 27, 12)
    scotland = HubHours(HUB.week, nation=Nation.SCOTLAND)
    assert due(st_andrews_eve, ONE_WORKING_DAY, HUB) == london(2026, 11, 30, 17)
    assert due(st_andrews_eve, ONE_WORKING_DAY, scotland) == london(2026, 12, 1, 17)
    assert date(2026, 3, 17) in bank_holidays(Nation.NORTHERN_IRELAND, 2026)


def test_time_left_is_told_in_the_terms_of_the_allowance():
    now, friday_close = london(2026, 5, 7, 16), london(2026, 5, 8, 17)
    assert time_left(now, friday_close, ONE_WORKING_DAY, HUB) == timedelta(hours=9)
    assert time_left(now, friday_close, FOUR_HOURS, HUB) == timedelta(hours=25)


def test_time_left_goes_below_nought_when_late():
    assert time_left(
        london(2026, 5, 8, 11), london(2026, 5, 7, 16), FOUR_HUB_HOURS, HUB
    ) == -timedelta(hours=3)


def test_a_red_running_past_closing_has_time_left_in_the_evening():
    red = Allowance(4, Unit.HUB_HOURS, runs_past_closing=True)
    started = london(2026, 5, 6, 15)
    assert time_left(london(2026, 5, 6, 18), deadline(started, red, HUB), red, HUB) == timedelta(
        hours=1
    )


def test_the_next_opening_after_christmas_skips_every_day_off():
    assert next_opening(london(2026, 12, 24, 18), HUB) == london(2026, 12, 29, 9)


def test_a_moment_with_no_zone_is_refused():
    with pytest.raises(ValueError, match="which zone"):
        deadline(datetime(2026, 5, 1, 9), FOUR_HOURS, HUB)
    with pytest.raises(ValueError, match="which zone"):
        time_left(datetime(2026, 5, 1, 9), london(2026, 5, 1, 10), FOUR_HOURS, HUB)


@pytest.mark.parametrize("amount", [-1, Decimal("-0.5"), Decimal("NaN"), Decimal("Infinity")])
def test_an_allowance_below_nought_or_beyond_counting_is_refused(amount):
    with pytest.raises(ValueError, match="nought or more"):
        Allowance(amount, Unit.ELAPSED_HOURS)


def test_half_a_working_day_is_refused():
    with pytest.raises(ValueError, match="counted whole"):
        Allowance(Decimal("1.5"), Unit.WORKING_DAYS)


def test_options_that_mean_nothing_are_refused():
    with pytest.raises(ValueError, match="same time"):
        Allowance(4, Unit.ELAPSED_HOURS, same_time=True)
    with pytest.raises(ValueError, match="run on past closing"):
        Allowance(1, Unit.WORKING_DAYS, runs_past_closing=True)


def test_hours_that_never_open_are_refused():
    with pytest.raises(ValueError, match="never open"):
        HubHours((SHUT,) * 7)


def test_a_week_of_other_than_seven_days_is_refused():
    with pytest.raises(ValueError, match="seven days"):
        HubHours((OFFICE,) * 5)


def test_working_days_for_a_hub_that_opens_only_at_weekends_are_refused():
    weekends = HubHours((SHUT,) * 5 + (OFFICE, OFFICE))
    with pytest.raises(ValueError, match="working day"):
        deadline(london(2026, 5, 6, 9), ONE_WORKING_DAY, weekends)


def test_hours_that_overlap_or_run_backwards_are_refused():
    with pytest.raises(ValueError, match="cannot close"):
        Span(time(17), time(9))
    with pytest.raises(ValueError, match="overlap"):
        HubHours(((Span(time(9), time(13)), Span(time(12), time(17))), *[SHUT] * 6))
    with pytest.raises(ValueError, match="overlap"):
        HubHours(((Span(time(9), time(0)), Span(time(12), time(17))), *[SHUT] * 6))


def test_no_hub_opens_or_closes_in_the_hour_the_clocks_change():
    with pytest.raises(ValueError, match="clocks change"):
        Span(time(1, 30), time(9))
    with pytest.raises(ValueError, match="clocks change"):
        Span(time(0), time(1))
