"""No further action that the policy wants read twice: what waits, what goes on, what is told."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from openmash.cases.selectors import case_by_id
from openmash.cases.tests.factories import MAYA
from openmash.core.refusals import NotHere
from openmash.decisions.facts import DecisionAgreed, DecisionReopened
from openmash.decisions.models import SecondReading
from openmash.decisions.selectors import (
    decision_by_id,
    is_held,
    reading_of,
    readings_for,
    waits_for_second,
)
from openmash.decisions.services import (
    CannotReadAgain,
    OutcomeChosen,
    agree_with_decision,
    record_decision,
    reopen_decision,
    send_decision_back,
)
from openmash.decisions.tests.factories import (
    GORDON,
    NOW,
    case_of_contacts,
    case_of_maya,
    contact_from,
    of_concern,
    people_of_concern,
    sought,
)
from openmash.governance.selectors import tasks_on_case
from openmash.governance.terms import Track

LATER = NOW + timedelta(hours=2)
ENDS = "no_further_action"


@pytest.fixture
def red(cast):
    """A case the hub first rated Red."""
    return case_of_maya(cast, rating="red")


def ended(cast, case, who="priya", **changed):
    changed.setdefault("outcome", ENDS)
    return record_decision(
        by=getattr(cast, who), case_id=case.id, sought=sought(case, **changed), at=NOW
    )


def kinds_of_tasks(case):
    return {each.kind for each in tasks_on_case(case.id)}


def test_what_began_as_red_waits_for_a_second_person(cast, red):
    decision = ended(cast, red)
    reading = reading_of(decision.id)
    assert (reading.state, reading.holds, reading.decided_by_id) == (
        "waiting",
        True,
        cast.priya.id,
    )
    assert "first rated it Red" in reading.why
    assert is_held(decision)


@pytest.mark.parametrize("outcome", ["child_assessment", "strategy_discussion"])
def test_what_somebody_takes_over_does_not(cast, red, outcome):
    assert reading_of(ended(cast, red, outcome=outcome).id) is None


def test_no_further_action_on_what_was_never_grave_nor_often_does_not(cast, case):
    assert reading_of(ended(cast, case).id) is None


def test_the_third_contact_in_a_year_waits_and_the_second_does_not(cast):
    first = contact_from(cast, "lee", received_at=NOW - timedelta(days=300))
    maya = of_concern(first)[0].person_id
    second = contact_from(
        cast, "lee", same_as=maya, received_at=NOW - timedelta(days=200), narrative="Again."
    )
    assert reading_of(ended(cast, case_of_contacts(cast, first, second)).id) is None
    third = contact_from(cast, "tom", same_as=maya, narrative="And again.")
    reading = reading_of(ended(cast, case_of_contacts(cast, third)).id)
    assert "3 contacts in 12 months" in reading.why


def test_somebody_else_told_of_often_is_not_a_repeat_of_this_child(cast):
    gordon = of_concern(contact_from(cast, "lee", GORDON))[0].person_id
    for number in range(3):
        contact_from(cast, "tom", GORDON, same_as=gordon, narrative=f"Time {number}.")
    assert reading_of(ended(cast, case_of_maya(cast)).id) is None


def test_the_contact_is_not_closed_at_triage_before_the_second_person_agrees(cast):
    case = case_of_maya(cast, rating="red", can_decide_now=True)
    decision = ended(cast, case)
    (link,) = case.contact_links.select_related("contact")
    assert link.contact.state == "straight_to_allocation"
    agree_with_decision(by=cast.maya, decision_id=decision.id, at=LATER)
    link.contact.refresh_from_db()
    assert link.contact.state == "closed_at_triage"


def test_a_second_person_agrees_and_what_waited_goes_on(cast, red, heard, footprints):
    decision = ended(cast, red)
    reading = agree_with_decision(
        by=cast.maya, decision_id=decision.id, words="Read with the school's answer.", at=LATER
    )
    assert (reading.state, reading.read_by_id, reading.read_at) == ("agreed", cast.maya.id, LATER)
    assert not is_held(decision)
    assert not waits_for_second(decision)
    assert heard[-1] == DecisionAgreed(decision.id, red.id, cast.hub.id)
    assert footprints("decision.") == ["decision.recorded", "decision.agreed"]


def test_sent_back_it_is_decided_again_and_the_decider_is_told_why(cast, red, heard, footprints):
    decision = ended(cast, red)
    send_decision_back(
        by=cast.maya, decision_id=decision.id, because="Ask the school first.", at=LATER
    )
    assert case_by_id(cast.priya, red.id).status == "decision_pending"
    kept = decision_by_id(decision.id)
    assert kept.reopened_because == "Maya Lund sent it back: Ask the school first."
    assert reading_of(decision.id).words == "Ask the school first."
    assert "decision_sent_back" in kinds_of_tasks(red)
    assert isinstance(heard[-1], DecisionReopened)
    left = {"decision.recorded", "decision.sent_back", "decision.reopened"}
    assert set(footprints("decision.")) == left


def test_deciding_again_settles_the_task_and_is_read_again(cast, red):
    first = ended(cast, red)
    send_decision_back(by=cast.maya, decision_id=first.id, because="Ask the school.", at=LATER)
    second = ended(cast, red)
    assert "decision_sent_back" not in kinds_of_tasks(red)
    assert waits_for_second(second)
    assert second.replaces == first


def test_the_decider_never_agrees_with_themselves(cast, red):
    decision = ended(cast, red, "maya")
    with pytest.raises(CannotReadAgain, match="decided this yourself"), transaction.atomic():
        agree_with_decision(by=cast.maya, decision_id=decision.id, at=LATER)
    assert is_held(decision)


def test_nor_does_the_database_let_them(cast, red):
    decision = ended(cast, red)
    rows = SecondReading.objects.filter(decision=decision)
    with pytest.raises(IntegrityError, match="not_ones_own"), transaction.atomic():
        rows.update(state="agreed", read_at=LATER, read_by_id=cast.priya.id)


@pytest.mark.parametrize("who", ["owen", "fay", "sam"])
def test_those_the_policy_does_not_name_are_refused(cast, red, who):
    decision = ended(cast, red)
    with pytest.raises(CannotReadAgain, match="gives the second reading"), transaction.atomic():
        agree_with_decision(by=getattr(cast, who), decision_id=decision.id, at=LATER)


@pytest.mark.parametrize("who", ["tom", "lee", "noor", "rosa"])
def test_to_others_there_is_nothing_to_read(cast, red, who):
    decision = ended(cast, red)
    with pytest.raises(NotHere), transaction.atomic():
        agree_with_decision(by=getattr(cast, who), decision_id=decision.id, at=LATER)


def test_it_is_answered_once(cast, red):
    decision = ended(cast, red)
    agree_with_decision(by=cast.maya, decision_id=decision.id, at=LATER)
    with pytest.raises(CannotReadAgain, match="does not wait"), transaction.atomic():
        send_decision_back(by=cast.maya, decision_id=decision.id, because="No.", at=LATER)
    assert reading_of(decision.id).state == "agreed"


def test_a_refusal_to_send_back_leaves_nothing(cast, red, footprints):
    decision = ended(cast, red)
    with pytest.raises(CannotReadAgain, match="Say why it goes back"), transaction.atomic():
        send_decision_back(by=cast.maya, decision_id=decision.id, because=" ", at=LATER)
    assert is_held(decision)
    assert footprints("decision.") == ["decision.recorded"]


def test_urgent_harm_beside_it_waits_for_nobody(cast):
    case = case_of_maya(cast, MAYA, GORDON, rating="red")
    maya, gordon = people_of_concern(case)
    chosen = [
        OutcomeChosen(maya, Track.CHILD_EN, "strategy_discussion"),
        OutcomeChosen(gordon, Track.CHILD_EN, ENDS),
    ]
    decision = ended(cast, case, outcomes=chosen)
    assert not is_held(decision)
    assert waits_for_second(decision)


def test_reopened_before_it_is_read_it_waits_for_nobody_any_more(cast, red):
    decision = ended(cast, red)
    reopen_decision(by=cast.priya, case_id=red.id, because="The school rang.", at=LATER)
    assert reading_of(decision.id).state == "set_aside"
    assert list(readings_for(cast.maya, cast.hub.id, LATER)) == []


def test_it_is_on_the_list_of_those_who_may_read_it_and_of_nobody_else(cast, red):
    decision = ended(cast, red)
    waiting = {
        who: [each.decision_id for each in readings_for(getattr(cast, who), cast.hub.id, LATER)]
        for who in ("maya", "priya", "owen", "fay", "tom", "noor")
    }
    assert waiting.pop("maya") == [decision.id]
    assert set(map(tuple, waiting.values())) == {()}


def test_one_decided_by_a_manager_is_not_on_their_own_list(cast, red):
    ended(cast, red, "maya")
    assert list(readings_for(cast.maya, cast.hub.id, LATER)) == []
