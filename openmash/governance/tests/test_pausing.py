"""A clock stands still only for what its policy allows, and then gives back what it took (A6.1)."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from openmash.audit.models import AuditEvent
from openmash.core.refusals import NotHere, RecordHasMoved
from openmash.governance.models import Clock, ClockMove, ClockPause, Task
from openmash.governance.selectors import policy_in_force
from openmash.governance.services import (
    CannotPause,
    cancel_clock,
    move_clock,
    pause_clock,
    raise_task,
    resume_clock,
    stop_clock,
)
from openmash.governance.terms import ClockKind, Track
from openmash.governance.tests.timing import london, started, with_clocks

PRODUCT = {
    "kind": "product",
    "rating": "red",
    "start": "checks_started",
    "allowance": {"amount": 4, "unit": "hub_hours"},
    "force": "local",
    "may_pause_for": ["police_asked", "court"],
}
MONDAY, TUESDAY = london(2026, 11, 16, 10), london(2026, 11, 17, 10)


@pytest.fixture
def clock(cast):
    with_clocks(cast, PRODUCT)
    return started(cast, ClockKind.PRODUCT, MONDAY, rating="red")


def paused(cast, clock, at=MONDAY + timedelta(hours=1), reason="police_asked"):
    return pause_clock(by=cast.fay, clock=clock, reason=reason, words="DS Hale rang.", at=at)


def test_it_stands_still_and_goes_on_due_later_by_the_open_time_it_stood_still(cast, clock):
    assert clock.due_at == london(2026, 11, 16, 14)
    paused(cast, clock)
    resume_clock(by=cast.fay, clock=clock, at=TUESDAY)
    clock.refresh_from_db()
    assert clock.due_at == london(2026, 11, 17, 13)
    assert (clock.first_due_at, clock.gross_due_at) == (london(2026, 11, 16, 14),) * 2
    assert clock.paused_at is None
    (move,) = ClockMove.objects.all()
    assert (move.was_due_at, move.due_at) == (london(2026, 11, 16, 14), london(2026, 11, 17, 13))
    assert move.why == "It stood still: The police asked the hub to wait."


def test_two_pauses_each_give_back_their_own(cast, clock):
    paused(cast, clock, at=london(2026, 11, 16, 11))
    resume_clock(by=cast.fay, clock=clock, at=london(2026, 11, 16, 12))
    paused(cast, clock, at=london(2026, 11, 16, 13), reason="court")
    resume_clock(by=cast.fay, clock=clock, at=london(2026, 11, 16, 13, 30))
    clock.refresh_from_db()
    assert clock.due_at == london(2026, 11, 16, 15, 30)
    assert clock.gross_due_at == london(2026, 11, 16, 14)
    assert ClockPause.objects.filter(clock=clock).count() == 2


def test_both_acts_leave_their_footprint(cast, clock):
    paused(cast, clock)
    resume_clock(by=cast.fay, clock=clock, at=TUESDAY)
    acts = AuditEvent.objects.filter(action__startswith="clock.").order_by("at")
    assert [each.action for each in acts] == ["clock.paused", "clock.resumed"]
    assert {each.subject_id for each in acts} == {clock.id}
    assert acts[0].details["reason"] == "police_asked"
    (pause,) = ClockPause.objects.all()
    assert (pause.paused_by, pause.resumed_by) == ("Fay Morgan", "Fay Morgan")


def test_the_receipt_clock_is_set_by_statute_and_stands_still_for_nobody(cast):
    receipt = started(cast, ClockKind.RECEIPT, MONDAY, about_kind="contact", track=Track.CHILD_EN)
    with pytest.raises(CannotPause) as refused:
        paused(cast, receipt)
    assert "set by statute and waits for nobody" in str(refused.value)
    assert not ClockPause.objects.exists()
    assert not AuditEvent.objects.filter(action="clock.paused").exists()


def test_the_database_too_refuses_to_pause_what_statute_sets(cast):
    receipt = started(cast, ClockKind.RECEIPT, MONDAY, about_kind="contact", track=Track.CHILD_EN)
    with pytest.raises(IntegrityError, match="never_paused"), transaction.atomic():
        Clock.objects.filter(id=receipt.id).update(paused_at=MONDAY)


@pytest.mark.parametrize("reason", ["awaiting_panel", "", "because"])
def test_a_reason_the_policy_does_not_have_is_refused_with_those_it_has(cast, clock, reason):
    with pytest.raises(CannotPause) as refused:
        paused(cast, clock, reason=reason)
    assert str(refused.value).endswith(
        "only for: The police asked the hub to wait; A court has set the timetable."
    )


def test_a_clock_whose_policy_names_no_reason_is_not_paused(cast):
    handover = started(cast, ClockKind.HANDOVER_ACCEPTANCE, MONDAY, about_kind="handover")
    with pytest.raises(CannotPause, match="stand still for nothing"):
        paused(cast, handover)


def test_a_pause_does_not_cure_what_is_late(cast, clock):
    with pytest.raises(CannotPause, match="say why it was late"):
        paused(cast, clock, at=TUESDAY)


def test_what_has_stopped_or_stands_still_already_is_not_paused_again(cast, clock):
    paused(cast, clock)
    with pytest.raises(CannotPause, match="stands still already"):
        paused(cast, clock)
    resume_clock(by=cast.fay, clock=clock, at=MONDAY + timedelta(hours=2))
    with pytest.raises(CannotPause, match="not standing still"):
        resume_clock(by=cast.fay, clock=clock, at=TUESDAY)
    stop_clock(about_id=clock.about_id, kind=ClockKind.PRODUCT, at=MONDAY + timedelta(hours=2))
    clock.refresh_from_db()
    with pytest.raises(CannotPause, match="has stopped"):
        paused(cast, clock, at=MONDAY + timedelta(hours=2))


def test_whoever_lost_the_race_is_told(cast, clock):
    as_found = Clock.objects.get(id=clock.id)
    paused(cast, clock)
    with pytest.raises(RecordHasMoved):
        paused(cast, as_found)
    stale = Clock.objects.get(id=clock.id)
    resume_clock(by=cast.fay, clock=clock, at=MONDAY + timedelta(hours=2))
    with pytest.raises(RecordHasMoved):
        resume_clock(by=cast.fay, clock=stale, at=MONDAY + timedelta(hours=2))
    assert ClockPause.objects.count() == 1


@pytest.mark.parametrize("who", ["tom", "rosa", "noor", "kit"])
def test_only_the_hubs_own_workers_pause_a_clock(cast, clock, who):
    with pytest.raises(NotHere):
        pause_clock(by=cast.viewers[who], clock=clock, reason="court", at=MONDAY)


def test_stopping_what_stands_still_counts_its_time_whole(cast, clock):
    paused(cast, clock)
    stop_clock(about_id=clock.about_id, kind=ClockKind.PRODUCT, at=london(2026, 11, 17, 12))
    clock.refresh_from_db()
    assert clock.due_at == london(2026, 11, 17, 15)
    assert clock.stopped_at == london(2026, 11, 17, 12)
    assert clock.paused_at is None
    assert not Task.objects.filter(kind="say_why_late").exists()


def test_what_is_no_longer_needed_is_neither_met_nor_late(cast, clock):
    cancel_clock(about_id=clock.about_id, kind=ClockKind.PRODUCT, at=TUESDAY)
    clock.refresh_from_db()
    assert clock.cancelled
    assert not Task.objects.filter(kind="say_why_late").exists()


def test_a_task_that_copied_the_due_time_follows_it(cast, clock):
    raise_task(
        hub_id=cast.hub.id,
        kind="check",
        about_kind="case",
        about_id=clock.about_id,
        words="Check it.",
        needs_power="keep_record",
        at=MONDAY,
        due=clock.due_at,
    )
    paused(cast, clock)
    resume_clock(by=cast.fay, clock=clock, at=TUESDAY)
    assert Task.objects.get(kind="check").due_at == clock.due_at == london(2026, 11, 17, 13)


def test_a_new_rating_in_a_pause_counts_from_then_on_what_it_still_stands_still_for(cast, clock):
    """Rated again at 12:00 while it stands still: due four open hours after it goes on."""
    terms = next(
        each
        for each in policy_in_force(cast.hub.id, MONDAY).document.clocks
        if each.kind is ClockKind.PRODUCT and each.rating == "red"
    )
    paused(cast, clock)
    noon = london(2026, 11, 16, 12)
    move_clock(
        by=cast.fay, clock=clock, due=london(2026, 11, 16, 16), why="Again.", at=noon, terms=terms
    )
    clock.refresh_from_db()
    resume_clock(by=cast.fay, clock=clock, at=london(2026, 11, 16, 13))
    clock.refresh_from_db()
    assert clock.counted_from == noon
    assert clock.due_at == london(2026, 11, 16, 17)


@pytest.mark.parametrize(
    ("allowance", "due"),
    [
        ({"amount": 24, "unit": "elapsed_hours"}, london(2026, 11, 18, 9)),
        ({"amount": 3, "unit": "working_days"}, london(2026, 11, 19, 17)),  # no day counted ended
        ({"amount": 8, "unit": "days"}, london(2026, 11, 26)),
        ({"amount": 4, "unit": "hub_hours", "runs_past_closing": True}, london(2026, 11, 17, 13)),
    ],
)
def test_each_unit_gives_back_what_it_counts(cast, allowance, due):
    with_clocks(cast, PRODUCT | {"allowance": allowance})
    clock = started(cast, ClockKind.PRODUCT, MONDAY, rating="red")
    paused(cast, clock, at=london(2026, 11, 16, 11))
    resume_clock(by=cast.fay, clock=clock, at=TUESDAY)
    assert clock.due_at == due
