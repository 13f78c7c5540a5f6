"""A case closes when nobody is left between agencies and nobody is left unheard."""

from datetime import timedelta

import pytest
from django.db import transaction

from openmash.core.refusals import NotHere
from openmash.decisions.selectors import draft_of
from openmash.decisions.services import (
    agree_with_decision,
    keep_decision_draft,
    record_discussion,
)
from openmash.decisions.terms import NotPossibleReason
from openmash.decisions.tests.factories import case_of_maya, minutes
from openmash.pathways.services import (
    CannotFinish,
    accept_handover,
    feedback_not_possible,
    finish_case,
    send_feedback,
)
from openmash.pathways.tests.factories import NOW, decided_case, handed_over, prepared, standing

LATER = NOW + timedelta(hours=1)


def settle(cast, case, kind="csc"):
    for feedback in prepared(cast, case):
        send_feedback(by=cast.sam, feedback_id=feedback.id, words="Decided.", at=LATER)
    handover = handed_over(cast, case, kind=kind)
    accept_handover(by=cast.rosa, handover_id=handover.id, at=LATER)
    case.refresh_from_db()


def finish(cast, case, who="fay", **changed):
    closed = finish_case(by=getattr(cast, who), case_id=case.id, at=LATER, **changed)
    case.refresh_from_db()
    return closed


def test_a_settled_case_closes(cast, case, footprints):
    settle(cast, case)
    finish(cast, case)
    assert (case.status, case.closed_at) == ("closed", LATER)
    assert "case.finished" in footprints("case.")


def test_a_closed_case_keeps_nobodys_half_written_decision(cast, case):
    keep_decision_draft(by=cast.maya, case_id=case.id, answers={"rationale": ["x"]}, at=NOW)
    settle(cast, case)
    finish(cast, case)
    assert draft_of(cast.maya, case) is None


def test_an_undecided_case_stays_open(cast):
    case = case_of_maya(cast)
    with pytest.raises(CannotFinish, match="Decide first"):
        finish(cast, case)


def test_every_thing_unsettled_is_named_and_nothing_moves(cast, case, footprints):
    prepared(cast, case)
    with pytest.raises(CannotFinish) as refused, transaction.atomic():
        finish(cast, case)
    assert len(refused.value.reasons) == 2
    case.refresh_from_db()
    assert case.status == "decided"
    assert "case.finished" not in footprints("case.")


def test_a_hand_over_nobody_accepted_keeps_it_open(cast, case):
    for feedback in prepared(cast, case):
        feedback_not_possible(
            by=cast.sam, feedback_id=feedback.id, reason=NotPossibleReason.ANONYMOUS, at=LATER
        )
    handed_over(cast, case)
    with pytest.raises(CannotFinish, match="Assessment Team East has not yet accepted"):
        finish(cast, case)


def test_a_strategy_outcome_without_a_discussion_is_a_hard_stop_with_a_senior_reason(cast):
    case = decided_case(cast, outcome="strategy_discussion")
    settle(cast, case)
    with pytest.raises(CannotFinish, match="senior reason"), transaction.atomic():
        finish(cast, case)
    with pytest.raises(CannotFinish, match="senior reason"), transaction.atomic():
        finish(cast, case, without_strategy_because="I think it is fine.")
    finish(cast, case, "priya", without_strategy_because="Elsewhere held it this morning.")
    assert case.status == "closed"


def test_once_the_discussion_is_on_record_the_stop_is_gone(cast):
    case = decided_case(cast, outcome="strategy_discussion")
    settle(cast, case)
    record_discussion(by=cast.fay, case_id=case.id, minutes=minutes(), at=NOW)
    finish(cast, case)
    assert case.status == "closed"


def test_it_does_not_close_while_a_second_person_is_waited_for(cast):
    case = decided_case(cast, outcome="no_further_action", rated="red")
    with pytest.raises(CannotFinish, match="A second person"), transaction.atomic():
        finish(cast, case)
    agree_with_decision(by=cast.maya, decision_id=standing(case).id, at=LATER)
    for feedback in prepared(cast, case):
        send_feedback(by=cast.sam, feedback_id=feedback.id, words="Decided.", at=LATER)
    finish(cast, case)
    assert case.status == "closed"


@pytest.mark.parametrize("who", ["noor", "lee", "rosa"])
def test_nobody_outside_finds_a_case_to_close(cast, case, who):
    with pytest.raises(NotHere):
        finish(cast, case, who)


def test_the_front_desk_does_not_close(cast, case):
    settle(cast, case)
    with pytest.raises(CannotFinish, match="not authorised"):
        finish(cast, case, "sam")
