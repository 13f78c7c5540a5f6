"""The wall names nobody; the figures count honestly."""

from datetime import date, timedelta

import pytest

from openmash.cases.models import Case
from openmash.cases.services import allocate_case, restrict_case
from openmash.cases.tests.factories import IWAN, LESLEY, MAYA, NOW, received
from openmash.core.refusals import NotHere
from openmash.insight.rules import Period
from openmash.insight.selectors import figures, my_work, wall
from openmash.insight.tests.factories import (
    LATER,
    answered_nil,
    asked_case,
    child,
    ended_case,
    red_case,
)

NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))


def test_the_wall_shows_reference_rating_agencies_and_time_and_nobodys_name(cast):
    case = asked_case(cast, MAYA)
    answered_nil(cast, case, "health", "amira")
    shown = wall(cast.see_as("tom"), cast.hub.id, at=LATER)
    (line,) = shown.lines
    assert (line.reference, line.rating) == (case.reference, "red")
    assert line.due_at == NOW + timedelta(hours=4)
    assert {each.state.value for each in line.agencies} == {"answered", "waiting"}
    assert "Dobson" not in repr(shown)


def test_a_restricted_case_is_on_nobodys_wall(cast):
    case = red_case(cast, MAYA)
    priya = cast.see_as("priya")
    restrict_case(by=priya, case_id=case.id, named=[priya.id], why="Staff.", at=NOW)
    shown = wall(cast.see_as("priya"), cast.hub.id, at=LATER)
    assert (list(shown.lines), shown.cases) == ([], 0)


@pytest.mark.parametrize("who", ["lee", "rosa", "kit", "root"])
def test_the_wall_is_for_those_who_work_in_the_room(cast, who):
    with pytest.raises(NotHere):
        wall(cast.see_as(who), cast.hub.id, at=LATER)


def test_the_wall_costs_no_more_with_more_on_it(cast, django_assert_max_num_queries):
    for number in range(9):
        asked_case(cast, child(f"Ada{number}"))
    tom = cast.see_as("tom")
    with django_assert_max_num_queries(5):
        assert len(wall(tom, cast.hub.id, at=LATER).lines) == 9


def test_my_work_is_what_one_holds_and_the_tasks_one_may_do(cast):
    case = asked_case(cast, MAYA)
    priya = cast.see_as("priya")
    allocate_case(by=priya, case_id=case.id, to_id=priya.id, at=NOW)
    work = my_work(priya, cast.hub.id, at=LATER)
    assert [each.reference for each in work.rows] == [case.reference]
    assert work.tasks_in_all == len(work.tasks) > 0
    assert my_work(cast.see_as("sam"), cast.hub.id, at=LATER).rows == []


def test_figures_state_both_counts(cast):
    red_case(cast, MAYA, LESLEY)
    red_case(cast, child("Ada"), child("Bea"), rating="amber")
    received(cast.see_as("fay"), cast.hub.id, IWAN)
    shown = figures(cast.see_as("bea"), cast.hub.id, NOVEMBER, at=LATER)
    assert (shown.contacts, shown.children, shown.adults) == (3, 3, 1)
    by_rating = {each.label: (each.contacts, each.people) for each in shown.by_rating}
    assert (by_rating["Red"], by_rating["Amber"], by_rating[""]) == ((1, 1), (1, 2), (1, 1))
    assert shown.to_decision.length is None


def test_figures_outside_the_period_are_not_counted(cast):
    red_case(cast, MAYA)
    october = Period(date(2026, 10, 1), date(2026, 10, 31))
    assert figures(cast.see_as("bea"), cast.hub.id, october, at=LATER).contacts == 0


def test_figures_move_for_nobody_but_those_a_restricted_case_names(cast):
    case = ended_case(cast, MAYA)
    priya = cast.see_as("priya")
    assert figures(cast.see_as("bea"), cast.hub.id, NOVEMBER, at=LATER).by_outcome != []
    restrict_case(by=priya, case_id=case.id, named=[priya.id], why="Staff.", at=NOW)
    for who, counted in (("bea", 0), ("maya", 0), ("priya", 1)):
        shown = figures(cast.see_as(who), cast.hub.id, NOVEMBER, at=LATER)
        assert (shown.contacts, shown.children, len(shown.by_outcome)) == (counted,) * 3
        assert {each.label: each.contacts for each in shown.by_rating}["Red"] == counted
        assert shown.to_decision.of == counted


def test_a_contact_open_to_all_in_a_case_that_is_not_is_not_counted_either(cast):
    case = red_case(cast, MAYA)
    Case.objects.filter(id=case.id).update(restricted=True, audience=[cast.priya.id])
    assert figures(cast.see_as("bea"), cast.hub.id, NOVEMBER, at=LATER).contacts == 0
    assert figures(cast.see_as("priya"), cast.hub.id, NOVEMBER, at=LATER).contacts == 1


@pytest.mark.parametrize("who", ["sam", "tom", "lee", "root"])
def test_figures_are_for_those_who_may_see_them(cast, who):
    with pytest.raises(NotHere):
        figures(cast.see_as(who), cast.hub.id, NOVEMBER, at=LATER)
