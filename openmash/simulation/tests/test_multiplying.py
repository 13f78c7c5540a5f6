"""The bulk path: what holds of the weeks that were lived holds of every copy of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.db import models, transaction

from openmash.accounts.selectors import hub_numbered, job_viewer
from openmash.accounts.services import act_as
from openmash.cases.selectors import case_by_id, cases_visible_to, contacts_of, people_of
from openmash.cases.services import close_case
from openmash.cases.terms import CaseStatus
from openmash.chronology.selectors import entries_of
from openmash.core.references import looks_like_reference
from openmash.core.viewers import Viewer
from openmash.decisions.selectors import decision_of
from openmash.decisions.services import thaw
from openmash.information_requests.selectors import returns_on
from openmash.intake.services import open_referrer, serve_original
from openmash.people.rules import NameFact, PersonFacts
from openmash.people.selectors import people_shown
from openmash.people.services import add_person
from openmash.simulation.rules.years import Copy, whole_copies
from openmash.simulation.services import (
    Kept,
    copied_id,
    found,
    keep_weeks,
    live_weeks,
    multiply,
    wake,
)
from openmash.simulation.services.multiplying import COPIED, LEFT_ALONE, AlreadyMultiplied

NOW = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
FOUNDED = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)
WEEKS = timedelta(weeks=3)
PAST = 4
ROOMS = {each.partition(".")[0] for each in COPIED}

UUIDS = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
REFERENCES = re.compile(r"\b[A-Z]-[2-9A-Z]{6}-[2-9A-Z]\b")
TIMES = re.compile(r"datetime\.datetime\((?:[^()]|\([^()]*\))*\)")

Counts = dict[str, int]


@dataclass(frozen=True)
class Multiplied:
    """A hub whose weeks were copied three times whole and once as they are when all is over."""

    priya: Viewer
    kept: Kept
    lived: Counts
    whole: Counts
    added: Counts
    added_past: Counts
    elsewhere: tuple[Counts, Counts]


@pytest.fixture(scope="module")
def hub(django_db_setup: None, django_db_blocker: Any) -> Iterator[Multiplied]:
    """Live and multiply once for every test here: living takes the time it takes."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield _multiplied()
        transaction.set_rollback(True)


def _multiplied() -> Multiplied:
    founded = found(preset="london", slug="lived-in", password_hash="", at=FOUNDED)
    elsewhere = found(preset="lancashire", slug="next-door", password_hash="", at=FOUNDED)
    add_person(
        by=elsewhere.maker,
        hub_id=elsewhere.hub_id,
        facts=PersonFacts(names=(NameFact(given="Noor", family="Elsewhere"),)),
        at=FOUNDED,
    )
    there = _counts(elsewhere.hub_id)
    act_as(founded.maker)
    lived_in = wake(founded, seed=10, at=NOW)
    live_weeks(lived_in, contacts=14, weeks=3, now=NOW)
    priya = lived_in.acting("priya")
    for case in cases_visible_to(priya).filter(status=CaseStatus.DECIDED):
        close_case(by=priya, case_id=case.id, at=NOW)
    lived = _counts(founded.hub_id)
    kept = keep_weeks(hub_id=founded.hub_id, length=WEEKS)
    added = multiply(kept, copies=whole_copies(3))
    whole = _counts(founded.hub_id)
    past = multiply(kept, copies=[Copy(PAST, timedelta(days=100), is_whole=False)])
    now_there = _counts(elsewhere.hub_id)
    act_as(priya)
    return Multiplied(priya, kept, lived, whole, added, past, (there, now_there))


def _counts(hub_id: UUID) -> Counts:
    act_as(job_viewer([hub_numbered(hub_id)], name="Test"))
    return {each._meta.label: _rows(each).count() for each in _copied_models()}


def _copied_models() -> list[type[models.Model]]:
    return [apps.get_model(each) for each in COPIED]


def _rows(model: type[models.Model]) -> Any:
    return model._default_manager.all()


def _copies(model: type[models.Model], number: int) -> Any:
    return [each for each in _rows(model) if str(each.pk).startswith(f"{number:04x}")]


def test_every_table_of_a_hub_is_copied_or_left_alone_on_purpose():
    with_a_hub = {
        each._meta.label
        for each in apps.get_models()
        if each._meta.app_label in ROOMS
        and any(field.column == "hub_id" for field in each._meta.local_concrete_fields)
    }
    assert with_a_hub == {*COPIED, *LEFT_ALONE}


def test_three_copies_make_four_times_what_was_lived(hub):
    founding = {"audit.AuditEvent", "audit.AuditPerson", "audit.StatedReason"}
    for label in set(COPIED) - founding:
        assert hub.whole[label] == 4 * hub.lived[label], label
    for label in founding:
        in_a_copy = hub.added[apps.get_model(label)._meta.db_table] / 3
        assert 0 < in_a_copy <= hub.lived[label]
        assert hub.whole[label] == hub.lived[label] + 3 * in_a_copy


def test_every_foreign_key_of_a_copy_holds(hub):
    for model in _copied_models():
        for field in model._meta.local_concrete_fields:
            if field.related_model and field.related_model._meta.label in COPIED:
                target = field.related_model._default_manager.values("pk")
                pointing = _rows(model).exclude(**{field.attname: None})
                assert not pointing.exclude(**{f"{field.attname}__in": target}).exists(), field


def test_a_copy_points_at_rows_of_its_own_copy(hub):
    for each in _copies(apps.get_model("intake.Subject"), 2):
        assert str(each.contact_id).startswith("0002")
        assert str(each.person_id).startswith("0002")


def test_references_are_well_formed_and_nobody_has_anothers(hub):
    for model in _copied_models():
        if any(field.column == "reference" for field in model._meta.local_concrete_fields):
            references = list(_rows(model).values_list("reference", flat=True))
            assert all(map(looks_like_reference, references))
            assert len(references) == len(set(references))


def test_no_copy_names_a_lived_row_in_words(hub):
    lived = {str(each.pk) for m in _copied_models() for each in _rows(m) if _is_lived(each)}
    lived |= {each.reference for each in cases_visible_to(hub.priya) if _is_lived(each)}
    for model in _copied_models():
        words = [f.attname for f in model._meta.local_concrete_fields if _is_words(f)]
        for row in _rows(model).exclude(pk__in=[]) if words else ():
            if not _is_lived(row) and model._meta.label != "people.PersonKey":
                told = " ".join(str(getattr(row, each)) for each in words)
                assert not (set(UUIDS.findall(told)) | set(REFERENCES.findall(told))) & lived


def _is_lived(row: models.Model) -> bool:
    return str(row.pk)[14:15] == "4"


def _is_words(field: Any) -> bool:
    return isinstance(field, models.CharField | models.TextField | models.JSONField)


def test_the_sealed_originals_of_a_copy_open_and_say_what_was_said(hub):
    originals = apps.get_model("intake.Original")
    lived = [each for each in _rows(originals) if _is_lived(each)]
    for each in lived:
        told = serve_original(by=hub.priya, original_id=each.id, at=NOW)
        copied = serve_original(by=hub.priya, original_id=copied_id(each.id, 3), at=NOW)
        assert copied.content == told.content
    assert lived


def test_the_sealed_referrers_of_a_copy_open(hub):
    contacts = [
        each
        for each in _rows(apps.get_model("intake.Contact"))
        if _is_lived(each) and each.referrer_sealed
    ]
    for each in contacts:
        told = open_referrer(by=hub.priya, contact_id=each.id, why="To ring back.", at=NOW)
        copied_to = copied_id(each.id, 1)
        assert open_referrer(by=hub.priya, contact_id=copied_to, why="Same.", at=NOW) == told
    assert contacts


def test_a_copied_case_shows_what_the_lived_one_shows(hub):
    cases = [each for each in cases_visible_to(hub.priya) if _is_lived(each)]
    for each in cases:
        assert _shown(hub, copied_id(each.id, 2)) == _as_copied(_shown(hub, each.id), 2)
    assert cases


def _shown(hub: Multiplied, case_id: UUID) -> str:
    """Return everything the selectors show of a case, without its references and times."""
    case = case_by_id(hub.priya, case_id)
    about = [each.person_id for each in people_of(case)]
    decision = decision_of(case_id)
    shown = [
        (case.status, case.rating, case.concern, case.tracks, case.allocated_to_id),
        sorted(len(each.contact.told) for each in contacts_of(case)),
        [people_shown(hub.priya, [each], on=NOW.date()) for each in about],
        sorted(entries_of(hub.priya, person_ids=about, at=NOW).entries, key=_without_its_copy),
        sorted(returns_on(hub.priya, case_id, NOW), key=_without_its_copy),
        thaw(decision) if decision else None,
    ]
    return TIMES.sub("(time)", REFERENCES.sub("(reference)", repr(shown)))


def _without_its_copy(row: Any) -> str:
    """Return what an id and its copies have in common: rows of one moment are shown by id."""
    return str(row.id)[15:]


def _as_copied(shown: str, number: int) -> str:
    """Return the words a copy would show: lived ids (of version 4) under their copied names."""
    kept = {str(each) for each in _ids_that_stay()}
    return UUIDS.sub(
        lambda found: found[0] if found[0] in kept else str(copied_id(found[0], number)), shown
    )


def _ids_that_stay() -> Iterator[UUID]:
    for label in ("accounts.Hub", "accounts.Agency", "accounts.Practitioner", "governance.Policy"):
        yield from _rows(apps.get_model(label)).values_list("pk", flat=True)


def test_the_past_has_only_families_of_whom_nothing_is_open(hub):
    past = _copies(apps.get_model("cases.Case"), PAST)
    assert past
    assert all(each.status == CaseStatus.CLOSED for each in past)
    assert hub.kept.weeks.over == hub.added_past["intake_contact"] < hub.kept.weeks.contacts


def test_the_past_lies_as_far_back_as_it_was_asked_to(hub):
    contacts = apps.get_model("intake.Contact")
    for each in _copies(contacts, PAST):
        lived = next(c for c in _rows(contacts) if copied_id(c.id, PAST) == each.id)
        assert lived.received_at - each.received_at == timedelta(days=100)


def test_an_entry_of_the_past_is_about_somebody_of_the_past(hub):
    entries = {each.id for each in _copies(apps.get_model("chronology.Entry"), PAST)}
    about = {each.entry_id for each in _copies(apps.get_model("chronology.EntryPerson"), PAST)}
    assert entries == about


def test_the_hub_next_door_is_untouched(hub):
    before, after = hub.elsewhere
    assert before["people.Person"] == 1
    assert after == before


def test_weeks_are_copied_once_only(hub):
    with pytest.raises(AlreadyMultiplied), transaction.atomic():
        keep_weeks(hub_id=hub.kept.hub_id, length=WEEKS)
    act_as(hub.priya)
