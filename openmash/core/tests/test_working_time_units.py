"""School days, months, days that end at an opening or count at once, by example (T17 to T21)."""

from datetime import date, datetime, time

import pytest

from openmash.core.working_time import (
    LONDON,
    Allowance,
    HubHours,
    Nation,
    Span,
    Term,
    Unit,
    deadline,
)

WEEK = ((Span(time(8, 45), time(15, 15)),),) * 5 + ((), ())
HALF_TERM = (
    Term(date(2026, 9, 2), date(2026, 10, 23)),
    Term(date(2026, 11, 2), date(2026, 12, 18)),
)
SCHOOL = HubHours(WEEK, terms=HALF_TERM, closed_days=frozenset({date(2026, 11, 2)}))
HUB = HubHours(((Span(time(9), time(17)),),) * 5 + ((), ()))
NEXT_SCHOOL_MORNING = Allowance(1, Unit.SCHOOL_DAYS, by_opening=True)


def london(year, month, day, hour=0, minute=0):
    return datetime(year, month, day, hour, minute, tzinfo=LONDON)


def due(start, allowance, hours=HUB):
    return deadline(start, allowance, hours).astimezone(LONDON)


@pytest.mark.parametrize(
    ("incident", "told_by"),
    [
        (london(2026, 9, 8, 22), london(2026, 9, 9, 8, 45)),
        (london(2026, 9, 9, 2), london(2026, 9, 9, 8, 45)),
        (london(2026, 9, 9, 8, 45), london(2026, 9, 10, 8, 45)),
        (london(2026, 9, 9, 11), london(2026, 9, 10, 8, 45)),
        (london(2026, 9, 11, 23), london(2026, 9, 14, 8, 45)),
        (london(2026, 10, 23, 20), london(2026, 11, 3, 8, 45)),
    ],
    ids=["evening", "small hours", "as it opens", "in school", "Friday night", "half-term"],
)
def test_the_school_is_told_before_the_start_of_its_next_day(incident, told_by):
    assert due(incident, NEXT_SCHOOL_MORNING, SCHOOL) == told_by


def test_a_day_the_school_closes_of_its_own_accord_is_no_school_day():
    assert not SCHOOL.is_school_day(date(2026, 11, 2))
    assert SCHOOL.is_working_day(date(2026, 11, 2))


def test_where_the_terms_told_of_do_not_reach_any_weekday_is_a_school_day():
    assert due(london(2027, 3, 9, 22), NEXT_SCHOOL_MORNING, SCHOOL) == london(2027, 3, 10, 8, 45)
    assert due(london(2026, 8, 6, 22), NEXT_SCHOOL_MORNING, SCHOOL) == london(2026, 8, 7, 8, 45)


def test_school_days_are_counted_from_the_next_day_school_is_open():
    three = Allowance(3, Unit.SCHOOL_DAYS)
    assert due(london(2026, 10, 22, 10), three, SCHOOL) == london(2026, 11, 4, 15, 15)
    assert due(london(2026, 10, 27, 10), three, SCHOOL) == london(2026, 11, 6, 15, 15)


def test_by_the_close_of_the_next_working_day_counts_from_the_day_it_was_discovered():
    at_once = Allowance(1, Unit.WORKING_DAYS, counts_at_once=True)
    saturday = london(2026, 5, 9, 10)
    assert due(saturday, at_once) == london(2026, 5, 11, 17)
    assert due(saturday, Allowance(1, Unit.WORKING_DAYS)) == london(2026, 5, 12, 17)
    assert due(london(2026, 5, 8, 20), at_once) == london(2026, 5, 11, 17)


def test_working_days_can_end_at_an_opening():
    first_thing = Allowance(2, Unit.WORKING_DAYS, by_opening=True)
    assert due(london(2026, 5, 1, 16), first_thing) == london(2026, 5, 6, 9)


@pytest.mark.parametrize(
    ("received", "answered_by"),
    [
        (london(2026, 9, 3, 10), london(2026, 10, 4)),
        (london(2026, 1, 31, 10), london(2026, 3, 1)),
        (london(2028, 1, 31, 10), london(2028, 3, 1)),
        (london(2026, 12, 15, 10), london(2027, 1, 16)),
    ],
)
def test_a_month_ends_with_the_same_day_of_the_next_or_with_its_last(received, answered_by):
    assert due(received, Allowance(1, Unit.MONTHS)) == answered_by


def test_a_month_that_ends_on_a_day_nobody_works_can_end_on_the_next_working_day():
    month = Allowance(1, Unit.MONTHS, ends_on_working_day=True)
    assert due(london(2026, 11, 25, 10), month) == london(2026, 12, 30)
    assert due(london(2026, 3, 3, 10), month) == london(2026, 4, 8)
    scotland = HubHours(HUB.week, nation=Nation.SCOTLAND)
    assert due(london(2026, 3, 3, 10), month, scotland) == london(2026, 4, 7)


def test_a_bank_holiday_moved_away_is_worked_and_the_day_it_went_to_is_not():
    moved = HubHours(
        HUB.week,
        extra_bank_holidays=frozenset({date(2026, 5, 8)}),
        not_bank_holidays=frozenset({date(2026, 5, 4)}),
    )
    one_day = Allowance(1, Unit.WORKING_DAYS)
    assert due(london(2026, 5, 1, 12), one_day, moved) == london(2026, 5, 4, 17)
    assert due(london(2026, 5, 7, 12), one_day, moved) == london(2026, 5, 11, 17)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"amount": 1, "unit": Unit.DAYS, "by_opening": True}, "at an opening"),
        ({"amount": 0, "unit": Unit.SCHOOL_DAYS, "by_opening": True}, "at an opening"),
        ({"amount": 1, "unit": Unit.HUB_HOURS, "counts_at_once": True}, "count at once"),
        (
            {"amount": 1, "unit": Unit.WORKING_DAYS, "counts_at_once": True, "same_time": True},
            "ends at closing",
        ),
        ({"amount": 1, "unit": Unit.SCHOOL_DAYS, "ends_on_working_day": True}, "carried"),
        ({"amount": 1, "unit": Unit.SCHOOL_DAYS, "same_time": True}, "same time"),
    ],
)
def test_choices_that_mean_nothing_are_refused(wrong, words):
    with pytest.raises(ValueError, match=words):
        Allowance(**wrong)


def test_terms_out_of_order_or_backwards_are_refused():
    with pytest.raises(ValueError, match="in order"):
        HubHours(WEEK, terms=HALF_TERM[::-1])
    with pytest.raises(ValueError, match="cannot end"):
        Term(date(2026, 12, 18), date(2026, 9, 2))


def test_a_month_for_hours_that_open_only_at_weekends_is_not_carried_for_ever():
    weekends = HubHours(((),) * 5 + (WEEK[0], WEEK[0]))
    with pytest.raises(ValueError, match="working day"):
        due(london(2026, 9, 3), Allowance(1, Unit.MONTHS, ends_on_working_day=True), weekends)
