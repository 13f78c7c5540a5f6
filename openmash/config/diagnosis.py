"""What is wrong with this installation, each finding with how to mend it.

Everything here is asked as the site's own role, so that it sees what the site sees.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core import checks
from django.db import DatabaseError, connection

from openmash.config.health import migrations_waiting, queue_has_tables

CLOCKS_MAY_DIFFER = timedelta(seconds=2)
JOB_MAY_WAIT = timedelta(minutes=10)
SAFE_MINORS = {15: 14, 16: 10, 17: 6}  # CVE-2025-8713: earlier ones leak past row-level security

WALLS = """
SELECT c.relname, c.relrowsecurity, EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid)
FROM pg_class c
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'hub_id' AND NOT a.attisdropped
WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
ORDER BY c.relname
"""
TOO_FREE = """
SELECT table_name, string_agg(privilege_type, ', ')
FROM information_schema.role_table_grants
WHERE grantee = current_user AND table_schema = 'public'
  AND (privilege_type = 'TRUNCATE'
       OR table_name LIKE 'audit\\_%' AND privilege_type IN ('UPDATE', 'DELETE'))
GROUP BY table_name
"""
JOBS = """
SELECT count(*) FILTER (WHERE status = 'failed'),
       count(*) FILTER (WHERE status = 'todo' AND greatest(scheduled_at, deferred_at) < %s)
FROM procrastinate_jobs
LEFT JOIN (SELECT job_id, max(at) AS deferred_at FROM procrastinate_events
           WHERE type = 'deferred' GROUP BY job_id) AS deferred ON job_id = id
"""


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong. A serious one is a reason not to serve."""

    words: str
    mend: str
    serious: bool = True


def findings(*, at: datetime) -> list[Finding]:
    """Return everything that is wrong, in the order to mend it."""
    found = [*about_settings()]
    questions: list[Callable[[], Iterable[Finding]]] = [
        lambda: about_clock(at=at),  # first: the other questions take time
        about_server,
        about_migrations,
        about_walls,
        about_rights,
        lambda: about_queue(at=at),
    ]
    try:
        for question in questions:
            found += question()
    except DatabaseError as trouble:
        words = f"The database did not answer: {str(trouble).strip()}"
        found.append(Finding(words, "Mend what stands above this first, then ask again."))
    return found


def about_settings() -> Iterable[Finding]:
    """Yield what the system checks say; a demonstration is not asked about https."""
    for each in checks.run_checks(databases=["default"], include_deployment_checks=True):
        about_https = str(each.id).startswith("security.")
        if not each.is_silenced() and not (settings.DEMO and about_https):
            words = f"{each.msg} ({each.id})"
            yield Finding(words, each.hint or "See the check's own page.", each.is_serious())


def about_server() -> Iterable[Finding]:
    major, minor = divmod(_one("SELECT current_setting('server_version_num')::int")[0], 10000)
    if minor < SAFE_MINORS.get(major, 0):
        words = f"PostgreSQL {major}.{minor} can leak rows past row-level security."
        yield Finding(words, f"Upgrade it to {major}.{SAFE_MINORS[major]} or newer.")


def about_clock(*, at: datetime) -> Iterable[Finding]:
    (theirs,) = _one("SELECT clock_timestamp()")
    if abs(theirs - at) > CLOCKS_MAY_DIFFER:
        words = f"The database's clock and ours differ by {abs(theirs - at).total_seconds():.0f} s."
        yield Finding(words, "Set both by the same time service: deadlines depend on it.")


def about_migrations() -> Iterable[Finding]:
    if waiting := migrations_waiting():
        words = f"{len(waiting)} migrations have not been applied, {waiting[0]} first."
        yield Finding(words, "Run: openmash migrate")


def about_walls() -> Iterable[Finding]:
    """Yield each table with hub data that row-level security does not guard (trust 2)."""
    for table, enabled, has_policy in _all(WALLS):
        if not (enabled and has_policy):
            mend = "Enable row-level security on it, with a policy on hub_id, in a migration."
            yield Finding(f"Table {table} has hub data and no wall.", mend)


def about_rights() -> Iterable[Finding]:
    for table, rights in _all(TOO_FREE):
        words = f"The site's role has {rights} on {table}."
        yield Finding(words, "Run: openmash migrate (it grants the role exactly its rights).")


def about_queue(*, at: datetime) -> Iterable[Finding]:
    if not queue_has_tables():
        yield Finding("The queue of jobs has no tables.", "Run: openmash migrate")
        return
    failed, late = _one(JOBS, at - JOB_MAY_WAIT)
    if late:
        words = f"{late} jobs have waited more than {JOB_MAY_WAIT.seconds // 60} minutes."
        yield Finding(words, "Start the job worker: openmash procrastinate worker")
    if failed:
        words = f"{failed} jobs have failed and are parked."
        yield Finding(words, "Read why in the worker's log, then retry them.", serious=False)


def _one(question: str, *arguments: datetime) -> tuple[Any, ...]:
    with connection.cursor() as cursor:
        cursor.execute(question, arguments)
        row: tuple[Any, ...] = cursor.fetchone()
    return row


def _all(question: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return list(cursor.fetchall())
