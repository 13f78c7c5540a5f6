"""A discussion is put on record: who took part, what came of it, and the clocks it turns (A11)."""

from datetime import timedelta

import pytest
from django.db import transaction

from openmash.core.refusals import NotHere
from openmash.decisions.models import Discussion, Participant
from openmash.decisions.selectors import discussions_of
from openmash.decisions.services import (
    CannotRecordDiscussion,
    TookPart,
    record_decision,
    record_discussion,
)
from openmash.decisions.terms import DiscussionKind, Presence, Section47
from openmash.decisions.tests.factories import NOW, minutes, sought
from openmash.governance.selectors import clocks_about, tasks_on_case
from openmash.governance.terms import ClockKind


def hold(cast, case, who="fay", **changed):
    return record_discussion(
        by=getattr(cast, who), case_id=case.id, minutes=minutes(**changed), at=NOW
    )


def test_a_strategy_discussion_is_kept_with_who_took_part(cast, case, footprints):
    hold(cast, case)
    (kept,) = discussions_of(case.id)
    assert (kept.mode, kept.section_47_met, kept.enquiry_by) == ("video", "met", "joint")
    assert {each.name for each in kept.participants.all()} == {
        "Priya Raman",
        "Tom Hale",
        "Amira Haddad",
    }
    assert footprints("discussion.") == ["discussion.recorded"]


def test_section_47_met_starts_the_conference_clock_from_the_day_it_was_held(cast, case):
    held_at = NOW - timedelta(hours=3)
    hold(cast, case, held_at=held_at)
    clocks = {each.kind: each for each in clocks_about([case.id])[case.id]}
    assert clocks[ClockKind.ICPC].started_at == held_at


def test_not_met_starts_no_conference_clock(cast, case):
    hold(cast, case, section_47=Section47.NOT_MET, enquiry_by=None)
    kinds = {each.kind for each in clocks_about([case.id]).get(case.id, [])}
    assert ClockKind.ICPC not in kinds


def test_it_settles_the_task_an_urgent_decision_left(cast, case):
    urgent = sought(case, outcome="strategy_discussion", rationale="A fresh injury.")
    record_decision(by=cast.priya, case_id=case.id, sought=urgent, at=NOW)
    hold(cast, case)
    assert "strategy_discussion" not in {each.kind for each in tasks_on_case(case.id)}
    clocks = {each.kind: each for each in clocks_about([case.id])[case.id]}
    assert clocks[ClockKind.STRATEGY_DISCUSSION].stopped_at == NOW


def test_a_missing_discipline_is_refused_until_there_is_a_reason(cast, case, footprints):
    alone = [TookPart("Fay Morgan", "", Presence.ATTENDED, agency_kind="csc")]
    with pytest.raises(CannotRecordDiscussion, match="police and health"), transaction.atomic():
        hold(cast, case, participants=alone)
    assert not Discussion.objects.exists()
    assert not Participant.objects.exists()
    assert footprints("discussion.") == []
    hold(cast, case, participants=alone, missing_reason="Nobody answered by 02:00.")


def test_an_invited_agency_that_sent_apologies_took_no_part(cast, case):
    absent = [
        TookPart("Fay Morgan", "", Presence.ATTENDED, agency_kind="csc"),
        TookPart("Tom Hale", "", Presence.APOLOGIES, agency_kind="police", why_absent="Court."),
        TookPart("Amira Haddad", "", Presence.ATTENDED, agency_kind="health"),
    ]
    with pytest.raises(CannotRecordDiscussion, match="why police took no part"):
        hold(cast, case, participants=absent)


def test_an_adult_planning_discussion_asks_nothing_about_children(cast, case):
    kept = hold(cast, case, kind=DiscussionKind.ADULT_PLANNING, section_47=None, participants=[])
    assert kept.section_47_met == ""


@pytest.mark.parametrize("who", ["noor", "lee", "tom"])
def test_only_the_hubs_own_workers_keep_the_record_of_one(cast, case, who):
    with pytest.raises(NotHere):
        hold(cast, case, who=who)


def test_a_contact_officer_holds_none(cast, case):
    with pytest.raises(CannotRecordDiscussion, match="not authorised"):
        hold(cast, case, who="sam")
