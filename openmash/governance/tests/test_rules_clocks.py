"""Which clock applies, when it runs out, and what a new rating does to it."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openmash.core.working_time import LONDON
from openmash.governance.rules import (
    check_document,
    clock_terms,
    due_at,
    is_raised,
    load_preset,
    re_rated_due,
)
from openmash.governance.terms import ClockKind, Force, Track
from openmash.governance.tests.policies import small_policy, welsh_policy


def london(year, month, day, hour=0, minute=0):
    return datetime(year, month, day, hour, minute, tzinfo=LONDON)


def due(policy, kind, start, **about):
    terms = clock_terms(policy, kind, **about)
    assert terms is not None
    return due_at(terms, start, policy).astimezone(LONDON)


def test_a_clock_the_policy_does_not_have_is_none():
    policy = check_document(small_policy())
    assert clock_terms(policy, ClockKind.PRODUCT, rating="red") is None
    assert clock_terms(policy, ClockKind.RECEIPT, track=Track.DA) is None


def policy_with_four_screening_clocks():
    raw = small_policy()
    plain = {**raw["clocks"][0], "kind": "screening", "track": None, "force": "local"}
    about = [{}, {"rating": "red"}, {"track": "CHILD_EN"}, {"track": "CHILD_EN", "rating": "red"}]
    for number, each in enumerate(about):
        raw["clocks"].append({**plain, **each, "rule": f"number {number}"})
    return check_document(raw)


@pytest.mark.parametrize(
    ("track", "rating", "rule"),
    [
        (None, None, "number 0"),
        (Track.DA, "green", "number 0"),
        (Track.DA, "red", "number 1"),
        (Track.CHILD_EN, None, "number 2"),
        (Track.CHILD_EN, "green", "number 2"),
        (Track.CHILD_EN, "red", "number 3"),
    ],
)
def test_the_most_particular_clock_wins(track, rating, rule):
    policy = policy_with_four_screening_clocks()
    terms = clock_terms(policy, ClockKind.SCREENING, track, rating)
    assert terms is not None
    assert terms.rule == rule


def test_a_clock_for_the_track_outranks_one_for_the_rating():
    raw = small_policy()
    plain = {**raw["clocks"][0], "kind": "screening", "track": None, "force": "local"}
    raw["clocks"].append({**plain, "rating": "red", "rule": "colour"})
    raw["clocks"].append({**plain, "track": "CHILD_EN", "rule": "law"})
    terms = clock_terms(check_document(raw), ClockKind.SCREENING, Track.CHILD_EN, "red")
    assert terms is not None
    assert terms.rule == "law"


def test_an_agencys_reply_can_be_timed_on_its_own_hours():
    policy = load_preset("lancashire")
    terms = clock_terms(policy, ClockKind.SCREENING)
    assert terms is not None
    saturday = london(2026, 5, 9, 10)
    assert due_at(terms, saturday, policy).astimezone(LONDON) == london(2026, 5, 9, 14)
    on_hub_hours = due_at(terms, saturday, policy, calendar="hub")
    assert on_hub_hours.astimezone(LONDON) == london(2026, 5, 11, 13)


def test_an_adults_enquiry_in_wales_has_seven_working_days():
    policy = check_document(welsh_policy())
    received = london(2026, 5, 1, 16, 50)
    assert due(policy, ClockKind.S126, received, track=Track.ADULT_WAL) == london(2026, 5, 13, 17)


def test_next_actions_for_a_child_in_wales_are_recorded_in_one_working_day():
    policy = check_document(welsh_policy())
    received = london(2026, 5, 1, 16, 50)
    assert due(policy, ClockKind.CHILD_WAL, received, track=Track.CHILD_WAL) == london(
        2026, 5, 5, 17
    )


def test_welsh_clocks_are_statutory():
    policy = check_document(welsh_policy())
    assert {clock.force for clock in policy.clocks} == {Force.STATUTORY}


NOON = london(2026, 5, 6, 12)
moments = st.integers(-5000, 5000).map(lambda minutes: NOON + timedelta(minutes=minutes))


@given(moments, moments)
def test_a_raised_rating_never_gives_longer(old, new):
    assert re_rated_due(old, new, raised=True) == min(old, new)


@given(moments, moments)
def test_a_lowered_rating_never_gives_longer_without_a_reason(old, new):
    assert re_rated_due(old, new, raised=False) == old
    assert re_rated_due(old, new, raised=False, reason_to_extend="  ") == old


@given(moments, moments)
def test_a_lowered_rating_with_a_reason_never_gives_less(old, new):
    extended = re_rated_due(old, new, raised=False, reason_to_extend="Risk has passed.")
    assert extended == max(old, new)


def test_green_raised_to_red_on_the_second_day_is_due_four_hours_later():
    policy = load_preset("london")
    started, raised_at = london(2026, 5, 5, 10), london(2026, 5, 6, 11)
    old = due(policy, ClockKind.PRODUCT, started, rating="green")
    new = due(policy, ClockKind.PRODUCT, raised_at, rating="red")
    assert is_raised(policy, old="green", new="red")
    assert re_rated_due(old, new, raised=True) == london(2026, 5, 6, 15)


def test_amber_raised_to_red_just_before_closing_keeps_the_earlier_time():
    policy = load_preset("london")
    started, raised_at = london(2026, 5, 5, 10), london(2026, 5, 6, 16)
    old = due(policy, ClockKind.PRODUCT, started, rating="amber")
    new = due(policy, ClockKind.PRODUCT, raised_at, rating="red")
    assert re_rated_due(old, new, raised=True) == old == london(2026, 5, 6, 17)
