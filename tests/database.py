"""The databases of a test run: each a copy of a migrated template, used as the site's own role.

The owner makes and drops them; tests connect as `app_rw`, so row-level security binds them. Runs
with different `OPENMASH_TEST_DB` share one server and one template and do not meet.
"""

import fcntl
import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit, urlunsplit

from django.apps import apps
from django.db import connections
from django.db.migrations.loader import MigrationLoader

from openmash.config import databases, environment, grants
from openmash.config.localpg import SUPERUSER, PrivatePostgres

ROOT = Path(__file__).resolve().parent.parent
VAR = ROOT / "var"
TEMPLATES_KEPT = 6


@dataclass(frozen=True)
class Server:
    """A PostgreSQL server the tests may make databases on."""

    owner_address: str
    site_address: str

    def owner_url(self, database: str) -> str:
        return _with_database(self.owner_address, database)

    def site_url(self, database: str) -> str:
        return _with_database(self.site_address, database)


def _with_database(address: str, database: str) -> str:
    return urlunsplit(urlsplit(address)._replace(path=f"/{database}"))


@contextmanager
def running_server() -> Iterator[Server]:
    """Use the server of DATABASE_OWNER_URL and DATABASE_URL, or a private one in `var/test-pg`."""
    owner, site = os.environ.get("DATABASE_OWNER_URL"), os.environ.get("DATABASE_URL")
    if owner and site:
        yield Server(owner, site)
        return
    private = PrivatePostgres(VAR / "test-pg", fast=True).start()
    try:
        databases.make_roles(private.url(SUPERUSER, "postgres"))
        yield Server(
            private.url(databases.OWNER, "postgres"), private.url(databases.SITE, "postgres")
        )
    finally:
        private.stop()


def database_name(worker: str) -> str:
    """Return this run's and this worker's own database name."""
    run = re.sub(r"\W", "_", os.environ.get("OPENMASH_TEST_DB", "main").lower())
    return f"test_openmash_{run}_{worker}"


@contextmanager
def only_user_of(name: str) -> Iterator[None]:
    """Refuse to share a database with another run that has the same name."""
    with _lock_file(f"{name}.lock") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise RuntimeError(
                f"Another test run is using {name}. Set OPENMASH_TEST_DB to a name of your own."
            ) from None
        yield


@contextmanager
def fresh_database(server: Server, name: str) -> Iterator[str]:
    """Make `name` from the template and drop it at the end."""
    with _migrated_template(server) as template:
        databases.drop_database(server.owner_address, name)
        databases.make_database(server.owner_address, name, template)
    try:
        yield name
    finally:
        connections["default"].close()
        databases.drop_database(server.owner_address, name)


def point_site_at(server: Server, name: str) -> None:
    """Connect Django to database `name` as the site's role, in this and every later thread."""
    connections["default"].close()
    address = environment.database("DATABASE_URL", server.site_url(name))
    connections["default"].settings_dict.update(address)


@contextmanager
def _migrated_template(server: Server) -> Iterator[str]:
    """Hold the template of today's migrations, made first if this is the first run to need it."""
    name = f"test_openmash_{_migrations_key()}_template"
    with _lock_file("template.lock") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if name not in databases.databases_like(server.owner_address, "test_openmash_%_template"):
            _make_template(server, name)
        fcntl.flock(lock, fcntl.LOCK_SH)
        yield name


def _make_template(server: Server, name: str) -> None:
    """Migrate a new database as an operator would, and name it a template when it is whole."""
    half_made = f"{name}_half"
    databases.drop_database(server.owner_address, half_made)
    databases.make_database(server.owner_address, half_made)
    addresses = {
        "DATABASE_OWNER_URL": server.owner_url(half_made),
        "DATABASE_URL": server.site_url(half_made),
    }
    migrated = subprocess.run(
        [sys.executable, "-m", "openmash.config.command", "migrate", "--skip-checks"],
        cwd=ROOT,
        env={**os.environ, **addresses},
        capture_output=True,
        text=True,
    )
    if migrated.returncode:
        last_words = migrated.stderr.strip().splitlines()[-3:]
        raise RuntimeError("The migrations do not apply: " + "\n".join(last_words))
    databases.rename_database(server.owner_address, half_made, name)
    for old in databases.databases_like(server.owner_address, "test_openmash_%_template")[
        TEMPLATES_KEPT:
    ]:
        databases.drop_database(server.owner_address, old)


def _migrations_key() -> str:
    """Return a digest of everything that decides what the template looks like."""
    digest = hashlib.sha256()
    for path in sorted([Path(grants.__file__), *_migration_files()]):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def _migration_files() -> list[Path]:
    found: list[Path] = []
    for app in apps.get_app_configs():
        module, _ = MigrationLoader.migrations_module(app.label)
        folder = Path(app.path) / "migrations"
        if module and folder.is_dir():
            found += [each for each in folder.rglob("*") if each.suffix in {".py", ".sql"}]
    return found


def _lock_file(name: str) -> IO[str]:
    VAR.mkdir(exist_ok=True)
    return (VAR / name).open("w")
