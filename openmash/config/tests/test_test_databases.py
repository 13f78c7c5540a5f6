"""The ground the other tests stand on."""

import psycopg
import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import ProgrammingError, connection


@pytest.mark.django_db
def test_tests_are_bound_by_row_level_security():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_user, rolsuper OR rolbypassrls FROM pg_roles WHERE rolname=current_user"
        )
        assert cursor.fetchone() == ("app_rw", False)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "command",
    [
        "TRUNCATE django_session",
        "ALTER TABLE django_session ADD x int",
        "DELETE FROM django_migrations",
        "DELETE FROM audit_auditevent",
        "UPDATE audit_auditevent SET action = action",
    ],
)
def test_the_site_may_not_empty_alter_or_rewrite(command: str):
    with connection.cursor() as cursor, pytest.raises(ProgrammingError, match=r"denied|owner"):
        cursor.execute(command)


def test_what_a_committed_test_writes_is_really_there(committed_db: str, owner: psycopg.Connection):
    ContentType.objects.create(app_label="tests", model="commits")
    found = owner.execute("SELECT count(*) FROM django_content_type WHERE app_label = 'tests'")
    assert found.fetchone() == (1,)


@pytest.mark.django_db
def test_and_is_gone_for_the_next_test():
    assert not ContentType.objects.filter(app_label="tests").exists()


@pytest.mark.django_db(transaction=True)
def test_a_transactional_test_has_a_database_to_itself():
    assert connection.settings_dict["NAME"].endswith("_committed")
