"""Asking agencies: rows, clocks, the disclosure, the footprint; and a refusal leaves nothing."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction

from openmash.audit.models import AuditEvent
from openmash.cases.models import Case
from openmash.cases.selectors import cases_visible_to
from openmash.core.facts import forget_listeners, when
from openmash.core.refusals import NotHere
from openmash.governance.selectors import clocks_about
from openmash.information_requests.facts import RequestOpened
from openmash.information_requests.models import InformationRequest, RequestPerson
from openmash.information_requests.selectors import (
    ask_options,
    outstanding_on,
    requests_on,
    requests_visible_to,
)
from openmash.information_requests.services import (
    CannotAsk,
    CannotWithdraw,
    ask_agencies,
    ask_now,
    withdraw_request,
)
from openmash.information_requests.tests.conftest import ASKED, POWER, share
from openmash.people.services import protect_address
from openmash.sharing.selectors import disclosures_of_case, standing_decision
from openmash.sharing.tests.factories import NOW, case_of, tell_of


@pytest.fixture
def heard() -> Iterator[list[RequestOpened]]:
    forget_listeners()
    news: list[RequestOpened] = []
    when(RequestOpened, news.append)
    yield news
    forget_listeners()


def actions() -> list[str]:
    events = AuditEvent.objects.order_by("at", "id")
    return [each for each in events.values_list("action", flat=True) if "request" in each]


def test_asking_leaves_the_request_its_people_its_clock_and_its_footprint(
    cast, ask, family, shared_case, heard
):
    request = ask("police", period_from=NOW.date() - timedelta(days=730))
    assert request.state == "open"
    assert request.reference.startswith("R-")
    assert [each.name for each in request.people.order_by("position")] == [
        "Maya Dobson",
        "Gordon Dobson",
    ]
    assert request.prompts
    (clock,) = clocks_about([request.id])[request.id]
    assert clock.due_at == request.due_at == datetime(2026, 11, 20, 14, 0, tzinfo=UTC)
    assert actions() == ["information_requests.asked"]
    assert heard == [RequestOpened(request.id, cast.hub.id)]


def test_what_left_is_on_the_disclosure_register_with_its_basis(cast, ask, shared_case, family):
    request = ask("health")
    (left,) = disclosures_of_case(cast.priya, shared_case.id)
    assert left.about_id == request.id
    assert left.decision == standing_decision(shared_case.id)
    assert set(left.persons) == {each.id for each in family}
    assert left.to_words == "Rivermead Health"


def test_an_agency_asked_may_open_the_case_and_one_not_asked_may_not(cast, ask, shared_case):
    ask("police")
    assert cases_visible_to(cast.see_as("tom")).filter(id=shared_case.id).exists()
    assert not cases_visible_to(cast.see_as("amira")).filter(id=shared_case.id).exists()


def test_each_agency_sees_what_it_was_asked_and_nobody_elses(cast, ask):
    police, health = ask("police"), ask("health")
    assert list(requests_visible_to(cast.see_as("tom"))) == [police]
    assert list(requests_visible_to(cast.see_as("amira"))) == [health]
    assert set(requests_visible_to(cast.see_as("sam"))) == {police, health}
    assert list(requests_visible_to(cast.see_as("noor"))) == []
    assert list(requests_visible_to(cast.see_as("lee"))) == []


def test_nobody_is_asked_before_agreement_and_basis_are_decided(cast, case, family):
    with pytest.raises(CannotAsk, match="lawful basis step"), transaction.atomic():
        ask_agencies(
            by=cast.priya,
            case_id=case.id,
            agency_ids=[cast.agencies["police"].id],
            person_ids=[family[0].id],
            at=NOW,
            **ASKED,
        )
    assert not InformationRequest.objects.exists()
    assert not clocks_about([case.id]).get(case.id)
    assert actions() == []


def test_a_red_is_asked_at_once_in_one_press(cast, family):
    red = case_of(cast, family, rating="red")
    requests = ask_now(by=cast.sam, case_id=red.id, at=NOW)
    decision = standing_decision(red.id)
    assert decision is not None
    assert decision.was_urgent
    assert {each.agency.kind for each in requests} == {
        "csc",
        "police",
        "health",
        "education",
        "probation",
    }
    assert {each.due_at for each in requests} == {NOW + timedelta(hours=2)}
    assert {each.power_relied_on for each in requests} == {POWER}


def test_one_press_is_refused_for_an_amber_and_asks_nobody(cast, case):
    with pytest.raises(Exception, match="can wait"), transaction.atomic():
        ask_now(by=cast.priya, case_id=case.id, at=NOW)
    assert not InformationRequest.objects.exists()


def test_a_red_lowered_to_amber_waits_for_the_whole_decision(cast, family):
    red = case_of(cast, family, rating="red")
    ask_now(by=cast.sam, case_id=red.id, at=NOW)
    Case.objects.filter(id=red.id).update(rating="amber")
    with pytest.raises(CannotAsk, match="shared yet"):
        ask_agencies(
            by=cast.sam,
            case_id=red.id,
            agency_ids=[cast.agencies["housing"].id],
            person_ids=[family[0].id],
            at=NOW,
            **ASKED,
        )


def test_pressed_twice_each_agency_is_asked_once(cast, ask, family):
    ask("police", person_ids=[family[0].id])
    with pytest.raises(CannotAsk, match="already been asked"):
        ask("police", person_ids=[family[0].id])
    ask("police")
    assert RequestPerson.objects.count() == 2


def test_each_agency_may_be_asked_its_own_question_about_its_own_people(cast, ask, family):
    probation = cast.agencies["probation"].id
    request = ask(
        "probation",
        people_by_agency={probation: [family[1].id]},
        question_by_agency={probation: "Is Gordon on licence?"},
    )
    assert request.question == "Is Gordon on licence?"
    assert [each.name for each in request.people.all()] == ["Gordon Dobson"]


def test_a_protected_address_is_never_in_a_request(cast, ask, family):
    protect_address(by=cast.priya, person_id=family[0].id, why="Refuge", at=NOW)
    request = ask("police")
    maya, gordon = request.people.order_by("position")
    assert "Mill Lane" not in maya.address_words
    assert "Mill Lane" in gordon.address_words


def test_only_people_of_the_case_and_agencies_of_the_hub_are_named(cast, ask, shared_case):
    stranger = tell_of(cast, "Somebody", "Else")
    with pytest.raises(CannotAsk, match="in this case"):
        ask("police", person_ids=[stranger.id])
    with pytest.raises(CannotAsk, match="agencies of this hub"):
        ask("police", agency_ids=[cast.agencies["school"].id])


def test_somebody_who_does_not_work_the_case_cannot_ask(cast, shared_case, family):
    for name in ("tom", "amira", "noor", "lee"):
        viewer = cast.see_as(name)
        with pytest.raises(NotHere):
            ask_agencies(
                by=viewer,
                case_id=shared_case.id,
                agency_ids=[cast.agencies["police"].id],
                person_ids=[family[0].id],
                at=NOW,
                **ASKED,
            )


def test_a_restricted_case_asks_only_through_its_named_list(cast, family):
    secret = case_of(cast, family, named=[cast.priya.id, cast.tom.id])
    share(cast, secret)
    ask_agencies(
        by=cast.priya,
        case_id=secret.id,
        agency_ids=[cast.agencies["police"].id],
        person_ids=[family[0].id],
        at=NOW,
        **ASKED,
    )
    assert requests_visible_to(cast.see_as("tom")).count() == 1
    assert requests_visible_to(cast.see_as("pia")).count() == 0
    assert requests_visible_to(cast.see_as("sam")).count() == 0


def test_the_page_offers_the_usual_agencies_with_why_and_by_when(cast, shared_case):
    options = ask_options(cast.sam, shared_case, NOW)
    usual = {each.kind.value for each in options.agencies if each.by_default}
    assert usual == {"csc", "police", "health", "education", "probation", "housing", "early_help"}
    assert all(each.due_at and each.due_at > NOW for each in options.agencies)
    assert all(each.prompts for each in options.agencies if each.by_default)
    assert options.picture.may_share
    assert [each.shown.name for each in options.people] == ["Maya Dobson", "Gordon Dobson"]


def test_the_requests_of_a_case_come_with_their_people_in_three_queries(
    cast, ask, shared_case, django_assert_max_num_queries
):
    ask("police")
    ask("health")
    with django_assert_max_num_queries(3):
        names = [
            [person.name for person in each.people.all()]
            for each in requests_on(cast.sam, shared_case.id)
        ]
    assert len(names) == 2


def test_a_request_is_withdrawn_with_its_reason_and_its_clock_stops(cast, ask, shared_case):
    request = ask("police")
    withdraw_request(by=cast.sam, request_id=request.id, because="Asked in error", at=NOW)
    request.refresh_from_db()
    assert (request.state, request.withdrawn_because) == ("withdrawn", "Asked in error")
    assert not outstanding_on(shared_case.id).exists()
    (clock,) = clocks_about([request.id])[request.id]
    assert clock.stopped_at == NOW
    with pytest.raises(CannotWithdraw):
        withdraw_request(by=cast.sam, request_id=request.id, because="Again", at=NOW)


def test_an_agency_does_not_withdraw_what_it_is_asked(cast, ask):
    request = ask("police")
    viewer = cast.see_as("tom")
    with pytest.raises(NotHere):
        withdraw_request(by=viewer, request_id=request.id, because="Too busy", at=NOW)


def test_withdrawing_needs_a_reason(cast, ask):
    request = ask("police")
    with pytest.raises(CannotWithdraw, match="Say why"):
        withdraw_request(by=cast.sam, request_id=request.id, because=" ", at=NOW)
