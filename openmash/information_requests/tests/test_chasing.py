"""Chasing: once a rung, whom it tells, and safe to run at any time (A6.3)."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from openmash.accounts.selectors import job_viewer
from openmash.core.facts import forget_listeners, when
from openmash.core.refusals import NotHere
from openmash.governance.selectors import tasks_on_case
from openmash.information_requests.facts import AgencyChased
from openmash.information_requests.models import Chaser
from openmash.information_requests.services import (
    CannotChase,
    chase,
    chase_what_is_late,
    nil_return,
)
from openmash.sharing.tests.factories import NOW


@pytest.fixture
def heard() -> Iterator[list[AgencyChased]]:
    forget_listeners()
    news: list[AgencyChased] = []
    when(AgencyChased, news.append)
    yield news
    forget_listeners()


@pytest.fixture
def chaser(cast):
    return job_viewer([cast.hub], name="Chaser")


def test_each_rung_is_climbed_once_and_tells_whom_the_ladder_says(
    cast, ask, chaser, heard, shared_case
):
    request = ask("police")  # due at 14:00, four hours after it was asked

    def run(hours: float) -> list[int]:
        at = NOW + timedelta(hours=hours)
        return [each.rung for each in chase_what_is_late(by=chaser, hub_id=cast.hub.id, at=at)]

    assert run(1.9) == []
    assert run(2) == [1]
    assert run(2) == []
    assert run(5) == [2, 3]
    assert run(30) == []
    assert [each.tells for each in heard] == ["owner", "agency_lead", "hub_manager"]
    assert {each.request_id for each in heard} == {request.id}
    (task,) = tasks_on_case(shared_case.id)
    assert "Rivermead Police has not answered" in task.words


def test_the_managers_task_is_settled_by_the_answer(cast, ask, chaser, shared_case):
    request = ask("police")
    late = NOW + timedelta(hours=5)
    chase_what_is_late(by=chaser, hub_id=cast.hub.id, at=late)
    lines = list(request.people.values_list("id", flat=True))
    nil_return(by=cast.pia, asked_about_ids=lines, at=late)
    assert not tasks_on_case(shared_case.id).exists()
    assert chase_what_is_late(by=chaser, hub_id=cast.hub.id, at=late) == []


def test_a_reminder_by_hand_may_be_sent_again(cast, ask):
    request = ask("police")
    chase(by=cast.sam, request_id=request.id, words="Rang the desk", at=NOW)
    chase(by=cast.sam, request_id=request.id, at=NOW)
    assert Chaser.objects.filter(rung=0).count() == 2
    assert Chaser.objects.filter(words="Rang the desk", chased_by_name="Sam Okafor").exists()


def test_a_rung_is_not_climbed_twice_by_hand(cast, ask):
    request = ask("police")
    chase(by=cast.sam, request_id=request.id, rung=1, at=NOW)
    with pytest.raises(CannotChase, match="already"):
        chase(by=cast.sam, request_id=request.id, rung=1, at=NOW)


def test_what_is_answered_is_not_chased_and_an_agency_does_not_chase_itself(cast, ask):
    request = ask("police")
    viewer = cast.see_as("pia")
    with pytest.raises(NotHere):
        chase(by=viewer, request_id=request.id, at=NOW)
    nil_return(by=viewer, asked_about_ids=request.people.values_list("id", flat=True), at=NOW)
    with pytest.raises(CannotChase, match="no longer waiting"):
        chase(by=cast.see_as("sam"), request_id=request.id, at=NOW)
