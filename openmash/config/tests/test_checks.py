"""The site refuses to start where row-level security would not bind it."""

import os
import subprocess
import sys

import pytest
from django.core.checks import CheckMessage
from django.core.management import CommandError, call_command
from django.db import connection

from openmash.config.checks import (
    addresses_are_present,
    secrets_are_present,
    site_role_is_bound,
    what_is_wrong_with_role,
)
from tests.database import Server


def _ids(messages: list[CheckMessage]) -> list[str | None]:
    return [each.id for each in messages]


@pytest.mark.django_db
def test_the_site_role_of_the_tests_is_bound():
    assert site_role_is_bound(databases=["default"]) == []


@pytest.mark.parametrize(
    ("power", "check_id"),
    [("is_super", "openmash.E006"), ("bypasses", "openmash.E007"), ("owns", "openmash.E008")],
)
def test_each_power_past_the_walls_is_an_error_with_its_mend(power: str, check_id: str):
    powers = {"is_super": False, "bypasses": False, "owns": False, power: True}
    (found,) = what_is_wrong_with_role("app", **powers)
    assert found.id == check_id
    assert found.is_serious()
    assert found.hint


def test_a_database_that_does_not_answer_is_an_error(committed_db: str):
    connection.close()
    name = connection.settings_dict["NAME"]
    connection.settings_dict["NAME"] = "not_there"
    try:
        assert _ids(site_role_is_bound(databases=["default"])) == ["openmash.E005"]
    finally:
        connection.settings_dict["NAME"] = name


def test_the_site_does_not_start_as_the_owner_of_its_tables(
    committed_db: str, database_server: Server
):
    ended = subprocess.run(
        [sys.executable, "-c", "import openmash.config.wsgi"],
        env={**os.environ, "DATABASE_URL": database_server.owner_url(committed_db)},
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 1
    assert "openmash.E008" in ended.stderr


def test_the_site_starts_as_its_own_role(committed_db: str, database_server: Server):
    ended = subprocess.run(
        [sys.executable, "-c", "import openmash.config.wsgi"],
        env={**os.environ, "DATABASE_URL": database_server.site_url(committed_db)},
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 0, ended.stderr


def test_missing_secrets_and_addresses_are_errors(settings):
    settings.TEST_RUN = False
    settings.SECRET_KEY_IS_MADE_UP, settings.SEALING_KEYS = True, {}
    settings.DATABASE_URL_IS_MISSING, settings.ALLOWED_HOSTS = True, []
    assert _ids(secrets_are_present()) == ["openmash.E001", "openmash.E002"]
    assert _ids(addresses_are_present()) == ["openmash.E003", "openmash.E004", "openmash.W001"]


def test_migrating_without_the_owner_s_address_says_what_to_set():
    with pytest.raises(CommandError, match="DATABASE_OWNER_URL"):
        call_command("migrate")
