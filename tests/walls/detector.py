"""Finds what gets past the second wall, in raw SQL, as the site's own role (trust 2).

It reads the tables from the catalogue, so a table of tomorrow is tried without being listed here.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

import psycopg
from psycopg import sql
from psycopg_pool import ConnectionPool

WITH_HUB_DATA = """
SELECT c.relname
FROM pg_class c
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'hub_id' AND NOT a.attisdropped
WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
ORDER BY c.relname
"""
OPEN_TO_ADD = "audit_"  # anybody adds to the audit of any hub; nobody reads another's
Site = ConnectionPool[psycopg.Connection]


@dataclass(frozen=True)
class Hubs:
    """A hub whose context is set, and one whose rows must not be seen."""

    ours: UUID
    theirs: UUID


def tables_with_hub_data(connection: psycopg.Connection) -> list[str]:
    return [name for (name,) in connection.execute(WITH_HUB_DATA)]


def breaches(site: Site, table: str, hubs: Hubs) -> list[str]:
    """Return every way past the wall of a table that holds one row of each hub."""
    tried = [
        _seen_without_context(site, table),
        _seen_of_others(site, table, hubs),
        _put_in_another_hub(site, table, hubs),
        _moved_to_another_hub(site, table, hubs),
        _removed_from_another_hub(site, table, hubs),
    ]
    return [f"{table}: {each}" for each in tried if each]


@contextmanager
def seeing(connection: psycopg.Connection, hub: UUID) -> Iterator[None]:
    """See one hub for one transaction, which is rolled back."""
    with connection.transaction(force_rollback=True):
        connection.execute("SELECT set_config('app.hubs', %s, true)", [f"{{{hub}}}"])
        yield


def _seen_without_context(site: Site, table: str) -> str:
    with site.connection() as connection:
        seen = _hubs_seen(connection, table)
    return f"{len(seen)} rows are seen without context" if seen else ""


def _seen_of_others(site: Site, table: str, hubs: Hubs) -> str:
    with site.connection() as connection, seeing(connection, hubs.ours):
        seen = _hubs_seen(connection, table)
    return "" if seen == [hubs.ours] else f"with context, the rows of {seen} are seen"


def _put_in_another_hub(site: Site, table: str, hubs: Hubs) -> str:
    if table.startswith(OPEN_TO_ADD):
        return ""
    command = sql.SQL("INSERT INTO {} (hub_id) VALUES (%s)").format(sql.Identifier(table))
    return "" if _is_refused(site, command, hubs) else "a row is put in another hub"


def _moved_to_another_hub(site: Site, table: str, hubs: Hubs) -> str:
    command = sql.SQL("UPDATE {} SET hub_id = %s").format(sql.Identifier(table))
    return "" if _is_refused(site, command, hubs) else "a row is moved to another hub"


def _removed_from_another_hub(site: Site, table: str, hubs: Hubs) -> str:
    command = sql.SQL("DELETE FROM {} WHERE hub_id = %s").format(sql.Identifier(table))
    with site.connection() as connection, seeing(connection, hubs.ours):
        try:
            removed = connection.execute(command, [hubs.theirs]).rowcount
        except psycopg.errors.InsufficientPrivilege:
            return ""
    return "a row is removed from another hub" if removed else ""


def _is_refused(site: Site, command: sql.Composed, hubs: Hubs) -> bool:
    with site.connection() as connection, seeing(connection, hubs.ours):
        try:
            connection.execute(command, [hubs.theirs])
        except psycopg.errors.InsufficientPrivilege:
            return True
    return False


def _hubs_seen(connection: psycopg.Connection, table: str) -> list[UUID]:
    question = sql.SQL("SELECT hub_id FROM {} ORDER BY hub_id").format(sql.Identifier(table))
    return [hub for (hub,) in connection.execute(question)]
