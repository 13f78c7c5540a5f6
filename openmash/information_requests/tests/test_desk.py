"""The agency's desk: one person a line, soonest due first, how far it has got."""

from datetime import timedelta

import pytest

from openmash.information_requests.rules import ItemGiven
from openmash.information_requests.selectors import (
    DeskFilters,
    desk_line,
    persons_left,
    requests_for_desk,
)
from openmash.information_requests.services import (
    ask_agencies,
    ask_now,
    chase,
    correct_return,
    nil_return,
    respond,
)
from openmash.information_requests.terms import Answer
from openmash.information_requests.tests.conftest import ASKED, share
from openmash.sharing.tests.factories import NOW, case_of, tell_of

LATER = NOW + timedelta(hours=1)
ALL = DeskFilters(show="all")


def desk(cast, name="pia", **change):
    return requests_for_desk(cast.viewers[name], cast.hub.id, **{"at": LATER, **change})


@pytest.fixture
def asked(cast, ask):
    """Have police asked about two people of an amber case, then about one of a red one."""
    amber = ask("police")
    red = case_of(cast, [tell_of(cast, "Iwan", "Prys")], rating="red", concern="A fall")
    ask_now(by=cast.sam, case_id=red.id, at=NOW)
    return amber


def test_one_person_a_line_soonest_due_first(cast, asked):
    found = desk(cast)
    assert [each.name for each in found.lines] == ["Iwan Prys", "Maya Dobson", "Gordon Dobson"]
    assert (found.total, found.answered, found.left) == (3, 0, 3)
    maya = found.lines[1]
    assert maya.born_words == "14 March 2019"
    assert maya.part == "Child of concern"
    assert maya.request.purpose == "To decide what help Maya needs"
    assert found.hub_phone == "01632 960100"


def test_nobody_elses_desk_shows_it(cast, asked):
    assert desk(cast, "eve").total == 1  # education was asked about the red only
    assert desk(cast, "lee").total == 0
    assert desk(cast, "noor").total == 0
    assert desk(cast, "priya").total == 0


def test_an_answer_moves_the_count_and_stays_on_the_list_for_the_day(cast, asked):
    maya = desk(cast).lines[1]
    nil_return(by=cast.pia, asked_about_ids=[maya.asked_about_id], at=LATER)
    assert [each.name for each in desk(cast).lines] == ["Iwan Prys", "Gordon Dobson"]
    whole = desk(cast, filters=ALL)
    assert (whole.total, whole.answered) == (3, 1)
    answer = whole.lines[1].answer
    assert answer is not None
    assert (answer.answer, answer.answered_by) == (Answer.NOT_KNOWN, "Pia Novak")
    assert persons_left(cast.pia, cast.hub.id) == 2


def test_tomorrow_what_was_finished_today_has_gone(cast, asked):
    lines = [each.asked_about_id for each in desk(cast).lines]
    nil_return(by=cast.pia, asked_about_ids=lines, at=LATER)
    assert desk(cast, filters=ALL).total == 3
    tomorrow = desk(cast, filters=ALL, at=LATER + timedelta(days=1))
    assert (tomorrow.total, list(tomorrow.lines)) == (0, [])
    assert tomorrow.usual_reply == timedelta(hours=1)


def test_filters_by_rating_by_due_and_by_answered(cast, asked):
    assert len(desk(cast, filters=DeskFilters(rating="red")).lines) == 1
    assert len(desk(cast, filters=DeskFilters(due="today")).lines) == 3
    after_the_red = NOW + timedelta(hours=3)
    overdue = desk(cast, filters=DeskFilters(due="overdue"), at=after_the_red)
    assert [each.name for each in overdue.lines] == ["Iwan Prys"]
    assert overdue.lines[0].is_late
    assert overdue.overdue == 1
    assert desk(cast, filters=DeskFilters(show="answered")).lines == []


def test_a_line_says_how_often_it_was_chased_and_what_was_put_right(cast, asked):
    chase(by=cast.sam, request_id=asked.id, at=NOW)
    maya = desk(cast).lines[1]
    assert maya.reminders == 1
    (old,) = nil_return(by=cast.pia, asked_about_ids=[maya.asked_about_id], at=LATER)
    correct_return(
        by=cast.pia, return_id=old.id, answer="no_trace", reason="Looked again", at=LATER
    )
    line = desk_line(cast.pia, maya.asked_about_id, cast.hub.id, LATER)
    assert line is not None
    assert line.answer is not None
    assert (line.answer.answer, line.answer.was_corrected) == (Answer.NO_TRACE, True)
    assert desk_line(cast.amira, maya.asked_about_id, cast.hub.id, LATER) is None


def test_an_answer_in_part_is_still_to_be_finished(cast, asked):
    maya = desk(cast).lines[1]
    respond(
        by=cast.pia,
        request_id=asked.id,
        asked_about_id=maya.asked_about_id,
        answer="known",
        items=[ItemGiven(words="A call in September")],
        is_partial=True,
        at=LATER,
    )
    line = desk(cast).lines[1]
    assert line.name == "Maya Dobson"
    assert line.answer is not None
    assert line.answer.is_partial
    assert not line.is_answered


@pytest.mark.parametrize("count", [3, 100])
def test_the_desk_costs_the_same_with_three_lines_and_a_hundred(
    cast, count, django_assert_max_num_queries
):
    people = [tell_of(cast, "Child", f"Number {n}") for n in range(count)]
    case = case_of(cast, people)
    share(cast, case)
    ask_agencies(
        by=cast.sam,
        case_id=case.id,
        agency_ids=[cast.agencies["police"].id],
        person_ids=[each.id for each in people],
        at=NOW,
        **ASKED,
    )
    with django_assert_max_num_queries(7):
        found = desk(cast)
    assert len(found.lines) == min(count, 50)
    assert found.total == count
