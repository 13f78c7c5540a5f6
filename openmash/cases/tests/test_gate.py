"""Who may open a case. Hidden and absent look the same."""

from uuid import uuid4

import pytest

from openmash.accounts.selectors import job_viewer
from openmash.cases.selectors import (
    case_by_id,
    case_for,
    cases_visible_to,
    open_cases_of_people,
    people_of,
    tasks_for,
)
from openmash.cases.services import (
    CannotRestrict,
    add_agency_to_case,
    lift_restriction,
    restrict_case,
)
from openmash.cases.tests.factories import MAYA, NOW, opened
from openmash.core.refusals import NotHere
from openmash.intake.selectors import contacts_visible_to
from openmash.people.selectors import people_shown, search_people

WORKERS = {"sam", "bo", "fay", "fern", "abel", "priya", "owen", "maya"}


def _who_sees(cast, case) -> set[str]:
    return {
        name
        for name in cast.viewers
        if cases_visible_to(cast.see_as(name)).filter(id=case.id).exists()
    }


def test_the_hubs_workers_see_its_cases_and_nobody_else_does(cast):
    case = opened(cast.see_as("fay"), cast.hub.id)
    assert _who_sees(cast, case) == WORKERS


def test_an_agency_on_the_case_lets_its_answerers_in_and_not_its_referrers(cast):
    case = opened(cast.see_as("fay"), cast.hub.id)
    add_agency_to_case(case_id=case.id, agency_id=cast.agencies["police"].id, at=NOW)
    add_agency_to_case(case_id=case.id, agency_id=cast.agencies["school"].id, at=NOW)
    assert _who_sees(cast, case) == WORKERS | {"tom", "pia"}


def test_being_put_on_a_case_twice_is_being_put_on_it_once(cast):
    case = opened(cast.see_as("fay"), cast.hub.id)
    for _ in range(2):
        add_agency_to_case(case_id=case.id, agency_id=cast.agencies["police"].id, at=NOW)
    assert cases_visible_to(cast.see_as("tom")).count() == 1


def test_a_hidden_case_and_an_absent_one_look_the_same(cast):
    case = opened(cast.see_as("fay"), cast.hub.id)
    noor = cast.see_as("noor")
    for ask in (
        lambda: case_for(noor, case.reference),
        lambda: case_for(noor, "K-234567-8"),
        lambda: case_by_id(noor, case.id),
        lambda: case_by_id(noor, uuid4()),
    ):
        with pytest.raises(NotHere):
            ask()


def _restricted(cast, *names: str):
    case = opened(cast.see_as("fay"), cast.hub.id, MAYA)
    named = [cast.practitioners[each].id for each in names]
    restrict_case(by=cast.see_as("priya"), case_id=case.id, named=named, why="A colleague.", at=NOW)
    return case


def test_a_restricted_case_exists_for_its_named_list_alone(cast):
    case = _restricted(cast, "priya", "fay")
    assert _who_sees(cast, case) == {"priya", "fay"}


def test_restricting_never_adds_a_viewer(cast):
    case = opened(cast.see_as("fay"), cast.hub.id, MAYA)
    before = _who_sees(cast, case)
    named = [each.id for name, each in cast.practitioners.items() if name != "root"]
    restrict_case(by=cast.see_as("priya"), case_id=case.id, named=named, why="Staff.", at=NOW)
    assert _who_sees(cast, case) <= before


def test_the_jobs_that_keep_its_clocks_still_see_a_restricted_case(cast):
    case = _restricted(cast, "priya")
    job = job_viewer([cast.hub], name="Chaser")
    assert cases_visible_to(job).filter(id=case.id).exists()


def test_nothing_else_tells_that_a_restricted_case_is_there(cast):
    case = _restricted(cast, "priya")
    sam = cast.see_as("sam")
    people = [each.person_id for each in people_of(case)]
    assert search_people(sam, "Maya Dobson", on=NOW.date()) == []
    assert people_shown(sam, people, on=NOW.date()) == {}
    assert open_cases_of_people(sam, people) == []
    assert not contacts_visible_to(sam).exists()
    assert not tasks_for(sam, cast.hub.id).exists()
    assert search_people(cast.see_as("priya"), "Maya Dobson", on=NOW.date())


def test_a_restriction_is_lifted_with_a_reason_and_everything_comes_back(cast):
    case = _restricted(cast, "priya")
    priya = cast.see_as("priya")
    with pytest.raises(CannotRestrict, match="Say why"):
        lift_restriction(by=priya, case_id=case.id, why=" ", at=NOW)
    lift_restriction(by=priya, case_id=case.id, why="She has left.", at=NOW)
    assert _who_sees(cast, case) == WORKERS
    assert search_people(cast.see_as("sam"), "Maya Dobson", on=NOW.date())


def test_a_restriction_without_somebody_who_can_lift_it_is_refused_and_changes_nothing(cast):
    case = opened(cast.see_as("fay"), cast.hub.id)
    named = [cast.practitioners["sam"].id]
    with pytest.raises(CannotRestrict, match="at least one"):
        restrict_case(by=cast.see_as("priya"), case_id=case.id, named=named, why="Staff", at=NOW)
    assert _who_sees(cast, case) == WORKERS
