"""What a hub settles about its agencies is honoured when they are asked and when they answer."""

from datetime import timedelta

import pytest
from django.db import transaction

from openmash.cases.services import move_case
from openmash.cases.terms import CaseStatus
from openmash.information_requests.models import InformationRequest, Item
from openmash.information_requests.rules import ItemGiven
from openmash.information_requests.selectors import ask_options
from openmash.information_requests.services import CannotAnswer, CannotAsk, ask_agencies, respond
from openmash.information_requests.tests.conftest import ASKED
from openmash.people.models import Address
from openmash.sharing.tests.factories import NOW
from tests.settling import settle

EAST = {"code": "east", "name": "East", "authority": "East", "postcodes": ["ZX1"]}
WEST = {"code": "west", "name": "West", "authority": "West", "postcodes": ["ZX2"]}
ITEM = ItemGiven(words="Called to the address")


def usual(cast, case):
    options = ask_options(cast.priya, case, NOW)
    return {each.kind for each in options.agencies if each.by_default}


def offered(cast, case):
    return {each.kind for each in ask_options(cast.priya, case, NOW).agencies}


def lives_at(person, postcode):
    Address.objects.filter(person_id=person.id).update(postcode=postcode)


class TestAgencies:
    def test_an_agency_that_only_views_is_neither_offered_nor_asked(self, cast, shared_case):
        settle(cast, agencies=[{"kind": "probation", "sight": "view_only"}])
        assert "probation" not in offered(cast, shared_case)
        with pytest.raises(CannotAsk, match="agencies of this hub"), transaction.atomic():
            ask_agencies(
                by=cast.priya,
                case_id=shared_case.id,
                agency_ids=[cast.agencies["probation"].id],
                person_ids=[shared_case.people.first().person_id],
                at=NOW,
                **ASKED,
            )

    def test_an_agency_is_asked_as_a_matter_of_course_from_the_day_it_joins(
        self, cast, shared_case
    ):
        assert "health" in usual(cast, shared_case)
        tomorrow = (NOW + timedelta(days=1)).date().isoformat()
        settle(cast, agencies=[{"kind": "health", "since": tomorrow}])
        assert "health" not in usual(cast, shared_case)
        assert "health" in offered(cast, shared_case)

    @pytest.mark.parametrize(("postcode", "is_usual"), [("ZX1 1AA", True), ("ZX2 1AA", False)])
    def test_a_member_at_one_site_is_asked_for_its_own_people(
        self, cast, shared_case, family, postcode, is_usual
    ):
        lives_at(family[0], postcode)
        settle(cast, hub={"sites": [EAST, WEST]}, agencies=[{"kind": "police", "sites": ["east"]}])
        assert ("police" in usual(cast, shared_case)) is is_usual

    def test_where_nobody_knows_the_site_every_member_is_asked(self, cast, shared_case):
        settle(cast, hub={"sites": [EAST, WEST]}, agencies=[{"kind": "police", "sites": ["east"]}])
        assert "police" in usual(cast, shared_case)


class TestTheThreshold:
    """Where a hub asks only what the threshold turns on, a clear one is not asked about."""

    def ask(self, cast, case):
        return ask_agencies(
            by=cast.priya,
            case_id=case.id,
            agency_ids=[cast.agencies["police"].id],
            person_ids=[case.people.first().person_id],
            at=NOW,
            **ASKED,
        )

    def test_where_it_is_clear_nobody_is_asked_until_the_case_goes_to_checks(
        self, cast, shared_case
    ):
        settle(cast, gate={"checks_may_run_beside": False})
        move_case(by=cast.priya, case_id=shared_case.id, to=CaseStatus.DECISION_PENDING, at=NOW)
        with pytest.raises(CannotAsk, match="asks only where it is not"), transaction.atomic():
            self.ask(cast, shared_case)
        assert not InformationRequest.objects.exists()
        why = "The father has another address."
        move_case(by=cast.priya, case_id=shared_case.id, to=CaseStatus.CHECKS, why=why, at=NOW)
        assert self.ask(cast, shared_case)

    def test_a_rating_that_never_waits_does_not_wait_for_it(self, cast, shared_case):
        settle(cast, gate={"checks_may_run_beside": False, "never_wait": [shared_case.rating]})
        move_case(by=cast.priya, case_id=shared_case.id, to=CaseStatus.DECISION_PENDING, at=NOW)
        assert self.ask(cast, shared_case)

    def test_in_another_hub_checks_may_run_beside_a_decision(self, cast, shared_case):
        move_case(by=cast.priya, case_id=shared_case.id, to=CaseStatus.DECISION_PENDING, at=NOW)
        assert self.ask(cast, shared_case)


class TestItems:
    def answer(self, cast, request, **given):
        return respond(
            by=cast.see_as("tom"),
            request_id=request.id,
            asked_about_id=request.people.get(position=0).id,
            answer="known",
            at=NOW,
            **given,
        )

    def test_below_the_threshold_what_an_agency_holds_does_not_enter_the_record(self, cast, ask):
        request = ask("police")
        settle(cast, gate={"items_from_level": 4})
        with pytest.raises(CannotAnswer, match="once the threshold is met"), transaction.atomic():
            self.answer(cast, request, items=[ITEM])
        assert not Item.objects.exists()
        self.answer(cast, request, involvement="Called there twice this year.")

    def test_at_the_threshold_it_does(self, cast, ask):
        request = ask("police")
        settle(cast, gate={"items_from_level": 3})
        self.answer(cast, request, items=[ITEM])
        assert Item.objects.count() == 1
