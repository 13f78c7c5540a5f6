"""The ladder: every clock, each rung once, in the time the clock is counted in (A6.3)."""

from datetime import timedelta

import pytest

from openmash.accounts.selectors import job_viewer
from openmash.audit.models import AuditEvent
from openmash.core.facts import forget_listeners, when
from openmash.governance.facts import RungsReached
from openmash.governance.models import ClockRung, Task
from openmash.governance.services import climb_ladders, pause_clock, resume_clock, stop_clock
from openmash.governance.terms import ClockKind, Track
from openmash.governance.tests.test_pausing import PRODUCT
from openmash.governance.tests.timing import london, started, with_clocks

MONDAY = london(2026, 11, 16, 10)


@pytest.fixture
def heard():
    forget_listeners()
    news: list[RungsReached] = []
    when(RungsReached, news.append)
    yield news
    forget_listeners()


@pytest.fixture
def climb(cast, heard):
    viewer = job_viewer([cast.hub], name="Time limits")

    def run(at):
        reached = climb_ladders(by=viewer, hub_id=cast.hub.id, at=at)
        return [(each.rung, each.tells) for each in reached]

    return run


def test_each_rung_is_climbed_once_and_says_whom_it_tells(cast, climb, heard):
    started(cast, ClockKind.PRODUCT, MONDAY, rating="red")  # four elapsed hours
    assert climb(MONDAY + timedelta(hours=1.9)) == []
    assert climb(MONDAY + timedelta(hours=2)) == [(1, "owner")]
    assert climb(MONDAY + timedelta(hours=2)) == []
    assert climb(MONDAY + timedelta(hours=3.5)) == [(2, "agency_lead")]
    assert climb(MONDAY + timedelta(hours=4)) == [(3, "hub_manager")]
    assert climb(MONDAY + timedelta(days=4)) == []
    assert len(heard) == 3
    assert ClockRung.objects.count() == 3


def test_what_runs_late_climbs_every_rung_it_missed_in_one_telling(cast, climb, heard):
    started(cast, ClockKind.SCREENING, MONDAY)
    started(cast, ClockKind.STRATEGY_DISCUSSION, MONDAY)
    assert len(climb(MONDAY + timedelta(days=3))) == 6
    (news,) = heard
    assert ClockRung.objects.filter(climb_id=news.climb_id).count() == 6


def test_open_time_counts_and_a_night_is_nobodys_delay(cast, climb):
    started(cast, ClockKind.SCREENING, london(2026, 11, 16, 16))  # due on Tuesday at noon
    assert climb(london(2026, 11, 17, 9)) == []
    assert climb(london(2026, 11, 17, 10)) == [(1, "owner")]


def test_a_weekend_is_nobodys_delay_in_working_days(cast, climb):
    friday = london(2026, 11, 20, 16)
    started(cast, ClockKind.RECEIPT, friday, track=Track.CHILD_EN)  # due on Monday at five
    assert climb(london(2026, 11, 23, 9)) == []
    assert climb(london(2026, 11, 23, 12, 30)) == [(1, "owner")]


def test_what_stands_still_climbs_nothing_and_goes_on_from_where_it_was(cast, climb):
    with_clocks(cast, PRODUCT)
    clock = started(cast, ClockKind.PRODUCT, MONDAY, rating="red")
    pause_clock(by=cast.fay, clock=clock, reason="court", at=MONDAY + timedelta(hours=1))
    assert climb(london(2026, 11, 16, 16)) == []
    resume_clock(by=cast.fay, clock=clock, at=london(2026, 11, 16, 16))
    assert climb(london(2026, 11, 16, 16, 30)) == []
    assert climb(london(2026, 11, 16, 17)) == [(1, "owner")]


def test_the_managers_rung_is_a_task_that_ends_when_the_clock_stops(cast, climb):
    clock = started(cast, ClockKind.STRATEGY_DISCUSSION, MONDAY)
    late = MONDAY + timedelta(days=3)
    climb(late)
    task = Task.objects.get(kind="time_up_strategy_discussion")
    assert task.words == "The time limit “Strategy discussion” has passed."
    assert (task.needs_power, task.about_id) == ("direct", clock.about_id)
    stop_clock(
        about_id=clock.about_id, kind=ClockKind.STRATEGY_DISCUSSION, at=late, reason="volume"
    )
    assert Task.objects.get(id=task.id).done_at == late


def test_an_indicative_target_is_never_told_as_a_breach(cast, climb):
    started(cast, ClockKind.ADULT_PLAN, MONDAY, track=Track.ADULT_EN)
    climb(MONDAY + timedelta(days=30))
    words = Task.objects.get(kind="time_up_adult_plan").words
    assert words == "The indicative target “Adult planning discussion” has passed."


def test_an_agencys_reply_has_reminders_of_its_own(cast, climb):
    started(cast, ClockKind.REQUEST_RETURN, MONDAY, rating="red")
    assert climb(MONDAY + timedelta(days=3)) == []


def test_every_rung_leaves_a_footprint(cast, climb):
    clock = started(cast, ClockKind.SCREENING, MONDAY)
    climb(MONDAY + timedelta(days=3))
    acts = AuditEvent.objects.filter(action="clock.rung_reached", subject_id=clock.id)
    assert sorted(each.details["rung"] for each in acts) == [1, 2, 3]


def test_another_hubs_clocks_are_left_to_its_own_job(cast, climb):
    theirs = started(cast, ClockKind.SCREENING, MONDAY)
    type(theirs).objects.filter(id=theirs.id).update(hub_id=cast.elsewhere.id)
    assert climb(MONDAY + timedelta(days=3)) == []


@pytest.mark.parametrize("clocks", [3, 12])
def test_a_climb_costs_the_same_however_many_clocks(
    cast, climb, clocks, django_assert_max_num_queries
):
    for _each in range(clocks):
        started(cast, ClockKind.SCREENING, MONDAY)
    climb(MONDAY)
    with django_assert_max_num_queries(14):  # four of them savepoints
        assert len(climb(MONDAY + timedelta(days=3))) == clocks * 3
