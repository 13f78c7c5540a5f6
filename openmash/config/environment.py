"""What the environment may set, read once by `settings` and refused when it cannot be meant.

Every refusal names the variable and says how to mend it.
"""

import base64
import binascii
import os
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

YES = {"1", "yes", "true", "on"}
NO = {"0", "no", "false", "off", ""}
KEY_LENGTH = 32

MAIL_BACKENDS = {
    "smtp": "django.core.mail.backends.smtp.EmailBackend",
    "smtps": "django.core.mail.backends.smtp.EmailBackend",
    "console": "django.core.mail.backends.console.EmailBackend",
    "file": "django.core.mail.backends.filebased.EmailBackend",
}


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def flag(name: str, *, default: bool = False) -> bool:
    value = text(name, "yes" if default else "no").lower()
    if value in YES | NO:
        return value in YES
    raise ImproperlyConfigured(f"{name} is “{value}”. Set it to yes or no.")


def number(name: str, default: int) -> int:
    value = text(name) or str(default)
    if value.isdecimal():
        return int(value)
    raise ImproperlyConfigured(f"{name} is “{value}”. Set it to a whole number.")


def words(name: str) -> list[str]:
    """Return a list written with commas."""
    return [each.strip() for each in text(name).split(",") if each.strip()]


def database(name: str, address: str) -> dict[str, Any]:
    """Return Django's settings for the database at `address`, which `name` gave."""
    try:
        parsed = dict(dj_database_url.parse(address))
    except (dj_database_url.ParseError, dj_database_url.UnknownSchemeError) as trouble:
        raise ImproperlyConfigured(f"{name} cannot be read. {ADDRESS_SHAPE}") from trouble
    if parsed["ENGINE"] != "django.db.backends.postgresql" or not parsed["NAME"]:
        raise ImproperlyConfigured(f"{name} names no PostgreSQL database. {ADDRESS_SHAPE}")
    parsed.setdefault("OPTIONS", {})
    return parsed


ADDRESS_SHAPE = "Write it as postgresql://ROLE:PASSWORD@HOST:PORT/DATABASE."


def sealing_keys(name: str) -> dict[str, bytes]:
    """Return the keys of sealed fields by id, the current one first: `id:base64,id2:base64`."""
    keys = {}
    for each in words(name):
        key_id, colon, encoded = each.partition(":")
        if not (key_id and colon) or key_id in keys:
            raise ImproperlyConfigured(f"{name}: each key is ID:BASE64, each id used once.")
        keys[key_id] = _sealing_key(name, key_id, encoded)
    return keys


def _sealing_key(name: str, key_id: str, encoded: str) -> bytes:
    mend = f"Make one with: openssl rand -base64 {KEY_LENGTH}"
    try:
        key = base64.b64decode(encoded, validate=True)
    except binascii.Error as trouble:
        raise ImproperlyConfigured(f"{name}: key {key_id} is not base64. {mend}") from trouble
    if len(key) != KEY_LENGTH:
        raise ImproperlyConfigured(f"{name}: key {key_id} is not {KEY_LENGTH} bytes long. {mend}")
    return key


def mail(name: str, default: str) -> dict[str, Any]:
    """Return Django's mail settings: `smtp://USER:PASSWORD@HOST:PORT`, `smtps://…`, `console:`."""
    address = urlsplit(text(name) or default)
    if address.scheme not in MAIL_BACKENDS:
        raise ImproperlyConfigured(
            f"{name} starts with “{address.scheme}”. Use smtp:, smtps:, console: or file:."
        )
    query = parse_qs(address.query)
    return {
        "EMAIL_BACKEND": MAIL_BACKENDS[address.scheme],
        "EMAIL_HOST": address.hostname or "localhost",
        "EMAIL_PORT": address.port or (465 if address.scheme == "smtps" else 587),
        "EMAIL_HOST_USER": unquote(address.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(address.password or ""),
        "EMAIL_USE_SSL": address.scheme == "smtps",
        "EMAIL_USE_TLS": address.scheme == "smtp" and query.get("tls") != ["no"],
        "EMAIL_FILE_PATH": unquote(address.path) or None,
        "EMAIL_TIMEOUT": 20,
    }
