"""Why a clock was late: asked when it stops, chosen from the hub's list, and never in the way."""

from datetime import timedelta
from uuid import uuid4

import pytest

from openmash.audit.models import AuditEvent
from openmash.core.refusals import NotHere, RecordHasMoved
from openmash.governance.models import Clock, Task
from openmash.governance.selectors import unexplained_in
from openmash.governance.services import (
    SayWhyLate,
    TaskNotDone,
    cancel_clock,
    explain_late,
    finish_task,
    stop_clock,
)
from openmash.governance.terms import BreachReason, ClockKind, Track
from openmash.governance.tests.timing import london, started, with_clocks

MONDAY = london(2026, 11, 16, 10)
LATE = MONDAY + timedelta(days=3)


def asked():
    return Task.objects.filter(kind="say_why_late", done_at=None)


@pytest.fixture
def receipt(cast):
    return started(cast, ClockKind.RECEIPT, MONDAY, about_kind="contact", track=Track.CHILD_EN)


def stopped(clock, at=LATE, **why):
    stop_clock(about_id=clock.about_id, kind=ClockKind(clock.kind), at=at, **why)
    clock.refresh_from_db()
    return clock


def test_a_clock_that_stops_in_time_asks_nothing(receipt):
    stopped(receipt, at=receipt.due_at)
    assert not asked().exists()


def test_one_that_stops_late_asks_why_and_holds_nobody_up(receipt):
    assert stopped(receipt).stopped_at == LATE
    (task,) = asked()
    assert task.words == "Say why this was late: Decide the next steps and tell the referrer."
    assert (task.about_id, task.needs_power) == (receipt.about_id, "keep_record")


def test_one_that_says_why_as_it_stops_asks_nothing(receipt):
    stopped(receipt, reason="volume", words="A weekend of ninety.")
    assert not asked().exists()
    assert (receipt.breach_reason, receipt.breach_words) == ("volume", "A weekend of ninety.")


def test_several_late_in_one_case_are_one_task(cast):
    case_id = uuid4()
    for kind, which in (
        (ClockKind.RECEIPT, {"track": Track.CHILD_EN}),
        (ClockKind.PRODUCT, {"rating": "red"}),
    ):
        clock = started(cast, kind, MONDAY, case_id=case_id, **which)
        stopped(clock)
    (task,) = asked()
    assert (task.about_kind, task.about_id, task.case_id) == ("case", case_id, case_id)
    assert unexplained_in(cast.hub.id).count() == 2


@pytest.mark.parametrize(
    ("kind", "which"),
    [
        (ClockKind.REQUEST_RETURN, {"rating": "red"}),
        (ClockKind.HANDOVER_ACCEPTANCE, {}),
        (ClockKind.ADULT_PLAN, {"track": Track.ADULT_EN}),
    ],
    ids=["an agency's reply", "a team's acceptance", "an indicative target"],
)
def test_nobody_is_asked_for_anothers_lateness_or_a_targets(cast, kind, which):
    stopped(started(cast, kind, MONDAY, **which), at=MONDAY + timedelta(days=30))
    assert not asked().exists()
    assert not unexplained_in(cast.hub.id).exists()


def test_what_is_no_longer_needed_is_not_late(receipt):
    cancel_clock(about_id=receipt.about_id, kind=ClockKind.RECEIPT, at=LATE)
    assert not asked().exists()


def test_the_reason_is_kept_the_task_settled_and_the_act_recorded(cast, receipt):
    stopped(receipt)
    explain_late(by=cast.sam, clocks=[receipt], reason="staffing", words=" Two away. ", at=LATE)
    receipt.refresh_from_db()
    assert (receipt.breach_reason, receipt.breach_words) == ("staffing", "Two away.")
    assert not asked().exists()
    act = AuditEvent.objects.get(action="clock.explained")
    assert (act.subject_id, act.details["reason"]) == (receipt.id, "staffing")


@pytest.mark.parametrize("reason", ["", "  ", "the_dog"])
def test_a_blank_or_unknown_reason_is_refused_with_the_list(cast, receipt, reason):
    stopped(receipt)
    with pytest.raises(SayWhyLate) as refused:
        explain_late(by=cast.sam, clocks=[receipt], reason=reason, at=LATE)
    assert all(each.label in str(refused.value) for each in BreachReason)
    assert asked().exists()


def test_a_hub_may_have_reasons_of_its_own(cast):
    with_clocks(cast, late_reasons=[{"code": "flood", "label": "The building was flooded"}])
    clock = stopped(
        started(cast, ClockKind.RECEIPT, MONDAY, about_kind="contact", track=Track.CHILD_EN)
    )
    explain_late(by=cast.sam, clocks=[clock], reason="flood", at=LATE)
    assert Clock.objects.get(id=clock.id).breach_reason == "flood"


def test_a_reason_given_twice_is_told(cast, receipt):
    stopped(receipt)
    explain_late(by=cast.sam, clocks=[receipt], reason="volume", at=LATE)
    with pytest.raises(RecordHasMoved):
        explain_late(by=cast.sam, clocks=[receipt], reason="staffing", at=LATE)


def test_the_task_waits_until_every_one_of_the_case_is_explained(cast):
    case_id = uuid4()
    clocks = [
        stopped(started(cast, ClockKind.PRODUCT, MONDAY, case_id=case_id, rating="red")),
        stopped(started(cast, ClockKind.RECEIPT, MONDAY, case_id=case_id, track=Track.CHILD_EN)),
    ]
    explain_late(by=cast.sam, clocks=clocks[:1], reason="volume", at=LATE)
    assert asked().exists()
    explain_late(by=cast.sam, clocks=clocks[1:], reason="volume", at=LATE)
    assert not asked().exists()


def test_its_task_is_not_finished_with_free_words(cast, receipt):
    stopped(receipt)
    with pytest.raises(TaskNotDone, match="more than a sentence"):
        finish_task(by=cast.sam, task_id=asked().get().id, answer="We were busy", at=LATE)


@pytest.mark.parametrize("who", ["tom", "lee", "kit", "noor"])
def test_only_the_hubs_own_workers_say_why(cast, receipt, who):
    stopped(receipt)
    with pytest.raises(NotHere):
        explain_late(by=cast.viewers[who], clocks=[receipt], reason="volume", at=LATE)
