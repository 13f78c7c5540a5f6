"""Handing over, closing, and what may travel, on paper."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openmash.cases.terms import ALLOWED_MOVES, CaseStatus
from openmash.core.handling import HandlingCode
from openmash.intake.terms import Channel
from openmash.pathways.rules import (
    ClosingPicture,
    Decided,
    HandedOver,
    ItemOver,
    PersonOver,
    Taken,
    first_draft,
    next_status,
    obstacles_to_accepting,
    obstacles_to_closing,
    obstacles_to_handing_over,
    obstacles_to_returning,
    obstacles_to_sending,
    obstacles_to_waiving,
    progress_of,
    still_to_hand_over,
    summary_text,
    was_told_at_once,
)
from openmash.pathways.terms import FeedbackState, Progress

AT = datetime(2026, 6, 20, 10, 0, tzinfo=UTC)
SETTLED = ClosingPicture(
    may_close=True,
    is_decided=True,
    is_closed=False,
    without_outcome=(),
    handovers_waiting=(),
    not_handed_over=(),
    feedback_due=0,
    agreement_recorded=True,
    strategy_called_for=False,
    strategy_held=False,
    without_strategy_because="",
    must_speak=False,
)


def test_a_settled_case_closes():
    assert obstacles_to_closing(SETTLED) == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"may_close": False}, "not authorised"),
        ({"is_decided": False}, "Decide first"),
        ({"is_closed": True}, "already closed"),
        ({"without_outcome": ["Gordon"]}, "Gordon has no outcome"),
        ({"handovers_waiting": ["Assessment"]}, "Assessment has not yet accepted"),
        ({"not_handed_over": ["Assessment, Maya"]}, "not yet handed over"),
        ({"feedback_due": 1}, "Tell the referrer"),
        ({"agreement_recorded": False}, "lawful basis"),
        ({"strategy_called_for": True}, "senior reason"),
        ({"must_speak": True}, "spoken to first"),
    ],
)
def test_each_thing_unsettled_keeps_it_open_and_is_named(change, words):
    (found,) = obstacles_to_closing(replace(SETTLED, **change))
    assert words in found


@pytest.mark.parametrize(
    "change", [{"strategy_held": True}, {"without_strategy_because": "Held by Elsewhere."}]
)
def test_the_hard_stop_yields_to_a_discussion_or_a_senior_reason(change):
    assert obstacles_to_closing(replace(SETTLED, strategy_called_for=True, **change)) == []


def test_a_hand_over_needs_authority_a_decision_somebody_and_words():
    asked: dict[str, Any] = {
        "may_hand_over": True,
        "is_decided": True,
        "wanted": 1,
        "already": 0,
        "summary": "x",
    }
    assert obstacles_to_handing_over(**asked) == []
    bare: dict[str, Any] = {
        "may_hand_over": False,
        "is_decided": False,
        "wanted": 0,
        "already": 1,
        "summary": " ",
    }
    assert len(obstacles_to_handing_over(**bare)) == 5


def test_a_hand_over_is_answered_once_by_the_team_while_its_decision_stands():
    fine: dict[str, Any] = {"may_receive": True, "is_open": True, "still_stands": True}
    assert obstacles_to_accepting(**fine) == []
    for change in ({"may_receive": False}, {"is_open": False}, {"still_stands": False}):
        assert len(obstacles_to_accepting(**{**fine, **change})) == 1
    assert obstacles_to_returning(**fine, because=" ") == [
        "Say why it goes back, so that the hub can decide again."
    ]
    assert obstacles_to_returning(**fine, because="Not ours.") == []


def test_doing_without_an_acceptance_needs_a_decision_maker_and_a_reason():
    assert obstacles_to_waiving(may_waive=True, is_open=True, because="Told by phone.") == []
    assert len(obstacles_to_waiving(may_waive=False, is_open=False, because=" ")) == 3


def test_an_answer_is_sent_once_by_somebody_who_may_while_the_decision_stands():
    fine: dict[str, Any] = {
        "may_send": True,
        "is_due": True,
        "still_stands": True,
        "words": "Decided.",
    }
    assert obstacles_to_sending(**fine) == []
    bare: dict[str, Any] = {"may_send": False, "is_due": False, "still_stands": False, "words": " "}
    assert len(obstacles_to_sending(**bare)) == 4


statuses = st.sampled_from(list(CaseStatus))
counts = st.integers(0, 3)


@given(statuses, counts, counts, counts)
def test_a_decided_case_only_ever_moves_where_it_may(now, to_hand_over, waiting, due):
    to = next_status(now, to_hand_over=to_hand_over, waiting=waiting, due=due)
    assert to is now or to in ALLOWED_MOVES[now]


@given(statuses, counts, counts)
def test_while_a_team_has_not_answered_the_case_is_onward(now, waiting, due):
    to = next_status(now, to_hand_over=0, waiting=waiting + 1, due=due)
    is_decided = not now.is_before_decision and now is not CaseStatus.CLOSED
    assert to is (CaseStatus.ONWARD if is_decided else now)


MAYA, GORDON = UUID(int=1), UUID(int=2)
FOR_MAYA = Decided(UUID(int=11), MAYA, "CHILD_EN", "child_assessment", "csc")
FOR_GORDON = Decided(UUID(int=12), GORDON, "CHILD_EN", "family_help", "early_help")
NOTHING = Decided(UUID(int=13), GORDON, "DA", "da_information", "")


def taken(decided: Decided, *, accepted: bool, of_this: bool, outcome_id: UUID | None = None):
    return Taken(
        outcome_id or decided.id,
        decided.person_id,
        decided.track,
        decided.outcome,
        is_accepted=accepted,
        is_of_this_decision=of_this,
    )


def test_only_what_somebody_must_take_over_is_left():
    assert still_to_hand_over([FOR_MAYA, NOTHING], []) == [FOR_MAYA]
    waits = taken(FOR_MAYA, accepted=False, of_this=True)
    assert still_to_hand_over([FOR_MAYA, FOR_GORDON], [waits]) == [FOR_GORDON]


def test_a_team_that_accepted_before_is_not_asked_twice_and_one_that_only_waited_is():
    earlier = UUID(int=99)
    has_it = taken(FOR_MAYA, accepted=True, of_this=False, outcome_id=earlier)
    waited = taken(FOR_GORDON, accepted=False, of_this=False, outcome_id=earlier)
    assert still_to_hand_over([FOR_MAYA, FOR_GORDON], [has_it, waited]) == [FOR_GORDON]


items = st.builds(
    ItemOver,
    agency=st.just("Police"),
    person=st.just("Maya"),
    words=st.sampled_from(["Two calls.", "An informant.", "  "]),
    code=st.sampled_from(list(HandlingCode)),
)


@given(st.text(max_size=20), st.lists(items, max_size=5))
def test_a_first_draft_never_carries_what_may_not_leave_the_hub(reason, held):
    marked = [replace(each, words=f"{each.words}#{n}#") for n, each in enumerate(held)]
    draft = first_draft(reason.replace("#", ""), marked)
    for number, each in enumerate(marked):
        assert (f"#{number}#" in draft) == (each.code in (HandlingCode.H0, HandlingCode.H1))


def test_the_text_for_the_teams_own_system_has_all_it_needs_in_london_time():
    over = HandedOver(
        reference="H-7K3FQ2-M",
        hub="Rivermead hub",
        to="Assessment Team East",
        decided_at=AT,
        decided_by="Priya Raman",
        people=[
            PersonOver("Maya Dobson", "4 March 2022", "Child and family assessment", "See by Tue"),
            PersonOver("Zoë", "", "Family help"),
        ],
        summary="  Seen at school.  ",
    )
    assert summary_text(over) == (
        "Hand-over H-7K3FQ2-M from Rivermead hub to Assessment Team East\n"
        "Decided 20 June 2026 at 11:00 by Priya Raman\n"
        "\n"
        "Maya Dobson, born 4 March 2022: Child and family assessment (See by Tue)\n"
        "Zoë, born date of birth not known: Family help\n"
        "\n"
        "Seen at school.\n"
        "\n"
        "Quote H-7K3FQ2-M to the hub.\n"
    )


@pytest.mark.parametrize(
    ("screened", "decided", "feedback", "progress"),
    [
        (False, False, [], Progress.RECEIVED),
        (True, False, [], Progress.LOOKED_AT),
        (True, True, [FeedbackState.DUE], Progress.DECIDED),
        (True, True, [FeedbackState.NOT_POSSIBLE], Progress.DECIDED),
        (True, True, [FeedbackState.SENT], Progress.TOLD),
        (True, True, [FeedbackState.READ], Progress.TOLD),
    ],
)
def test_how_far_a_referral_has_come(screened, decided, feedback, progress):
    found = progress_of(is_screened=screened, is_decided=decided, feedback=feedback)
    assert found is progress


def test_who_rings_or_stands_there_has_heard_at_once_and_a_file_has_not():
    assert was_told_at_once(Channel.PHONE)
    assert not was_told_at_once(Channel.POLICE_IMPORT)
