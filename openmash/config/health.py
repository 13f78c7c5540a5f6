"""Is the process up, and is it ready to work? Strangers are told no more than that.

Probes are answered before anything else: they come by address rather than name, over plain http
behind a proxy, and most of all when the database is not there to open a transaction.
"""

from collections.abc import Callable

import structlog
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse

log = structlog.get_logger(__name__)


class AnswerProbes:
    """Answer `/healthz` and `/readyz`; let every other request by."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.probes = {"/healthz": healthz, "/readyz": readyz}

    def __call__(self, request: HttpRequest) -> HttpResponse:
        probe = self.probes.get(request.path_info, self.get_response)
        return probe(request)


def healthz(request: HttpRequest) -> HttpResponse:
    """Answer 200 while the process can answer at all."""
    return HttpResponse("ok", content_type="text/plain")


def readyz(request: HttpRequest) -> HttpResponse:
    """Answer 200 when the database, its migrations and the queue are there; 503 otherwise."""
    try:
        trouble = what_is_not_ready()
    except DatabaseError as error:
        trouble = type(error).__name__
    if trouble:
        log.warning("not_ready", because=trouble)
        return HttpResponse("not ready", status=503, content_type="text/plain")
    return HttpResponse("ready", content_type="text/plain")


def what_is_not_ready() -> str:
    """Return what is missing, for the log; nothing when all is there."""
    if not queue_has_tables():
        return "the queue has no tables"
    return "migrations have not been applied" if migrations_waiting() else ""


def queue_has_tables() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('procrastinate_jobs') IS NOT NULL")
        row: tuple[bool] = cursor.fetchone()
    return row[0]


def migrations_waiting() -> list[str]:
    """Return the migrations the database has not had yet."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [str(migration) for migration, _ in plan]
