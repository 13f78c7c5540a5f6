"""Already known, already open, and with whom, before anybody is asked (A5.13)."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from openmash.audit.models import AuditEvent
from openmash.cases.models import Case
from openmash.cases.selectors import people_of
from openmash.cases.services import allocate_case, restrict_case
from openmash.cases.terms import AllocationKind
from openmash.cases.tests.factories import IWAN, LESLEY, MAYA, NOW, opened, received
from openmash.insight.selectors import already_known
from openmash.insight.tests.factories import child
from openmash.intake.models import Contact
from openmash.intake.selectors import subjects_of
from openmash.matching.services import confirm_same
from openmash.pathways.services import accept_handover
from tests.steps import told_to_the_end


@pytest.fixture
def case(cast):
    """Maya and her mother, in a case that Fay has and Abel covers."""
    fay = cast.see_as("fay")
    found = opened(fay, cast.hub.id, MAYA, LESLEY)
    priya = cast.see_as("priya")
    allocate_case(by=priya, case_id=found.id, to_id=cast.fay.id, at=NOW)
    allocate_case(by=priya, case_id=found.id, to_id=cast.abel.id, kind=AllocationKind.COVER, at=NOW)
    return found


@pytest.fixture
def again(cast, case):
    """A second contact about Maya, whom nobody has said is the same."""
    return contact_about(cast, MAYA)


def contact_about(cast, *people):
    contact_id = received(cast.see_as("sam"), cast.hub.id, *people)
    return Contact.objects.get(id=contact_id)


def found_on(cast, contact, who="sam"):
    return already_known(cast.see_as(who), contact.reference, at=NOW).rows


def same_as_maya(cast, case, contact):
    told = subjects_of([contact.id])[contact.id][0].person_id
    known = people_of(case)[0].person_id
    confirm_same(by=cast.see_as("fay"), told_id=told, known_id=known, why="Known.", at=NOW)


def test_who_only_looks_like_somebody_in_a_case_is_shown_as_that(cast, case, again):
    (row,) = found_on(cast, again)
    assert row.case.reference == case.reference
    assert [(each.name, each.might_be) for each in row.people] == [("Maya Dobson", "Maya Dobson")]
    assert not row.is_certain


def test_once_they_are_held_the_same_it_is_certain_and_says_who_has_it(cast, case, again):
    same_as_maya(cast, case, again)
    (row,) = found_on(cast, again)
    assert row.is_certain
    assert (row.case.held_by, row.covers) == ("Fay Morgan", ["Abel Stone"])


def test_a_case_restricted_to_others_is_not_there(cast, case, again):
    same_as_maya(cast, case, again)
    restrict_case(
        by=cast.see_as("priya"), case_id=case.id, named=[cast.priya.id], why="Staff.", at=NOW
    )
    contact = Contact.objects.get(id=again.id)
    assert contact.restricted is False
    assert found_on(cast, again) == []


def test_a_team_that_took_a_closed_case_is_named_with_its_own_reference(cast):
    closed, _decision, handover, _feedback = told_to_the_end(cast)
    accept_handover(
        by=cast.see_as("rosa"), handover_id=handover.id, system_reference="M-4410", at=NOW
    )
    contact = Contact.objects.get(case_link__case=closed)
    (row,) = found_on(cast, contact, "fay")
    (taker,) = row.takers
    assert (taker.team, taker.has_accepted, taker.accepted_by) == (
        "Assessment Team East",
        True,
        "Rosa Quinn",
    )
    assert taker.reference == "Mosaic M-4410"


def test_open_cases_come_before_closed_ones(cast, case, again):
    same_as_maya(cast, case, again)
    second = opened(cast.see_as("fay"), cast.hub.id, child("Ada"), at=NOW + timedelta(hours=1))
    about = people_of(second)[0].person_id
    told = subjects_of([again.id])[again.id][0].person_id
    Case.objects.filter(id=second.id).update(status="closed", closed_at=NOW + timedelta(days=1))
    confirm_same(by=cast.see_as("fay"), told_id=told, known_id=about, why="Known.", at=NOW)
    rows = found_on(cast, again)
    assert [each.case.reference for each in rows] == [case.reference, second.reference]


@pytest.mark.parametrize("name", ["contact", "screen"])
def test_the_pages_of_a_contact_bring_it_and_lead_to_it_without_scripts(cast, client, again, name):
    url = reverse("insight:already", args=[again.reference])
    page = cast.sign_in(client, "fay").get(reverse(f"intake:{name}", args=[again.reference]))
    assert f'hx-get="{url}"' in page.content.decode()
    assert f'<a href="{url}"' in page.content.decode()


def test_it_is_a_page_and_a_part_of_one(cast, client, case, again):
    same_as_maya(cast, case, again)
    fay = cast.sign_in(client, "fay")
    url = reverse("insight:already", args=[again.reference])
    whole = fay.get(url).content.decode()
    part = fay.get(url, headers={"HX-Request": "true"}).content.decode()
    for page in (whole, part):
        assert "Tell whoever has them first" in page
        assert case.reference in page
        assert "Fay Morgan" in page
        assert "Abel Stone covers" in page
    assert "<html" in whole
    assert "<html" not in part
    assert AuditEvent.objects.filter(is_look=True, subject_label=again.reference).count() == 1


def test_nobody_known_is_said_plainly(cast, client):
    contact = contact_about(cast, IWAN)
    url = reverse("insight:already", args=[contact.reference])
    page = cast.sign_in(client, "fay").get(url).content.decode()
    assert "None of them is in a case of this hub" in page
    assert "Tell whoever" not in page


@pytest.mark.parametrize("cases", [3, 12])
def test_it_costs_the_same_however_many_cases(cast, client, again, within_budget, cases):
    at = timezone.now()
    told = subjects_of([again.id])[again.id][0].person_id
    for number in range(cases):
        other = opened(cast.see_as("fay"), cast.hub.id, child(f"Ada{number}"), at=at)
        known = people_of(other)[0].person_id
        confirm_same(by=cast.see_as("fay"), told_id=told, known_id=known, why="Known.", at=at)
    url = reverse("insight:already", args=[again.reference])
    fay = cast.sign_in(client, "fay")
    fay.get(url)
    with within_budget():
        page = fay.get(url).content.decode()
    assert page.count("data-open") >= cases
