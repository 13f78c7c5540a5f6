"""A database with one row of each of two hubs in every table, and the site's own pool to it."""

from collections.abc import Iterator
from uuid import uuid4

import psycopg
import pytest
from psycopg import sql
from psycopg_pool import ConnectionPool

from tests.database import Server
from tests.walls.detector import Hubs, Site, tables_with_hub_data

CONSTRAINTS = """
SELECT conrelid::regclass::text, conname FROM pg_constraint
WHERE connamespace = 'public'::regnamespace AND contype = ANY(%s) AND conrelid <> 0
"""
REQUIRED = """
SELECT attname FROM pg_attribute
WHERE attrelid = %s::regclass AND attnum > 0 AND attnotnull AND NOT attisdropped
  AND attidentity = '' AND attname <> 'hub_id'
"""


@pytest.fixture
def hubs() -> Hubs:
    ours, theirs = sorted([uuid4(), uuid4()])
    return Hubs(ours, theirs)


@pytest.fixture
def tables(owner: psycopg.Connection, hubs: Hubs) -> list[str]:
    """Every table with hub data, with a row of each hub and no constraint left but its wall.

    The constraints go so that one row can stand alone, whatever it would have to point at.
    """
    for kinds in (["f"], ["p", "u", "c"]):
        for table, name in owner.execute(CONSTRAINTS, [kinds]).fetchall():
            drop = sql.SQL("ALTER TABLE {} DROP CONSTRAINT {}")
            owner.execute(drop.format(sql.Identifier(table), sql.Identifier(name)))
    found = tables_with_hub_data(owner)
    for table in found:
        _ask_for_nothing(owner, table)
        put = sql.SQL("INSERT INTO {} (hub_id) VALUES (%s), (%s)").format(sql.Identifier(table))
        owner.execute(put, [hubs.ours, hubs.theirs])
    return found


def _ask_for_nothing(owner: psycopg.Connection, table: str) -> None:
    for (column,) in owner.execute(REQUIRED, [table]).fetchall():
        loosen = sql.SQL("ALTER TABLE {} ALTER COLUMN {} DROP NOT NULL")
        owner.execute(loosen.format(sql.Identifier(table), sql.Identifier(column)))


@pytest.fixture
def site(committed_db: str, database_server: Server) -> Iterator[Site]:
    """One warm connection, used again and again, as the site's role."""
    with ConnectionPool(database_server.site_url(committed_db), min_size=1, max_size=1) as pool:
        yield pool
