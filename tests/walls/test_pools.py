"""Who asks is said for one transaction, and a warm connection carries nothing into the next."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import psycopg
import pytest
from django.db import connection as django_connection
from django.db import transaction
from psycopg_pool import ConnectionPool

from openmash.accounts.services import acting_as
from openmash.core.viewers import Standing, Viewer, ViewerKind
from tests.database import Server
from tests.walls.detector import Hubs, Site

SEEN = "SELECT hub_id FROM cases_case"
SETTINGS = ("app.practitioner", "app.hubs", "app.agencies", "app.audience")
REQUESTS = 400


class Trouble(Exception):
    """What ends a transaction badly."""


def look(connection: psycopg.Connection, hub: UUID) -> list[UUID]:
    connection.execute("SELECT set_config('app.hubs', %s, true)", [f"{{{hub}}}"])
    return [each for (each,) in connection.execute(SEEN)]


def look_and_break(site: Site, hub: UUID) -> None:
    with site.connection() as connection, connection.transaction():
        look(connection, hub)
        raise Trouble


def what_is_left(connection: psycopg.Connection) -> set[str]:
    """Return what a connection still says of who asked, and rows it still shows."""
    with connection.transaction():
        settings = {
            value
            for name in SETTINGS
            for (value,) in connection.execute("SELECT current_setting(%s, true)", [name])
            if value
        }
        return settings | {str(each) for (each,) in connection.execute(SEEN)}


def test_a_committed_transaction_leaves_nothing(site: Site, tables: list[str], hubs: Hubs):
    with site.connection() as connection, connection.transaction():
        assert look(connection, hubs.ours) == [hubs.ours]
    with site.connection() as connection:
        assert what_is_left(connection) == set()


def test_a_broken_transaction_leaves_nothing(site: Site, tables: list[str], hubs: Hubs):
    with pytest.raises(Trouble):
        look_and_break(site, hubs.ours)
    with site.connection() as connection:
        assert what_is_left(connection) == set()


def test_a_setting_for_the_session_would_be_found(site: Site, tables: list[str], hubs: Hubs):
    """The detector's own fault: said for the session, the context outlives its transaction."""
    with site.connection() as connection, connection.transaction():
        connection.execute("SELECT set_config('app.hubs', %s, false)", [f"{{{hubs.ours}}}"])
    with site.connection() as connection:
        assert str(hubs.ours) in what_is_left(connection)


def test_many_askers_on_few_connections_each_see_their_own(
    committed_db: str, database_server: Server, tables: list[str], hubs: Hubs
):
    def ask(number: int) -> bool:
        """Every third asks without saying who, and must see nothing."""
        with pool.connection() as connection, connection.transaction():
            if number % 3 == 0:
                return connection.execute(SEEN).fetchall() == []
            hub = hubs.ours if number % 3 == 1 else hubs.theirs
            return look(connection, hub) == [hub]

    url = database_server.site_url(committed_db)
    with ConnectionPool(url, min_size=2, max_size=2) as pool, ThreadPoolExecutor(8) as threads:
        right = list(threads.map(ask, range(REQUESTS)))
    assert right.count(True) == REQUESTS


class TestTheSitesOwnPool:
    @pytest.fixture
    def pooled(self, committed_db: str) -> Iterator[None]:
        """Have Django keep one connection warm, as the deployed site does."""
        options = django_connection.settings_dict["OPTIONS"]
        before = options.get("pool")
        django_connection.close()
        options["pool"] = {"min_size": 1, "max_size": 1}
        yield
        django_connection.close()
        django_connection.close_pool()  # type: ignore[attr-defined]
        options.pop("pool") if before is None else options.update(pool=before)

    @staticmethod
    def seen() -> list[UUID]:
        with django_connection.cursor() as cursor:
            cursor.execute(SEEN)
            return [each for (each,) in cursor.fetchall()]

    def test_acting_as_somebody_ends_with_the_transaction(
        self, tables: list[str], hubs: Hubs, pooled: None
    ):
        standing = Standing(hubs.ours, "Rivermead", None, "", "", frozenset(), frozenset())
        with acting_as(Viewer(ViewerKind.JOB, "A job", standings=(standing,))):
            assert self.seen() == [hubs.ours]
            backend = self.backend()
        django_connection.close()  # the connection goes back to the pool, and stays warm
        with transaction.atomic():
            assert self.backend() == backend
            assert self.seen() == []

    @staticmethod
    def backend() -> int:
        with django_connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            row: tuple[int] = cursor.fetchone()
        return row[0]
