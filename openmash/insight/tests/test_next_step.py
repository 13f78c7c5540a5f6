"""What next, and why: one line for everything that may stand on the board."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openmash.cases.terms import BEFORE_DECISION, CaseStatus
from openmash.insight.rules import Asked, StepFacts, next_step
from openmash.insight.terms import Waiting
from openmash.people.terms import Sex

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
DUE = NOW + timedelta(hours=2)
HEALTH = Asked("health", asked_at=NOW - timedelta(hours=1), due_at=NOW + timedelta(hours=1))
POLICE = Asked("police", asked_at=NOW - timedelta(hours=3), due_at=NOW - timedelta(hours=1))
CHECKS = StepFacts(status=CaseStatus.CHECKS, is_screened=True, due_at=DUE)
ASKED = replace(CHECKS, may_ask=True, was_asked=True)

TABLE = [
    (StepFacts(), Waiting.SCREENING, "Screen"),
    (StepFacts(in_danger=True), Waiting.SCREENING, "Screen now"),
    (StepFacts(was_asked_back=True), Waiting.SCREENING, "Screen"),
    (StepFacts(is_screened=True), Waiting.SCREENING, "Open a case"),
    (CHECKS, Waiting.ASKING, "Decide what may be shared"),
    (replace(CHECKS, is_urgent=True), Waiting.ASKING, "Ask the agencies now"),
    (replace(CHECKS, may_ask=True), Waiting.ASKING, "Ask the agencies"),
    (
        replace(ASKED, waiting_for=(HEALTH,)),
        Waiting.ANSWERS,
        "Waiting for %(agencies)s (asked %(when)s)",
    ),
    (
        replace(ASKED, waiting_for=(HEALTH, POLICE)),
        Waiting.ANSWERS,
        "Chase %(agencies)s (asked %(when)s)",
    ),
    (ASKED, Waiting.DECISION, "Decide"),
    (
        replace(CHECKS, unsafe_adult=Sex.MALE),
        Waiting.SAFETY,
        "Is he safe tonight? Ask what he wants",
    ),
    (
        replace(CHECKS, unsafe_adult=Sex.FEMALE),
        Waiting.SAFETY,
        "Is she safe tonight? Ask what she wants",
    ),
    (
        replace(CHECKS, unsafe_adult=Sex.NOT_KNOWN),
        Waiting.SAFETY,
        "Are they safe tonight? Ask what they want",
    ),
    (
        replace(ASKED, must_speak=True, waiting_for=(HEALTH,)),
        Waiting.DECISION,
        "Speak to the agency that holds more",
    ),
    (replace(CHECKS, status=CaseStatus.DISCUSSION), Waiting.DECISION, "Hold the discussion"),
    (replace(CHECKS, status=CaseStatus.DECISION_PENDING), Waiting.DECISION, "Decide"),
    (
        replace(CHECKS, status=CaseStatus.DECISION_PENDING, was_returned=True),
        Waiting.DECISION,
        "Decide again",
    ),
    (
        replace(CHECKS, status=CaseStatus.DECIDED),
        Waiting.FEEDBACK,
        "Hand over, and tell the referrer",
    ),
    (
        replace(CHECKS, status=CaseStatus.ONWARD, late_answer=True),
        Waiting.REVIEW,
        "Read the late answer",
    ),
    (
        replace(CHECKS, status=CaseStatus.ONWARD, team="Assessment Team East"),
        Waiting.ACCEPTANCE,
        "Waiting for %(team)s to accept",
    ),
    (
        replace(CHECKS, status=CaseStatus.DECISION_PENDING, was_sent_back=True),
        Waiting.DECISION,
        "Decide again",
    ),
    (
        replace(CHECKS, status=CaseStatus.DECIDED, waits_for_second=True, is_held=True),
        Waiting.SECOND_READING,
        "Waiting for a second person",
    ),
    (
        replace(CHECKS, status=CaseStatus.DECIDED, waits_for_second=True),
        Waiting.FEEDBACK,
        "Hand over, and tell the referrer",
    ),
    (
        replace(CHECKS, status=CaseStatus.ONWARD, waits_for_second=True, team="East"),
        Waiting.SECOND_READING,
        "Waiting for a second person",
    ),
    (replace(CHECKS, status=CaseStatus.FEEDBACK_DUE), Waiting.FEEDBACK, "Tell the referrer"),
    (replace(CHECKS, status=CaseStatus.CLOSED), Waiting.NOTHING, "Nothing more"),
]


@pytest.mark.parametrize(("facts", "waiting", "words"), TABLE)
def test_every_situation_has_its_line(facts, waiting, words):
    step = next_step(facts, at=NOW)
    assert (step.waiting, step.words) == (waiting, words)


def test_only_the_late_are_chased_and_the_first_asked_is_named():
    step = next_step(replace(ASKED, waiting_for=(HEALTH, POLICE)), at=NOW)
    assert (step.agencies, step.asked_at) == (("police",), POLICE.asked_at)


def test_a_decision_says_who_it_need_not_wait_for():
    facts = replace(ASKED, status=CaseStatus.DECISION_PENDING, waiting_for=(HEALTH,))
    step = next_step(facts, at=NOW)
    assert (step.words, step.agencies) == ("Decide", ("health",))
    assert "without waiting" in step.why


def test_whoever_may_not_know_of_h4_is_told_nothing_of_it():
    told = next_step(replace(ASKED, must_speak=False), at=NOW)
    assert "speak" not in (told.words + told.why).lower()


facts = st.builds(
    StepFacts,
    status=st.none() | st.sampled_from(CaseStatus),
    is_screened=st.booleans(),
    in_danger=st.booleans(),
    was_asked_back=st.booleans(),
    is_urgent=st.booleans(),
    may_ask=st.booleans(),
    was_asked=st.booleans(),
    waiting_for=st.lists(st.sampled_from([HEALTH, POLICE]), max_size=3).map(tuple),
    unsafe_adult=st.none() | st.sampled_from(Sex),
    must_speak=st.booleans(),
    was_returned=st.booleans(),
    was_sent_back=st.booleans(),
    late_answer=st.booleans(),
    waits_for_second=st.booleans(),
    is_held=st.booleans(),
    team=st.sampled_from(["", "Assessment Team East"]),
    due_at=st.just(DUE),
)


@given(facts)
def test_there_is_always_a_line_with_a_reason(facts):
    step = next_step(facts, at=NOW)
    assert step.words
    assert step.why
    assert step.due == (DUE if step.waiting is not Waiting.NOTHING else None)


@given(facts)
def test_the_words_have_no_place_that_nobody_fills(facts):
    step = next_step(facts, at=NOW)
    filled = f"{step.words} {step.why}" % {
        "agencies": ", ".join(step.agencies) or "?",
        "when": step.asked_at or "?",
        "team": step.team or "?",
    }
    assert "?" not in filled.replace("tonight?", "")


@given(facts)
def test_nothing_before_the_decision_waits_for_acceptance_or_feedback(facts):
    if facts.status in BEFORE_DECISION:
        assert next_step(facts, at=NOW).waiting not in (
            Waiting.ACCEPTANCE,
            Waiting.FEEDBACK,
            Waiting.REVIEW,
            Waiting.SECOND_READING,
            Waiting.NOTHING,
        )
