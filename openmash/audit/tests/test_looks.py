"""An act leaves one event, a look one for each person newly shown; a hub reads its own (ADR 14)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import ProgrammingError, connection, transaction

from openmash.audit.models import AuditEvent, AuditPerson, StatedReason
from openmash.audit.selectors import looks_at_person, looks_in_hub, looks_on_case
from openmash.audit.services import record, record_look

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)


@pytest.fixture
def look(cast):
    """Have somebody shown people in a place, through one sign-in."""

    def shown(persons, *, name="fay", page="board", session="s1", at=NOW, **more):
        viewer = replace(getattr(cast, name), session=session)
        return record_look(
            by=viewer,
            action="board.seen",
            at=at,
            hub_id=cast.hub.id,
            page=page,
            persons=persons,
            **more,
        )

    return shown


def test_an_act_is_kept_with_who_for_whom_what_and_why(cast):
    child, case = uuid4(), uuid4()
    event_id = record(
        by=cast.tom,
        action="case.opened",
        at=NOW,
        hub_id=cast.hub.id,
        subject_kind="case",
        subject_label="K-7K3FQ2-M",
        case_id=case,
        persons=[child, child],
        reason="The school rang.",
    )
    event = AuditEvent.objects.get(id=event_id)
    assert (event.actor_label, event.agency_id) == ("Tom Hale", cast.agencies["police"].id)
    assert event.roles == "agency_decision_maker"
    assert AuditPerson.objects.filter(event_id=event_id, person_id=child).count() == 1
    assert StatedReason.objects.get(event_id=event_id).words == "The school rang."


def test_people_newly_shown_make_one_look(look):
    people = [uuid4(), uuid4()]
    event_id = look(people)
    assert AuditPerson.objects.filter(event_id=event_id).count() == 2


def test_a_refresh_that_shows_nobody_new_makes_none(look):
    people = [uuid4()]
    look(people)
    assert look(people, at=LATER) is None
    assert look([], at=LATER) is None


def test_somebody_new_among_the_old_is_the_only_one_in_the_next_look(look):
    old, new = uuid4(), uuid4()
    look([old])
    event_id = look([old, new], at=LATER)
    seen = AuditPerson.objects.filter(event_id=event_id).values_list("person_id", flat=True)
    assert list(seen) == [new]


@pytest.mark.parametrize("again", [{"page": "case:1"}, {"session": "s2"}, {"name": "priya"}])
def test_another_place_or_another_sign_in_is_another_look(look, again):
    people = [uuid4()]
    look(people)
    session = {"session": "s3"} if "name" in again else {}
    assert look(people, at=LATER, **again, **session) is not None


def test_who_looked_is_told_to_those_whose_duty_it_is(cast, look):
    child, case = uuid4(), uuid4()
    look([child], case_id=case, reason="Preparing the discussion.")
    for found in (
        looks_at_person(cast.gwen, [child]),
        looks_on_case(cast.gwen, case),
        looks_in_hub(cast.gwen, cast.hub.id),
    ):
        assert [(each.name, each.reason) for each in found] == [
            ("Fay Morgan", "Preparing the discussion.")
        ]


@pytest.mark.parametrize("name", ["fay", "tom", "lee", "noor", "root"])
def test_and_to_nobody_else(cast, look, name):
    child, case = uuid4(), uuid4()
    look([child], case_id=case)
    viewer = getattr(cast, name)
    assert looks_at_person(viewer, [child]) == []
    assert looks_on_case(viewer, case) == []
    assert looks_in_hub(viewer, cast.hub.id) == []


def test_a_refused_look_is_found_by_the_address_it_was_turned_away_from(cast):
    record(
        by=cast.sam,
        action="page.not_shown",
        at=NOW,
        hub_id=cast.hub.id,
        subject_kind="page",
        details={"reference": "K-7K3FQ2-M"},
    )
    (found,) = looks_on_case(cast.gwen, uuid4(), reference="K-7K3FQ2-M")
    assert found.was_refused


@pytest.mark.parametrize("change", ["update {} set hub_id = null", "delete from {}"])
@pytest.mark.parametrize("table", ["audit_auditevent", "audit_auditperson", "audit_stated_reason"])
def test_what_was_kept_cannot_be_changed_by_the_site(db, change, table):
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(change.format(table))


def test_a_hub_s_audit_is_behind_its_wall(cast, look):
    look([uuid4()])
    cast.see_as("noor")
    assert not AuditEvent.objects.filter(hub_id=cast.hub.id).exists()
