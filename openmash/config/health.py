"""Is the process up, and is it ready to work? Strangers are told no more than that."""

import structlog
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse

log = structlog.get_logger(__name__)


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
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('procrastinate_jobs') IS NOT NULL")
        if cursor.fetchone() != (True,):
            return "the queue has no tables"
    return "migrations have not been applied" if migrations_waiting() else ""


def migrations_waiting() -> list[str]:
    """Return the migrations the database has not had yet."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [str(migration) for migration, _ in plan]
