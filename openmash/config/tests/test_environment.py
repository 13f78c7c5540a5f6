"""What the environment may say, and how what it may not is refused."""

import base64
import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from openmash.config import environment

KEY = base64.b64encode(bytes(32)).decode()
SHORT_KEY = base64.b64encode(bytes(16)).decode()


@pytest.mark.parametrize(
    ("value", "mend"),
    [
        (KEY, "ID:BASE64"),
        (f":{KEY}", "ID:BASE64"),
        (f"a:{KEY},a:{KEY}", "each id used once"),
        ("a:not base64", "openssl rand"),
        (f"a:{SHORT_KEY}", "32 bytes"),
    ],
)
def test_a_sealing_key_that_cannot_be_meant_is_refused_with_its_mend(
    monkeypatch: pytest.MonkeyPatch, value: str, mend: str
):
    monkeypatch.setenv("OPENMASH_KEYS", value)
    with pytest.raises(ImproperlyConfigured, match=mend):
        environment.sealing_keys("OPENMASH_KEYS")


def test_the_first_sealing_key_is_the_current_one(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("OPENMASH_KEYS", f"new:{KEY}, old:{KEY}")
    assert list(environment.sealing_keys("OPENMASH_KEYS")) == ["new", "old"]


@pytest.mark.parametrize(
    "address",
    ["nonsense", "mysql://app@host/openmash", "postgresql://app@host/", "postgresql://a:b"],
)
def test_an_address_that_is_no_postgresql_database_is_refused(address: str):
    with pytest.raises(ImproperlyConfigured, match="postgresql://ROLE"):
        environment.database("DATABASE_URL", address)


def test_what_an_address_asks_for_is_kept():
    found = environment.database("DATABASE_URL", "postgresql://app@h/db?sslmode=verify-full")
    assert found["OPTIONS"] == {"sslmode": "verify-full"}


def test_a_flag_is_yes_or_no(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("OPENMASH_DEMO", "perhaps")
    with pytest.raises(ImproperlyConfigured, match="yes or no"):
        environment.flag("OPENMASH_DEMO")


def test_a_number_is_whole(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("OPENMASH_POOL", "ten")
    with pytest.raises(ImproperlyConfigured, match="whole number"):
        environment.number("OPENMASH_POOL", 0)


def test_mail_goes_encrypted_unless_told_otherwise(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("EMAIL_URL", "smtp://post:pa%40ss@mail.example")
    found = environment.mail("EMAIL_URL", "console:")
    assert (found["EMAIL_USE_TLS"], found["EMAIL_PORT"]) == (True, 587)
    assert found["EMAIL_HOST_PASSWORD"] == "pa@ss"


def test_mail_to_nowhere_known_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("EMAIL_URL", "pigeon://loft")
    with pytest.raises(ImproperlyConfigured, match="smtp:"):
        environment.mail("EMAIL_URL", "console:")


@pytest.mark.parametrize(
    ("name", "value"),
    [("DATABASE_URL", "nonsense"), ("OPENMASH_KEYS", "a"), ("OPENMASH_POOL", "ten")],
)
def test_settings_do_not_load_with_a_value_that_cannot_be_meant(name: str, value: str):
    ended = subprocess.run(
        [sys.executable, "-c", "import openmash.config.settings"],
        env={**os.environ, name: value},
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 1
    assert name in ended.stderr.splitlines()[-1]


def test_production_cookies_stay_with_the_host_and_travel_by_https():
    said = "s.SESSION_COOKIE_NAME, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE"
    ended = subprocess.run(
        [sys.executable, "-c", f"from openmash.config import settings as s; print({said})"],
        env={**os.environ, "OPENMASH_PLAIN_HTTP": "no"},
        capture_output=True,
        text=True,
    )
    assert ended.stdout.split() == ["__Host-openmash-session", "True", "True"]
