"""A private PostgreSQL for the benchmarks, set up as a small hub's server would be."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from openmash.config.databases import (
    OWNER,
    SITE,
    databases_like,
    drop_database,
    make_database,
    make_roles,
    rename_database,
)
from openmash.config.demo_environment import VAR, demo_secrets
from openmash.config.localpg import SUPERUSER, PrivatePostgres

SETTINGS = {
    "shared_buffers": "2GB",
    "effective_cache_size": "8GB",
    "work_mem": "16MB",
    "max_wal_size": "8GB",
    "random_page_cost": "1.1",
}


@contextmanager
def running_cluster() -> Iterator[PrivatePostgres]:
    """Run the benchmarks' own PostgreSQL: what is committed is on the disk, as it is in a hub."""
    postgres = PrivatePostgres(VAR / "bench-pg", settings=SETTINGS).start()
    try:
        make_roles(postgres.url(SUPERUSER, "postgres"))
        yield postgres
    finally:
        postgres.stop()


def has_database(postgres: PrivatePostgres, name: str) -> bool:
    return name in databases_like(postgres.url(OWNER, "postgres"), name)


def new_database(postgres: PrivatePostgres, name: str) -> None:
    """Make an empty database in the place of any that has the name."""
    drop_database(postgres.url(OWNER, "postgres"), name)
    make_database(postgres.url(OWNER, "postgres"), name)


def copy_database(postgres: PrivatePostgres, name: str, copy: str) -> None:
    """Copy a database nobody is connected to, in the place of any that has the copy's name."""
    drop_database(postgres.url(OWNER, "postgres"), copy)
    make_database(postgres.url(OWNER, "postgres"), copy, name)


def forget_database(postgres: PrivatePostgres, name: str) -> None:
    drop_database(postgres.url(OWNER, "postgres"), name)


def name_database(postgres: PrivatePostgres, name: str, new_name: str) -> None:
    """Give a database that is whole its lasting name."""
    drop_database(postgres.url(OWNER, "postgres"), new_name)
    rename_database(postgres.url(OWNER, "postgres"), name, new_name)


def point_at(postgres: PrivatePostgres, name: str) -> None:
    """Let this process, and those it starts, use a database as the site does in a demonstration."""
    os.environ.update(demo_secrets(VAR / "bench.env"))
    os.environ.update(
        OPENMASH_DEMO="yes",
        OPENMASH_LOG_LEVEL="ERROR",
        DATABASE_URL=postgres.url(SITE, name),
        DATABASE_OWNER_URL=postgres.url(OWNER, name),
        DJANGO_SETTINGS_MODULE="openmash.config.settings",
    )
