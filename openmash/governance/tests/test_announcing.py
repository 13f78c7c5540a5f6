"""A holiday announced late: open clocks are counted again, and each keeps its old due time."""

from datetime import date, timedelta

import pytest

from openmash.audit.models import AuditEvent, StatedReason
from openmash.core.facts import forget_listeners, when
from openmash.core.refusals import NotHere
from openmash.governance.facts import ClocksMoved
from openmash.governance.models import AnnouncedDay, Clock, ClockMove, Task
from openmash.governance.rules import load_preset
from openmash.governance.selectors import latest_policy, policy_for, policy_in_force
from openmash.governance.services import (
    CannotAnnounce,
    announce_day,
    pause_clock,
    raise_task,
    resume_clock,
    stop_clock,
)
from openmash.governance.terms import ClockKind, Track
from openmash.governance.terms.clocks import DayKind
from openmash.governance.tests.test_pausing import PRODUCT
from openmash.governance.tests.timing import london, started, with_clocks

THURSDAY = london(2026, 11, 19, 10)
MONDAY = date(2026, 11, 23)
TOLD_AT = london(2026, 11, 20, 9)


@pytest.fixture(autouse=True)
def _nobody_listens():
    forget_listeners()
    yield
    forget_listeners()


@pytest.fixture
def receipt(cast):
    return started(
        cast,
        ClockKind.RECEIPT,
        london(2026, 11, 20, 10),
        about_kind="contact",
        track=Track.CHILD_EN,
    )


def holiday(cast, **changed):
    told = {
        "by": cast.maya,
        "hub_id": cast.hub.id,
        "day": MONDAY,
        "kind": DayKind.BANK_HOLIDAY,
        "nation": "ENG",
        "why": "Proclaimed on Thursday.",
        "at": TOLD_AT,
    }
    return announce_day(**told | changed)


def test_an_open_clock_is_due_later_and_keeps_its_old_due_time_with_the_reason(cast, receipt):
    assert receipt.due_at == london(2026, 11, 23, 17)
    assert holiday(cast).moved == 1
    receipt.refresh_from_db()
    assert receipt.due_at == london(2026, 11, 24, 17)
    assert receipt.first_due_at == london(2026, 11, 23, 17)
    move = ClockMove.objects.get(clock=receipt)
    assert (move.was_due_at, move.due_at) == (london(2026, 11, 23, 17), london(2026, 11, 24, 17))
    assert move.why == "23 November 2026: A bank holiday. Proclaimed on Thursday."
    assert move.moved_by == "Maya Lund"


def test_it_is_recorded_with_the_reason_and_how_many_it_moved(cast, receipt):
    told = holiday(cast)
    act = AuditEvent.objects.get(action="day.announced")
    assert act.subject_id == told.day.id
    assert act.details == {"kind": "bank_holiday", "of": "ENG", "clocks_moved": 1}
    assert StatedReason.objects.get(event_id=act.id).words == "Proclaimed on Thursday."


def test_what_has_stopped_what_counts_hours_and_what_is_due_before_are_left_alone(cast):
    hours = started(cast, ClockKind.PRODUCT, THURSDAY, rating="red")
    before = started(cast, ClockKind.ACKNOWLEDGEMENT, london(2026, 11, 18, 10))
    gone = started(cast, ClockKind.RECEIPT, TOLD_AT, track=Track.CHILD_EN)
    stop_clock(about_id=gone.about_id, kind=ClockKind.RECEIPT, at=TOLD_AT + timedelta(hours=1))
    assert holiday(cast, at=TOLD_AT + timedelta(hours=2)).moved == 0
    for each in (hours, before, gone):
        was = each.due_at
        each.refresh_from_db()
        assert each.due_at == was


def test_a_clock_started_afterwards_knows_the_day(cast):
    holiday(cast)
    later = started(cast, ClockKind.RECEIPT, london(2026, 11, 20, 12), track=Track.CHILD_EN)
    assert later.due_at == london(2026, 11, 24, 17)


def test_the_policy_read_once_by_a_process_is_read_again(cast):
    viewer = cast.maya
    assert not policy_for(viewer, cast.hub.id, TOLD_AT).document.calendars[0].extra_bank_holidays
    holiday(cast)
    known = policy_in_force(cast.hub.id, TOLD_AT).document.calendar("hub")
    assert known.extra_bank_holidays == (MONDAY,)
    assert latest_policy(cast.hub.id).document == load_preset("london")


def test_another_hubs_clocks_stay(cast, receipt):
    theirs = started(cast, ClockKind.RECEIPT, london(2026, 11, 20, 10), track=Track.CHILD_EN)
    Clock.objects.filter(id=theirs.id).update(hub_id=cast.elsewhere.id)
    holiday(cast)
    theirs.refresh_from_db()
    assert theirs.due_at == london(2026, 11, 23, 17)


def test_a_holiday_that_moved_away_brings_the_due_time_back(cast):
    christmas_eve = london(2026, 12, 24, 10)
    clock = started(cast, ClockKind.RECEIPT, christmas_eve, track=Track.CHILD_EN)
    assert clock.due_at == london(2026, 12, 29, 17)
    moved_away = {"day": date(2026, 12, 28), "kind": DayKind.NO_BANK_HOLIDAY}
    holiday(cast, **moved_away, at=christmas_eve)
    clock.refresh_from_db()
    assert clock.due_at == london(2026, 12, 28, 17)


def test_the_latest_word_on_a_day_stands(cast, receipt):
    holiday(cast)
    holiday(cast, kind=DayKind.NO_BANK_HOLIDAY, why="It was a rumour.", at=TOLD_AT + timedelta(1))
    receipt.refresh_from_db()
    assert receipt.due_at == london(2026, 11, 23, 17)
    assert [each.why for each in AnnouncedDay.objects.order_by("announced_at")] == [
        "Proclaimed on Thursday.",
        "It was a rumour.",
    ]
    assert ClockMove.objects.filter(clock=receipt).count() == 2


def test_a_day_the_hub_closes_stops_its_own_hours_and_no_statutory_clock(cast, receipt):
    screening = started(cast, ClockKind.SCREENING, london(2026, 11, 20, 15))
    assert screening.due_at == london(2026, 11, 23, 11)
    told = {"kind": DayKind.CLOSED, "nation": "", "calendar": "hub", "why": "No heating."}
    assert holiday(cast, **told).moved == 1
    for each in (screening, receipt):
        each.refresh_from_db()
    assert screening.due_at == london(2026, 11, 24, 11)
    assert receipt.due_at == london(2026, 11, 23, 17)
    holiday(cast, **told | {"kind": DayKind.OPEN, "why": "Mended."}, at=TOLD_AT + timedelta(1))
    screening.refresh_from_db()
    assert screening.due_at == london(2026, 11, 23, 11)


def test_a_clock_that_stood_still_is_counted_again_with_what_it_stood_still_for(cast):
    working_day = {"amount": 1, "unit": "working_days"}
    with_clocks(cast, PRODUCT | {"allowance": working_day})
    clock = started(cast, ClockKind.PRODUCT, london(2026, 11, 18, 10), rating="red")
    pause_clock(by=cast.fay, clock=clock, reason="court", at=london(2026, 11, 18, 12))
    resume_clock(by=cast.fay, clock=clock, at=london(2026, 11, 20, 8))
    assert (clock.due_at, clock.gross_due_at) == (
        london(2026, 11, 20, 17),
        london(2026, 11, 19, 17),
    )
    holiday(cast, day=date(2026, 11, 20), at=london(2026, 11, 20, 8, 30))
    clock.refresh_from_db()
    assert (clock.due_at, clock.gross_due_at) == (
        london(2026, 11, 23, 17),
        london(2026, 11, 19, 17),
    )


def test_a_due_time_somebody_set_by_hand_is_left_alone(cast, receipt):
    by_hand = london(2026, 11, 23, 12)
    Clock.objects.filter(id=receipt.id).update(due_at=by_hand)
    assert holiday(cast).moved == 0
    receipt.refresh_from_db()
    assert receipt.due_at == by_hand


def test_tasks_follow_and_the_rooms_with_a_copy_are_told(cast, receipt):
    heard: list[ClocksMoved] = []
    when(ClocksMoved, heard.append)
    raise_task(
        hub_id=cast.hub.id,
        kind="check",
        about_kind="contact",
        about_id=receipt.about_id,
        words="Check it.",
        needs_power="keep_record",
        at=THURSDAY,
        due=receipt.due_at,
    )
    holiday(cast)
    assert Task.objects.get(kind="check").due_at == london(2026, 11, 24, 17)
    assert heard == [ClocksMoved(cast.hub.id, ("contact",))]


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"why": "  "}, "Say why"),
        ({"nation": "WLS"}, "Use one of: ENG."),
        ({"kind": DayKind.CLOSED, "nation": "", "calendar": "moon"}, "no calendar “moon”"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_leaves_nothing(cast, receipt, told, words):
    with pytest.raises(CannotAnnounce, match=words):
        holiday(cast, **told)
    assert not AnnouncedDay.objects.exists()
    assert not AuditEvent.objects.filter(action="day.announced").exists()


@pytest.mark.parametrize("who", ["priya", "sam", "tom", "noor", "root"])
def test_only_whoever_keeps_the_policy_announces_a_day(cast, who):
    with pytest.raises(NotHere):
        holiday(cast, by=cast.viewers[who])
