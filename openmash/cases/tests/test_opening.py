"""A screened contact becomes a case."""

from datetime import timedelta

import pytest

from openmash.audit.models import AuditEvent
from openmash.cases.models import Case, CasePerson, Rating, StatusMove
from openmash.cases.selectors import case_for, open_cases_of_people, people_of
from openmash.cases.services import CannotOpenCase, add_contact_to_case, open_case
from openmash.cases.tests.factories import (
    IWAN,
    LESLEY,
    MAYA,
    NOW,
    opened,
    received,
    screened,
)
from openmash.core.refusals import NotHere
from openmash.governance.selectors import clocks_of_cases
from openmash.intake.selectors import contact_for, contacts_visible_to


def test_a_case_carries_the_people_the_tracks_and_the_first_rating(cast):
    fay = cast.see_as("fay")
    case = opened(fay, cast.hub.id)
    assert case.reference.startswith("K-")
    assert [each.is_concern for each in people_of(case)] == [True, False]
    assert case_for(fay, case.reference).tracks == ["CHILD_EN"]
    first = Rating.objects.get(case=case)
    assert (first.rating, first.is_hub, first.why) == (
        "red",
        True,
        "An injury that is not explained.",
    )


def test_checks_are_the_first_status_unless_it_can_be_decided_now(cast):
    fay = cast.see_as("fay")
    assert opened(fay, cast.hub.id).status == "checks"
    straight = opened(fay, cast.hub.id, IWAN, can_decide_now=True)
    assert straight.status == "decision_pending"
    assert [each.became for each in StatusMove.objects.filter(case=straight)] == [
        "decision_pending"
    ]


def test_the_contact_leaves_triage_for_where_the_case_begins(cast):
    fay = cast.see_as("fay")
    checks = opened(fay, cast.hub.id)
    straight = opened(fay, cast.hub.id, IWAN, can_decide_now=True)
    states = {
        case.id: contacts_visible_to(fay).get(case_link__case=case).state
        for case in (checks, straight)
    }
    assert states == {checks.id: "checks", straight.id: "straight_to_allocation"}


def test_the_clocks_of_the_contact_run_on_in_the_case_and_the_products_begins(cast):
    fay = cast.see_as("fay")
    case = opened(fay, cast.hub.id)
    kinds = {each.kind: each for each in clocks_of_cases([case.id])}
    assert "receipt" in kinds
    assert kinds["product"].due_at == NOW + timedelta(hours=4)  # T2: Red, four hours


def test_opening_leaves_a_footprint_with_who_it_is_about(cast):
    fay = cast.see_as("fay")
    case = opened(fay, cast.hub.id)
    event = AuditEvent.objects.get(action="case.opened", subject_id=case.id)
    assert event.actor_id == fay.id
    assert event.case_id == case.id


def test_a_contact_that_nobody_screened_makes_no_case(cast):
    fay = cast.see_as("fay")
    contact_id = received(fay, cast.hub.id)
    with pytest.raises(CannotOpenCase, match="Screen contact"):
        open_case(by=fay, contact_ids=[contact_id], rating="red", concern="", at=NOW)
    assert not Case.objects.exists()


def test_a_contact_is_worked_in_one_case_only(cast):
    fay = cast.see_as("fay")
    contact_id = screened(fay, cast.hub.id)
    first = open_case(by=fay, contact_ids=[contact_id], rating="red", concern="", at=NOW)
    with pytest.raises(CannotOpenCase, match=first.reference):
        open_case(by=fay, contact_ids=[contact_id], rating="red", concern="", at=NOW)


@pytest.mark.parametrize("who", ["sam", "tom", "lee", "noor", "root"])
def test_a_case_is_opened_by_those_who_screen(cast, who):
    contact_id = screened(cast.see_as("fay"), cast.hub.id)
    by = cast.see_as(who)
    with pytest.raises(NotHere):
        open_case(by=by, contact_ids=[contact_id], rating="red", concern="", at=NOW)


def test_another_report_of_the_incident_joins_the_case_and_stays_a_contact(cast):
    fay = cast.see_as("fay")
    case = opened(fay, cast.hub.id, MAYA)
    second = screened(fay, cast.hub.id, MAYA, LESLEY, received_at=NOW - timedelta(days=1))
    add_contact_to_case(by=fay, case_id=case.id, contact_id=second, at=NOW)
    assert CasePerson.objects.filter(case=case).count() == 3
    case = case_for(fay, case.reference)
    assert case.received_at == NOW - timedelta(days=1)
    assert contact_for(fay, case.contact_links.get(contact_id=second).contact.reference)


def test_somebody_already_open_is_told_with_who_has_them(cast):
    fay = cast.see_as("fay")
    case = opened(fay, cast.hub.id)
    maya = people_of(case).first()
    assert maya is not None
    (found,) = open_cases_of_people(fay, [maya.person_id])
    assert (found.person_id, found.reference, found.held_by) == (
        maya.person_id,
        case.reference,
        "",
    )
    assert open_cases_of_people(cast.see_as("noor"), [maya.person_id]) == []
