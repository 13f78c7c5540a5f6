"""When an agency may be asked, on paper."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openmash.core.working_time import HubHours, Span
from openmash.governance.rules import load_preset
from openmash.governance.terms import AgencyKind
from openmash.information_requests.rules import (
    Asking,
    AskingPicture,
    obstacles_to_asking,
    reply_due,
    rungs_due,
    still_to_ask,
)

POLICE, HEALTH, STRANGERS = UUID(int=1), UUID(int=2), UUID(int=9)
MAYA, GORDON, NOBODY = UUID(int=11), UUID(int=12), UUID(int=19)
LADDER = (50, 80, 100)
ASKED = datetime(2026, 11, 20, 16, 0, tzinfo=UTC)  # a Friday
NINE_TO_FIVE = HubHours(week=((Span(time(9), time(17)),),) * 5 + ((), ()))

ASKING = Asking(
    people_by_agency={POLICE: [MAYA, GORDON], HEALTH: [MAYA]},
    question_by_agency={POLICE: "Calls to the address?", HEALTH: "Missed appointments?"},
    summary="A neighbour heard shouting and a child crying.",
    purpose="To decide what help Maya needs",
    power_relied_on="Children Act 1989, section 47",
)
READY = AskingPicture(
    may_ask=True,
    case_is_open=True,
    sharing_is_decided=True,
    may_share=True,
    agencies_of_hub=[POLICE, HEALTH],
    people_of_case=[MAYA, GORDON],
)


def test_a_whole_question_on_a_decided_case_goes_out():
    assert obstacles_to_asking(ASKING, READY) == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"may_ask": False}, "not authorised"),
        ({"case_is_open": False}, "closed"),
        ({"sharing_is_decided": False, "may_share": False}, "lawful basis step"),
        ({"may_share": False}, "does not let anything be shared"),
        ({"threshold_is_clear": True}, "asks only where it is not"),
        ({"agencies_of_hub": [POLICE]}, "agencies of this hub"),
        ({"people_of_case": [MAYA]}, "in this case"),
    ],
)
def test_each_thing_missing_from_the_hub_is_one_reason(change, words):
    (reason,) = obstacles_to_asking(ASKING, replace(READY, **change))
    assert words in reason


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"people_by_agency": {}}, "at least one agency"),
        ({"people_by_agency": {POLICE: []}}, "at least one person"),
        ({"question_by_agency": {POLICE: "Calls?"}}, "what you ask of each"),
        ({"summary": " "}, "why you ask"),
        ({"purpose": ""}, "what the information is for"),
        ({"power_relied_on": ""}, "power relied on"),
        ({"period_from": date(2026, 5, 1), "period_until": date(2025, 5, 1)}, "before it begins"),
    ],
)
def test_each_thing_missing_from_the_question_is_one_reason(change, words):
    (reason,) = obstacles_to_asking(replace(ASKING, **change), READY)
    assert words in reason


def test_somebody_already_asked_about_is_not_asked_about_twice():
    left = still_to_ask(ASKING.people_by_agency, {(POLICE, MAYA), (HEALTH, MAYA)})
    assert left == {POLICE: [GORDON]}
    assert still_to_ask(ASKING.people_by_agency, set()) == ASKING.people_by_agency


def test_the_ladder_is_climbed_as_time_goes():
    due = ASKED + timedelta(hours=10)

    def at(hours: float) -> tuple[int, ...]:
        now = ASKED + timedelta(hours=hours)
        return rungs_due(LADDER, asked_at=ASKED, due_at=due, now=now)

    assert at(4.9) == ()
    assert at(5) == (1,)
    assert at(8) == (1, 2)
    assert at(10) == (1, 2, 3)
    assert at(99) == (1, 2, 3)


def test_a_weekend_is_nobodys_delay():
    """Asked on Friday at four, due on Monday at noon: four hours of the agency's own time."""
    due = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    sunday = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
    asked: dict[str, Any] = {"asked_at": ASKED, "due_at": due}
    assert rungs_due(LADDER, **asked, now=sunday) == (1,)
    assert rungs_due(LADDER, **asked, now=sunday, hours=NINE_TO_FIVE) == ()
    monday = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
    assert rungs_due(LADDER, **asked, now=monday, hours=NINE_TO_FIVE) == (1,)


@given(
    allowed=st.timedeltas(min_value=timedelta(minutes=1), max_value=timedelta(days=30)),
    earlier=st.timedeltas(min_value=timedelta(), max_value=timedelta(days=40)),
    more=st.timedeltas(min_value=timedelta(), max_value=timedelta(days=40)),
    hours=st.sampled_from([None, NINE_TO_FIVE]),
)
def test_a_rung_once_reached_stays_reached(allowed, earlier, more, hours):
    def at(now: datetime) -> set[int]:
        due = ASKED + allowed
        return set(rungs_due(LADDER, asked_at=ASKED, due_at=due, now=now, hours=hours))

    assert at(ASKED + earlier) <= at(ASKED + earlier + more)
    assert at(max(ASKED + allowed, ASKED + earlier)) == {1, 2, 3}


def test_a_red_is_to_be_answered_in_two_hours_and_an_amber_in_the_agencys_own_time():
    london = load_preset("london")
    red = reply_due(london, rating="red", kind=AgencyKind.POLICE, asked_at=ASKED)
    amber = reply_due(london, rating="amber", kind=AgencyKind.POLICE, asked_at=ASKED)
    assert red == ASKED + timedelta(hours=2)
    assert amber is not None
    assert amber.date() == date(2026, 11, 23)
