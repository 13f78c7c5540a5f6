"""A file is imported whole and once; every row is a contact, known already, or a task (A1.3)."""

from datetime import timedelta

import pytest
from django.core.management import call_command

from openmash.audit.models import AuditEvent
from openmash.core.refusals import NotHere
from openmash.governance.models import Clock, Task
from openmash.intake.models import Contact, ImportBatch, RefusedRow, Subject
from openmash.intake.rules.units import UnusableFile
from openmash.intake.selectors import counts, refused_row_for, refused_rows_open
from openmash.intake.services import CannotSetAside, import_contacts, mend_row, set_row_aside
from openmash.intake.terms import ContactState, FileSource
from openmash.intake.tests.reading_files import SAMPLE_OF, SAMPLES, police_file, sample_bytes
from openmash.intake.tests.telling import NOW
from openmash.people.models import Person

HELD = {
    FileSource.POLICE: (640, 1285, 3),
    FileSource.SCHOOL: (90, 90, 2),
    FileSource.PROVIDER: (70, 70, 0),
}
A_YEAR = timedelta(days=730)


def bring_in(cast, source, content=None, **options):
    return import_contacts(
        by=cast.sam,
        hub_id=cast.hub.id,
        source=source,
        filename=SAMPLE_OF[source],
        content=sample_bytes(source) if content is None else content,
        at=NOW,
        **options,
    )


@pytest.mark.parametrize("source", FileSource)
def test_each_sample_is_counted_in_both_units_and_adds_nothing_the_second_time(cast, source):
    contacts, subjects, refused = HELD[source]
    foreseen = bring_in(cast, source, dry_run=True)
    assert Contact.objects.count() == RefusedRow.objects.count() == 0
    report = bring_in(cast, source)
    for each in (foreseen, report):
        assert (each.contacts_new, each.subjects_new) == (contacts, subjects)
        assert len(each.refused) == refused
    assert Contact.objects.count() == contacts
    assert Subject.objects.filter(is_concern=True).count() == subjects
    assert refused_rows_open(cast.sam, cast.hub.id).count() == refused
    people = Person.objects.count()

    again = bring_in(cast, source)
    assert (again.contacts_new, again.contacts_changed) == (0, 0)
    assert again.contacts_same == contacts
    assert all(each.seen_before for each in again.refused)
    assert (Contact.objects.count(), Person.objects.count()) == (contacts, people)
    assert RefusedRow.objects.count() == refused

    counted = counts(cast.sam, cast.hub.id, since=NOW - A_YEAR, until=NOW + A_YEAR)
    assert (counted.contacts, counted.subjects) == (contacts, subjects)


def test_a_changed_row_is_a_new_version_with_an_alert(cast):
    bring_in(cast, FileSource.POLICE, police_file({}))
    changed = police_file({"Circumstances": "Found alone again, with a bruise."})
    report = bring_in(cast, FileSource.POLICE, changed)
    assert (report.contacts_new, report.contacts_changed, report.subjects_new) == (0, 1, 0)
    latest = Contact.objects.get(version=2)
    assert latest.replaces == Contact.objects.get(version=1)
    assert Task.objects.filter(about_id=latest.id, kind="contact_changed").exists()
    assert counts(cast.sam, cast.hub.id, since=NOW - A_YEAR, until=NOW).contacts == 1


def test_clocks_run_from_when_the_police_made_the_notification(cast):
    bring_in(cast, FileSource.POLICE, police_file({"Created": "07/06/2025 10:00"}))
    clock = Clock.objects.get(kind="receipt")
    assert clock.started_at.isoformat() == "2025-06-07T09:00:00+00:00"


def test_a_refused_row_is_a_task_with_a_clock(cast):
    bring_in(cast, FileSource.POLICE, police_file({"Created": "31/02/2025 10:00"}))
    row = RefusedRow.objects.get()
    assert b"PARRY" not in bytes(row.sealed)
    assert refused_row_for(cast.sam, row.id).rows[0]["Surname"] == "PARRY"
    clock = Clock.objects.get(about_id=row.id)
    task = Task.objects.get(about_id=row.id)
    assert (clock.kind, clock.started_at) == ("refused_row", NOW)
    assert (task.kind, task.due_at) == ("refused_row", clock.due_at)


def test_a_mended_row_becomes_a_contact_with_its_own_time_of_receipt(cast):
    bring_in(cast, FileSource.POLICE, police_file({"Created": "31/02/2025 10:00"}))
    row = refused_rows_open(cast.sam, cast.hub.id).get()
    mended = [{**each, "Created": "28/02/2025 10:00"} for each in refused(cast, row).rows]
    row = mend_row(by=cast.sam, row_id=row.id, rows=mended, at=NOW)
    assert row.mended_as is not None
    assert row.mended_as.received_at.isoformat() == "2025-02-28T10:00:00+00:00"
    assert not refused_rows_open(cast.sam, cast.hub.id).exists()
    assert not Clock.objects.filter(about_id=row.id, stopped_at=None).exists()
    assert not Task.objects.filter(about_id=row.id, done_at=None).exists()
    with pytest.raises(NotHere):
        mend_row(by=cast.sam, row_id=row.id, rows=mended, at=NOW)


def test_what_was_typed_is_kept_when_a_row_still_cannot_be_loaded(cast):
    bring_in(cast, FileSource.POLICE, police_file({"Created": "31/02/2025 10:00"}))
    row = refused_rows_open(cast.sam, cast.hub.id).get()
    typed = [{**each, "Created": "30/02/2025 10:00"} for each in refused(cast, row).rows]
    row = mend_row(by=cast.sam, row_id=row.id, rows=typed, at=NOW)
    assert row.mended_as is None
    shown = refused(cast, row)
    assert shown.rows[0]["Created"] == "30/02/2025 10:00"
    assert "30/02/2025" in shown.problems[0].words


def test_a_row_is_set_aside_only_with_a_reason(cast):
    bring_in(cast, FileSource.POLICE, police_file({"Created": "31/02/2025 10:00"}))
    row = refused_rows_open(cast.sam, cast.hub.id).get()
    with pytest.raises(CannotSetAside):
        set_row_aside(by=cast.sam, row_id=row.id, because="  ", at=NOW)
    set_row_aside(by=cast.sam, row_id=row.id, because="The force sent it again.", at=NOW)
    assert not refused_rows_open(cast.sam, cast.hub.id).exists()
    assert AuditEvent.objects.filter(action="refused_row.set_aside").exists()


def test_an_unusable_file_leaves_nothing(cast):
    with pytest.raises(UnusableFile):
        bring_in(cast, FileSource.POLICE, b"%PDF-1.7")
    assert ImportBatch.objects.count() == 0


def test_somebody_who_may_not_import_finds_nothing_here(cast):
    for who in ("lee", "tom", "noor"):
        with pytest.raises(NotHere):
            import_contacts(
                by=getattr(cast, who),
                hub_id=cast.hub.id,
                source=FileSource.POLICE,
                filename="batch.csv",
                content=police_file({}),
                at=NOW,
            )


def test_what_was_entered_in_error_is_not_counted(cast):
    bring_in(cast, FileSource.POLICE, police_file({}))
    Contact.objects.update(state=ContactState.CANCELLED_IN_ERROR.value)
    assert counts(cast.sam, cast.hub.id, since=NOW - A_YEAR, until=NOW).contacts == 0


class TestCommand:
    def run(self, *arguments):
        with pytest.raises(SystemExit) as stopped:
            call_command("import", "contacts", *arguments)
        return stopped.value.code

    def test_a_file_with_refused_rows_ends_with_3_and_lists_them(self, cast, capsys):
        file = str(SAMPLES / SAMPLE_OF[FileSource.SCHOOL])
        assert self.run(file, "--hub", "rivermead", "--source", "school") == 3
        said = capsys.readouterr().out
        assert "Contacts: 90 new, 0 changed, 0 here already, 2 refused." in said
        assert "Subjects of concern: 90 new (90 children and 0 adults)" in said
        assert "SCH-BROKEN" in said

    def test_a_whole_file_ends_with_0_by_a_presets_name(self, cast, capsys):
        file = str(SAMPLES / SAMPLE_OF[FileSource.PROVIDER])
        call_command("import", "contacts", file, "--hub", "rivermead", "--source", "provider")
        assert "70 new" in capsys.readouterr().out
        call_command("import", "contacts", file, "--hub", "rivermead", "--source", "provider")
        assert "70 here already" in capsys.readouterr().out

    def test_a_dry_run_writes_nothing(self, cast, capsys):
        file = str(SAMPLES / SAMPLE_OF[FileSource.PROVIDER])
        arguments = (file, "--hub", "rivermead", "--source", "provider", "--dry-run")
        call_command("import", "contacts", *arguments)
        assert "70 would be new" in capsys.readouterr().out
        assert Contact.objects.count() == 0

    def test_what_cannot_be_used_ends_with_2_and_says_why(self, cast, capsys, tmp_path):
        page = tmp_path / "batch.csv"
        page.write_bytes(b"%PDF-1.7")
        assert self.run(str(page), "--hub", "rivermead", "--source", "police") == 2
        assert "This is a PDF" in capsys.readouterr().err
        assert self.run(str(page), "--hub", "nowhere", "--source", "police") == 2
        assert self.run(str(tmp_path / "none"), "--hub", "rivermead", "--source", "police") == 2


def refused(cast, row):
    return refused_row_for(cast.sam, row.id)
