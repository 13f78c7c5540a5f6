"""The demonstration's own PostgreSQL, secrets and addresses; all under `var/`, all fiction."""

import base64
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from openmash.config.databases import OWNER, SITE, databases_like, make_database, make_roles
from openmash.config.localpg import SUPERUSER, PrivatePostgres

VAR = Path(os.environ.get("OPENMASH_VAR") or Path(__file__).resolve().parents[2] / "var")
SECRETS = VAR / "demo.env"
DATABASE = "openmash"


@contextmanager
def demo_environment() -> Iterator[PrivatePostgres]:
    """Run the demonstration's PostgreSQL, and put its addresses and secrets in the environment."""
    postgres = PrivatePostgres(VAR / "demo-pg").start()
    try:
        make_roles(postgres.url(SUPERUSER, "postgres"))
        owner = postgres.url(OWNER, "postgres")
        if DATABASE not in databases_like(owner, DATABASE):
            make_database(owner, DATABASE)
        os.environ.update(demo_secrets(SECRETS) | _addresses(postgres))
        yield postgres
    finally:
        postgres.stop()


def _addresses(postgres: PrivatePostgres) -> dict[str, str]:
    return {
        "OPENMASH_DEMO": "yes",
        "DATABASE_URL": postgres.url(SITE, DATABASE),
        "DATABASE_OWNER_URL": postgres.url(OWNER, DATABASE),
        "EMAIL_URL": f"file:{VAR / 'demo-mail'}",
        "DJANGO_SETTINGS_MODULE": "openmash.config.settings",
    }


def demo_secrets(path: Path) -> dict[str, str]:
    """Return the secrets kept at `path`, made there the first time for our eyes only."""
    if not path.exists():
        made = "".join(f"{name}={value}\n" for name, value in _new_secrets().items())
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(made)
    lines = path.read_text().splitlines()
    return dict(line.split("=", maxsplit=1) for line in lines if "=" in line)


def _new_secrets() -> dict[str, str]:
    return {
        "SECRET_KEY": secrets.token_urlsafe(50),
        "OPENMASH_KEYS": f"demo:{base64.b64encode(secrets.token_bytes(32)).decode()}",
        "OPENMASH_DEMO_PASSWORD": "-".join(secrets.token_hex(2) for _ in range(3)),
    }
