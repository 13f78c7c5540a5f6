"""Time limits that a person says began, and says were kept (T7 to T22)."""

from datetime import timedelta
from uuid import uuid4

import pytest

from openmash.audit.models import AuditEvent
from openmash.core.refusals import NotHere, RecordHasMoved
from openmash.governance.models import Clock, Task
from openmash.governance.rules.timescales import catalogue
from openmash.governance.services import (
    CannotTime,
    SayWhyLate,
    TimedMatter,
    meet_clock,
    start_told_clock,
)
from openmash.governance.terms import ClockKind
from openmash.governance.terms.clocks import BY_HAND
from openmash.governance.tests.timing import london, started, with_clocks

MONDAY = london(2026, 11, 16, 10)
NOON = MONDAY + timedelta(hours=2)
INTERVIEW = {
    "kind": "return_interview",
    "start": "came_back",
    "allowance": {"amount": 72, "unit": "elapsed_hours"},
    "force": "local",
}


@pytest.fixture
def matter(cast):
    with_clocks(cast, INTERVIEW)
    case_id = uuid4()
    return TimedMatter(cast.hub.id, "case", case_id, case_id, rating="amber")


def begun(cast, matter, kind=ClockKind.RETURN_INTERVIEW, began_at=MONDAY):
    return start_told_clock(by=cast.sam, matter=matter, kind=kind, began_at=began_at, at=NOON)


def test_it_runs_from_when_somebody_says_it_began(cast, matter):
    clock = begun(cast, matter)
    assert clock.due_at == london(2026, 11, 19, 10)
    assert clock.case_id == matter.case_id
    assert AuditEvent.objects.get(action="clock.started").subject_id == clock.id


def test_every_kind_with_no_page_of_its_own_can_be_started(cast):
    of_children = [
        each.clock.model_dump(mode="json")
        for each in catalogue().timescales
        if each.clock.kind in BY_HAND and each.clock.track is None
    ]
    first_of_a_kind = {each["kind"]: each | {"calendar": "hub"} for each in reversed(of_children)}
    del first_of_a_kind["school_told"]  # it needs a school's calendar
    with_clocks(cast, *first_of_a_kind.values())
    matter = TimedMatter(cast.hub.id, "case", uuid4())
    for kind in first_of_a_kind:
        assert begun(cast, matter, kind=ClockKind(kind)).due_at > MONDAY
    assert len(first_of_a_kind) >= 10


def test_what_the_policy_does_not_have_or_the_house_starts_itself_is_refused(cast, matter):
    with pytest.raises(CannotTime, match="no such time limit"):
        begun(cast, matter, kind=ClockKind.DATA_BREACH)
    with pytest.raises(CannotTime, match="no such time limit"):
        begun(cast, matter, kind=ClockKind.PRODUCT)


def test_every_reason_is_told_at_once(cast, matter):
    begun(cast, matter)
    with pytest.raises(CannotTime) as refused:
        begun(cast, matter, began_at=NOON + timedelta(hours=1))
    assert refused.value.reasons == (
        "It cannot have begun in the future.",
        "This time limit is running already.",
    )


def test_it_is_said_to_be_kept_in_time(cast, matter):
    clock = begun(cast, matter)
    done = london(2026, 11, 18, 9)
    meet_clock(by=cast.sam, clock=clock, done_at=done, at=done)
    clock.refresh_from_db()
    assert (clock.stopped_at, clock.breach_reason) == (done, "")
    assert AuditEvent.objects.get(action="clock.met").subject_id == clock.id


def test_kept_late_it_asks_for_a_reason_and_keeps_it(cast, matter):
    clock = begun(cast, matter)
    late = london(2026, 11, 20, 9)
    with pytest.raises(SayWhyLate, match="Choose from"):
        meet_clock(by=cast.sam, clock=clock, done_at=late, at=late)
    assert Clock.objects.get(id=clock.id).stopped_at is None
    meet_clock(by=cast.sam, clock=clock, done_at=late, reason="family_uncontactable", at=late)
    clock.refresh_from_db()
    assert clock.breach_reason == "family_uncontactable"
    assert not Task.objects.filter(kind="say_why_late").exists()


def test_a_reason_is_not_kept_for_what_was_in_time(cast, matter):
    clock = begun(cast, matter)
    meet_clock(by=cast.sam, clock=clock, done_at=NOON, reason="volume", words="x", at=NOON)
    clock.refresh_from_db()
    assert (clock.breach_reason, clock.breach_words) == ("", "")


def test_what_ends_by_itself_is_not_ended_by_hand(cast):
    clock = started(cast, ClockKind.PRODUCT, MONDAY, rating="red")
    with pytest.raises(CannotTime, match="ends by itself"):
        meet_clock(by=cast.sam, clock=clock, done_at=NOON, at=NOON)


@pytest.mark.parametrize("done_at", [MONDAY - timedelta(hours=1), NOON + timedelta(hours=1)])
def test_it_was_not_done_before_it_began_or_in_the_future(cast, matter, done_at):
    clock = begun(cast, matter)
    with pytest.raises(CannotTime, match="between when it began and now"):
        meet_clock(by=cast.sam, clock=clock, done_at=done_at, at=NOON)


def test_kept_twice_is_told(cast, matter):
    clock = begun(cast, matter)
    meet_clock(by=cast.sam, clock=clock, done_at=NOON, at=NOON)
    with pytest.raises(RecordHasMoved):
        meet_clock(by=cast.sam, clock=clock, done_at=NOON, at=NOON)


@pytest.mark.parametrize("who", ["tom", "lee", "noor", "kit"])
def test_only_the_hubs_own_workers_time_a_matter(cast, matter, who):
    with pytest.raises(NotHere):
        start_told_clock(
            by=cast.viewers[who],
            matter=matter,
            kind=ClockKind.RETURN_INTERVIEW,
            began_at=MONDAY,
            at=NOON,
        )
