"""Deciding to share: the row, the task, the clock, the footprint; and a refusal leaves nothing."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from openmash.audit.models import AuditEvent
from openmash.core.refusals import NotHere
from openmash.governance.selectors import clocks_about, tasks_on_case
from openmash.sharing.models import Disclosure, SharingDecision
from openmash.sharing.selectors import (
    decisions_of_case,
    disclosures_of_case,
    is_complete,
    lets_agencies_be_asked,
    standing_decision,
    urgent_decision_waiting,
)
from openmash.sharing.services import (
    CannotShareUrgently,
    CannotShareYet,
    decide_sharing,
    record_disclosure,
    share_urgently,
)
from openmash.sharing.terms import DisclosureKind
from openmash.sharing.tests.factories import NOW, case_of, tell_of

POWER = "Children Act 1989, section 47(9) to (11)"
AGREED: dict[str, Any] = {
    "to_share": True,
    "purpose": "To decide what help Maya needs",
    "informed": "yes",
    "agreement": "given",
    "article_6": "e",
    "article_9": "safeguarding",
    "power_relied_on": POWER,
    "proportionality": "Only the household, over two years.",
}
REFUSED: dict[str, Any] = {
    **AGREED,
    "agreement": "refused",
    "agreement_words": "Her mother refused; not asking leaves Maya at risk.",
    "paragraph_18": "not_reasonable",
}


@pytest.fixture
def maya(cast):
    return tell_of(cast, "Maya", "Dobson")


@pytest.fixture
def case(cast, maya):
    return case_of(cast, [maya])


@pytest.fixture
def red_case(cast, maya):
    return case_of(cast, [maya], rating="red")


def footprints(action: str) -> list[Any]:
    events = AuditEvent.objects.filter(action=action)
    return list(events.values("actor_label", "case_id", "details"))


def test_a_decision_to_share_is_kept_whole_with_its_footprint(cast, case):
    decision = decide_sharing(by=cast.sam, case_id=case.id, at=NOW, **AGREED)
    kept = SharingDecision.objects.get()
    assert kept == decision == standing_decision(case.id)
    assert (kept.agreement, kept.article_6, kept.decided_by_id) == ("given", "e", cast.sam.id)
    assert kept.hub_id == cast.hub.id
    assert is_complete(kept)
    (footprint,) = footprints("sharing.decided")
    assert footprint["actor_label"] == "Sam Okafor"
    assert footprint["case_id"] == case.id


def test_a_refusal_says_every_reason_and_leaves_nothing(cast, case):
    with pytest.raises(CannotShareYet) as refused, transaction.atomic():
        decide_sharing(
            by=cast.sam,
            case_id=case.id,
            at=NOW,
            **{**AGREED, "agreement": "", "article_6": "", "purpose": " "},
        )
    assert {each.field for each in refused.value.obstacles} >= {"agreement", "article_6", "purpose"}
    assert len(refused.value.reasons) == len(refused.value.obstacles)
    assert not SharingDecision.objects.exists()
    assert footprints("sharing.decided") == []


def test_a_contact_officer_cannot_decide_to_share_without_agreement(cast, case):
    with pytest.raises(CannotShareYet, match="decision maker or manager"):
        decide_sharing(by=cast.sam, case_id=case.id, at=NOW, **REFUSED)
    assert decide_sharing(by=cast.priya, case_id=case.id, at=NOW, **REFUSED).agreement == "refused"


def test_the_power_counts_only_in_a_role_the_hubs_policy_names(cast, case):
    """An out-of-hours worker holds the power; London's policy names only managers (A14.2)."""
    with pytest.raises(CannotShareYet, match="decision maker or manager"):
        decide_sharing(by=cast.abel, case_id=case.id, at=NOW, **REFUSED)


def test_a_case_that_is_not_theirs_is_not_there(cast, case):
    for name in ("noor", "lee", "amira"):
        viewer = cast.see_as(name)
        with pytest.raises(NotHere):
            decide_sharing(by=viewer, case_id=case.id, at=NOW, **AGREED)


def test_an_answer_made_idle_by_another_is_not_kept(cast, case):
    decision = decide_sharing(
        by=cast.priya,
        case_id=case.id,
        at=NOW,
        **{**AGREED, "agreement_reason": "undue_delay", "withheld_because": "not_held"},
    )
    assert (decision.agreement_reason, decision.withheld_because) == ("", "")


def test_a_decision_not_to_share_is_kept_and_lets_nobody_be_asked(cast, case):
    decide_sharing(
        by=cast.priya,
        case_id=case.id,
        at=NOW,
        to_share=False,
        purpose="To answer the school",
        informed="no",
        agreement="refused",
        withheld_because="not_relevant",
        proportionality="Nothing held bears on the question.",
    )
    standing = standing_decision(case.id)
    assert standing is not None
    assert not lets_agencies_be_asked(standing, never_waits=True)


def test_one_press_shares_a_red_and_asks_for_the_detail_within_a_working_day(cast, red_case):
    decision = share_urgently(by=cast.sam, case_id=red_case.id, power_relied_on=POWER, at=NOW)
    assert (decision.agreement, decision.agreement_reason) == ("not_sought", "increases_risk")
    assert decision.was_urgent
    assert not is_complete(decision)
    assert lets_agencies_be_asked(decision, never_waits=True)
    assert not lets_agencies_be_asked(decision, never_waits=False)
    (clock,) = clocks_about([decision.id])[decision.id]
    (task,) = tasks_on_case(red_case.id)
    assert task.due_at == clock.due_at == datetime(2026, 11, 23, 17, 0, tzinfo=UTC)


def test_pressed_twice_it_is_one_decision(cast, red_case):
    first = share_urgently(by=cast.sam, case_id=red_case.id, power_relied_on=POWER, at=NOW)
    again = share_urgently(by=cast.sam, case_id=red_case.id, power_relied_on=POWER, at=NOW)
    assert first == again
    assert len(footprints("sharing.decided")) == 1


def test_one_press_is_refused_for_an_amber(cast, case):
    with pytest.raises(CannotShareUrgently, match="can wait"):
        share_urgently(by=cast.priya, case_id=case.id, power_relied_on=POWER, at=NOW)
    assert standing_decision(case.id) is None


def test_the_detail_completes_the_press_and_settles_its_task(cast, red_case):
    pressed = share_urgently(by=cast.sam, case_id=red_case.id, power_relied_on=POWER, at=NOW)
    later = NOW + timedelta(hours=3)
    whole = decide_sharing(
        by=cast.priya,
        case_id=red_case.id,
        at=later,
        **{
            **REFUSED,
            "agreement": "not_sought",
            "agreement_reason": "increases_risk",
            "paragraph_18": "would_prejudice",
        },
    )
    assert whole.completes == pressed
    assert urgent_decision_waiting(red_case.id) is None
    assert not tasks_on_case(red_case.id).exists()
    (clock,) = clocks_about([pressed.id])[pressed.id]
    assert clock.stopped_at == later
    assert lets_agencies_be_asked(standing_decision(red_case.id), never_waits=False)


def test_completing_something_else_is_not_there(cast, case, red_case):
    pressed = share_urgently(by=cast.sam, case_id=red_case.id, power_relied_on=POWER, at=NOW)
    with pytest.raises(NotHere):
        decide_sharing(by=cast.priya, case_id=case.id, completes_id=pressed.id, at=NOW, **AGREED)


def test_a_disclosure_is_kept_with_whom_and_on_what_basis(cast, case, maya):
    decision = decide_sharing(by=cast.sam, case_id=case.id, at=NOW, **AGREED)
    record_disclosure(
        by=cast.sam,
        case_id=case.id,
        decision_id=decision.id,
        kind=DisclosureKind.REQUEST,
        about_id=case.id,
        to_agency_id=cast.agencies["police"].id,
        to_words="Rivermead Police",
        what="A neighbour heard shouting.",
        persons=[maya.id, maya.id],
        at=NOW,
    )
    (kept,) = disclosures_of_case(cast.priya, case.id)
    assert kept.persons == [maya.id]
    assert kept.decision == decision
    (footprint,) = footprints("sharing.disclosed")
    assert "shouting" not in str(footprint)


def test_only_those_who_work_the_case_read_what_was_decided_and_what_left(cast, case):
    decide_sharing(by=cast.sam, case_id=case.id, at=NOW, **AGREED)
    assert decisions_of_case(cast.sam, case.id).count() == 1
    for name in ("tom", "amira", "lee", "noor"):
        viewer = cast.see_as(name)
        with pytest.raises(NotHere):
            decisions_of_case(viewer, case.id)
        with pytest.raises(NotHere):
            disclosures_of_case(viewer, case.id)


@pytest.mark.parametrize(
    "change",
    [
        {"agreement": "not_stated"},
        {"agreement": "not_sought", "agreement_reason": ""},
        {"article_6": ""},
        {"to_share": False},
    ],
)
def test_the_database_refuses_what_the_rules_would(cast, case, change):
    row = {**AGREED, **change}
    with pytest.raises(IntegrityError), transaction.atomic():
        SharingDecision.objects.create(
            hub=cast.hub, case=case, decided_at=NOW, decided_by_id=cast.sam.id, **row
        )


def test_another_hub_sees_no_decision_and_no_disclosure(cast, case):
    decide_sharing(by=cast.sam, case_id=case.id, at=NOW, **AGREED)
    cast.see_as("noor")
    assert not SharingDecision.objects.exists()
    assert not Disclosure.objects.exists()
