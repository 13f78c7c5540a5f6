"""Probes: up, ready, and silent to strangers about why not."""

import psycopg
import pytest
from django.db import connection
from django.test import RequestFactory

from openmash.config.health import AnswerProbes


def _status(path: str) -> int:
    probes = AnswerProbes(lambda request: pytest.fail("a probe went through"))
    return probes(RequestFactory().get(path)).status_code


def test_a_process_is_up_without_a_database():
    assert _status("/healthz") == 200


@pytest.mark.django_db
def test_it_is_ready_with_its_database_migrations_and_queue():
    assert _status("/readyz") == 200


@pytest.mark.parametrize(
    "fault",
    ["DELETE FROM django_migrations WHERE app = 'cases'", "DROP TABLE procrastinate_jobs CASCADE"],
)
def test_it_is_not_ready_without_them(committed_db: str, owner: psycopg.Connection, fault: str):
    owner.execute(fault)
    assert _status("/readyz") == 503


def test_it_is_not_ready_without_the_database(committed_db: str):
    connection.close()
    name = connection.settings_dict["NAME"]
    connection.settings_dict["NAME"] = "not_there"
    try:
        assert _status("/readyz") == 503
    finally:
        connection.settings_dict["NAME"] = name
