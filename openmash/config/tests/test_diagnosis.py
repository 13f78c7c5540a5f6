"""The doctor finds each planted fault, and says how to mend it."""

from collections.abc import Iterable
from datetime import timedelta
from io import StringIO

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from openmash.config import diagnosis

WALLED_TABLE = "cases_case"


def _words(found: Iterable[diagnosis.Finding]) -> str:
    return "\n".join(f"{each.words} {each.mend}" for each in found)


@pytest.mark.django_db
def test_a_sound_installation_has_nothing_serious_to_mend(settings):
    settings.SILENCED_SYSTEM_CHECKS = ["async.E001"]  # a browser test in this process sets it
    found = diagnosis.findings(at=timezone.now())
    assert [each for each in found if each.serious] == []


@pytest.mark.django_db
def test_every_table_with_hub_data_has_a_wall():
    assert list(diagnosis.about_walls()) == []


def test_a_wall_taken_down_is_found(committed_db: str, owner: psycopg.Connection):
    owner.execute(f"ALTER TABLE {WALLED_TABLE} DISABLE ROW LEVEL SECURITY")
    assert WALLED_TABLE in _words(diagnosis.about_walls())


def test_a_wall_without_a_policy_is_found(committed_db: str, owner: psycopg.Connection):
    owner.execute("CREATE TABLE loose (hub_id uuid)")
    owner.execute("ALTER TABLE loose ENABLE ROW LEVEL SECURITY")
    assert "loose" in _words(diagnosis.about_walls())


@pytest.mark.parametrize(
    "grant",
    [
        "GRANT TRUNCATE ON cases_case TO app_rw",
        "GRANT UPDATE ON audit_auditevent TO app_rw",
        "GRANT DELETE ON audit_auditevent TO app_rw",
    ],
)
def test_a_right_too_many_is_found(committed_db: str, owner: psycopg.Connection, grant: str):
    assert list(diagnosis.about_rights()) == []
    owner.execute(grant)
    assert len(list(diagnosis.about_rights())) == 1


@pytest.mark.django_db
def test_clocks_that_differ_are_found():
    now = timezone.now()
    assert list(diagnosis.about_clock(at=now)) == []
    assert "5 s" in _words(diagnosis.about_clock(at=now + timedelta(seconds=5)))


def test_a_worker_that_does_not_come_is_found(committed_db: str, owner: psycopg.Connection):
    owner.execute(
        "INSERT INTO procrastinate_jobs (queue_name, task_name, status) VALUES ('q', 't', 'todo')"
    )
    now = timezone.now()
    assert list(diagnosis.about_queue(at=now)) == []
    assert "worker" in _words(diagnosis.about_queue(at=now + timedelta(minutes=11)))


def test_a_migration_not_applied_is_found(committed_db: str, owner: psycopg.Connection):
    owner.execute("DELETE FROM django_migrations WHERE app = 'cases'")
    assert "openmash migrate" in _words(diagnosis.about_migrations())


def test_the_doctor_fails_and_says_the_mend(committed_db: str, owner: psycopg.Connection):
    owner.execute(f"ALTER TABLE {WALLED_TABLE} DISABLE ROW LEVEL SECURITY")
    words = StringIO()
    with pytest.raises(CommandError, match="should serve"):
        call_command("doctor", stdout=words)
    assert "Enable row-level security" in words.getvalue()
