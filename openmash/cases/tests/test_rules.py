"""What may happen to a case, on paper."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openmash.cases.rules import (
    GivingTo,
    Rerating,
    Talk,
    first_status,
    move_problem,
    obstacles_to_giving,
    obstacles_to_rating,
    obstacles_to_record,
    obstacles_to_restricting,
    settled_at,
    starts_product_clock,
)
from openmash.cases.terms import (
    ALLOWED_MOVES,
    BEFORE_DECISION,
    AllocationKind,
    CaseStatus,
    ConversationKind,
    How,
)
from openmash.core.handling import HandlingCode

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
SAM, FAY, PRIYA = UUID(int=1), UUID(int=2), UUID(int=3)


def test_every_status_says_where_it_may_go():
    assert set(ALLOWED_MOVES) == set(CaseStatus)


@pytest.mark.parametrize("status", sorted(BEFORE_DECISION))
def test_urgent_harm_is_decided_from_anywhere_before_the_decision(status):
    assert move_problem(status, CaseStatus.DECIDED) is None


@pytest.mark.parametrize("status", sorted(BEFORE_DECISION))
def test_nothing_closes_without_a_decision(status):
    assert move_problem(status, CaseStatus.CLOSED)


@pytest.mark.parametrize(
    "status", [CaseStatus.DECIDED, CaseStatus.ONWARD, CaseStatus.FEEDBACK_DUE, CaseStatus.CLOSED]
)
def test_a_decision_can_always_be_opened_again(status):
    assert move_problem(status, CaseStatus.DECISION_PENDING) is None


def test_a_move_that_is_not_allowed_is_named_in_words():
    assert move_problem(CaseStatus.CHECKS, CaseStatus.CLOSED) == (
        "A case that is “Checks with partners” cannot become “Closed”."
    )


@given(st.sampled_from(CaseStatus), st.sampled_from(CaseStatus))
def test_a_move_is_refused_exactly_when_it_is_not_on_the_table(old, new):
    assert (move_problem(old, new) is None) == (new in ALLOWED_MOVES[old])


@pytest.mark.parametrize(
    ("answers", "status"),
    [
        ([True], CaseStatus.DECISION_PENDING),
        ([False], CaseStatus.CHECKS),
        ([True, False], CaseStatus.CHECKS),
    ],
)
def test_one_contact_that_needs_checks_sends_the_case_to_checks(answers, status):
    assert first_status(answers) is status


@pytest.mark.parametrize(
    ("status", "rating", "beside", "starts"),
    [
        (CaseStatus.CHECKS, "amber", False, True),
        (CaseStatus.DECISION_PENDING, "red", True, True),
        (CaseStatus.DECISION_PENDING, "red", False, False),
        (CaseStatus.DECISION_PENDING, "green", True, False),
    ],
)
def test_the_product_clock_starts_with_the_checks(status, rating, beside, starts):
    assert (
        starts_product_clock(status, rating=rating, straight=("red",), checks_run_beside=beside)
        is starts
    )


GIVING = GivingTo(
    by_id=PRIYA,
    to_id=FAY,
    may_allocate=True,
    may_keep_record=True,
    holder_id=None,
    workers={SAM, FAY, PRIYA},
)


def test_a_manager_gives_a_case_to_a_worker():
    assert obstacles_to_giving(GIVING) == []


def test_anybody_takes_a_case_that_nobody_holds():
    taking = replace(GIVING, by_id=FAY, may_allocate=False)
    assert obstacles_to_giving(taking) == []
    assert obstacles_to_giving(replace(taking, holder_id=SAM)) != []


def test_nobody_takes_cover_or_gives_a_case_away_without_being_a_manager():
    taking = replace(GIVING, by_id=FAY, may_allocate=False)
    assert obstacles_to_giving(replace(taking, kind=AllocationKind.COVER)) != []
    assert obstacles_to_giving(replace(taking, to_id=SAM)) != []


def test_a_case_goes_only_to_somebody_who_works_here_and_may_see_it():
    assert obstacles_to_giving(replace(GIVING, workers={SAM})) == [
        "Choose somebody who works in this hub."
    ]
    assert obstacles_to_giving(replace(GIVING, named={SAM})) == [
        "This case is restricted, and that person is not on its list."
    ]


def test_giving_a_case_to_its_holder_changes_nothing_and_says_so():
    found = obstacles_to_giving(replace(GIVING, holder_id=FAY))
    assert found == ["That person already has the case."]


RATING = Rerating(
    new="amber",
    known=("red", "amber", "green"),
    why="Two more reports.",
    may_rate=True,
    as_hub=True,
    step=None,
    agencies={},
)


def test_a_rating_needs_a_known_word_a_reason_and_somebody_who_may():
    worst = replace(RATING, new="purple", why=" ", may_rate=False)
    assert len(obstacles_to_rating(worst)) == 3
    assert obstacles_to_rating(RATING) == []


def test_only_some_may_settle_what_the_agencies_see_differently():
    disputed = replace(RATING, agencies={"Police": "red", "Health": "amber", "Probation": "red"})
    assert obstacles_to_rating(disputed) == [
        "Seen differently by Police and Probation: ask a decision maker to settle it."
    ]
    assert obstacles_to_rating(replace(disputed, step=1)) == []
    assert obstacles_to_rating(replace(disputed, as_hub=False)) == []


def test_the_higher_step_of_the_ladder_has_the_last_word():
    disputed = replace(RATING, agencies={"Police": "red"}, step=1, settled_step=2)
    (reason,) = obstacles_to_rating(disputed)
    assert "settled already at a higher step" in reason
    assert obstacles_to_rating(replace(disputed, step=2)) == []
    assert obstacles_to_rating(replace(disputed, agencies={"Police": "amber"})) == []


def test_a_rating_is_settled_only_where_somebody_sees_it_differently():
    disputed = replace(RATING, agencies={"Police": "red"}, step=2)
    assert settled_at(disputed) == 2
    assert settled_at(replace(disputed, agencies={"Police": "amber"})) is None
    assert settled_at(replace(disputed, as_hub=False)) is None


TALK = Talk(
    kind=ConversationKind.CONVERSATION,
    with_whom="Lesley's midwife",
    how=How.PHONE,
    was_reached=True,
    happened_at=NOW - timedelta(hours=1),
    said="She was seen on Monday.",
    code=HandlingCode.H2,
    may_keep_record=True,
    may_direct=False,
)


def test_a_conversation_is_recorded_with_whom_and_how():
    assert obstacles_to_record(TALK, at=NOW) == []
    assert len(obstacles_to_record(replace(TALK, with_whom="", how=None), at=NOW)) == 2


def test_an_attempt_says_whom_and_was_not_reached():
    attempt = replace(TALK, kind=ConversationKind.ATTEMPT)
    assert len(obstacles_to_record(attempt, at=NOW)) == 1
    assert obstacles_to_record(replace(attempt, was_reached=False), at=NOW) == []


def test_a_note_is_with_nobody():
    note = replace(TALK, kind=ConversationKind.NOTE, with_whom="", how=None, was_reached=None)
    assert obstacles_to_record(note, at=NOW) == []


def test_only_a_manager_signs_a_direction():
    direction = replace(TALK, kind=ConversationKind.DIRECTION)
    assert obstacles_to_record(direction, at=NOW) != []
    assert obstacles_to_record(replace(direction, may_direct=True), at=NOW) == []


@pytest.mark.parametrize(
    "changed",
    [
        {"said": " "},
        {"happened_at": NOW + timedelta(minutes=1)},
        {"code": HandlingCode.H4},
        {"may_keep_record": False},
    ],
)
def test_an_entry_is_refused_for_one_reason_at_a_time(changed):
    assert len(obstacles_to_record(replace(TALK, **changed), at=NOW)) == 1


def test_a_restriction_names_somebody_who_can_lift_it():
    named = [uuid4()]
    ask: dict[str, Any] = {"may_restrict": True, "named": named, "why": "A colleague's family."}
    assert obstacles_to_restricting(**ask, can_lift=set(named)) == []
    assert len(obstacles_to_restricting(**ask, can_lift={uuid4()})) == 1
    assert len(obstacles_to_restricting(may_restrict=False, named=[], can_lift=set(), why="")) == 3
