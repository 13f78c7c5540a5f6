"""What every test stands on: a database of its own run, and browsers only when asked for.

Most tests are wrapped in a transaction and rolled back. A test that must really commit (walls,
audit, pools, a live server) asks for `committed_db` and has a database to itself.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import psycopg
import pytest
from django.db import connections
from django.test import TransactionTestCase
from hypothesis import settings
from pytest_django import DjangoDbBlocker

from openmash.config.wiring import wire
from openmash.core.facts import forget_listeners
from tests import database
from tests.database import Server

pytest_plugins = ["tests.cast", "tests.story", "tests.budget", "tests.browsing"]

# A property is about what is true, not how fast this machine is today.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


LEFT_OUT = pytest.StashKey[int]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--no-browser", action="store_true", help="leave out tests that drive a real browser"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for each in items:
        _give_its_own_database(each)
    if config.getoption("--no-browser"):
        _leave_out_browsers(config, items)


def _give_its_own_database(item: pytest.Item) -> None:
    """A test that commits gets a database of its own, whatever words it asked in."""
    marker = item.get_closest_marker("django_db")
    names: list[str] = getattr(item, "fixturenames", [])
    commits = marker is not None and marker.kwargs.get("transaction", False)
    if commits or {"transactional_db", "live_server"} & set(names):
        names.insert(0, "committed_db")


def _leave_out_browsers(config: pytest.Config, items: list[pytest.Item]) -> None:
    left_out = [each for each in items if each.get_closest_marker("browser")]
    items[:] = [each for each in items if each not in left_out]
    config.hook.pytest_deselected(items=left_out)
    config.stash[LEFT_OUT] = len(left_out)
    if hasattr(config, "workeroutput"):
        config.workeroutput["left_out"] = len(left_out)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Hear from an xdist worker, which is the one that collects."""
    node.config.stash[LEFT_OUT] = getattr(node, "workeroutput", {}).get("left_out", 0)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    if config.getoption("--no-browser"):
        left_out = config.stash.get(LEFT_OUT, 0)
        terminalreporter.write_line(f"--no-browser: {left_out} browser tests were left out.")


@pytest.fixture(autouse=True)
def news_as_wired() -> None:
    """Start each test with the site's own listeners, whatever the one before forgot."""
    forget_listeners()
    wire()


@pytest.fixture(scope="session")
def database_server() -> Iterator[Server]:
    with database.running_server() as server:
        yield server


@pytest.fixture(scope="session")
def worker(request: pytest.FixtureRequest) -> str:
    """Return the name of this xdist worker, or `alone`."""
    return str(getattr(request.config, "workerinput", {}).get("workerid", "alone"))


@pytest.fixture(scope="session")
def monkeypatch_session() -> Iterator[pytest.MonkeyPatch]:
    with pytest.MonkeyPatch.context() as patch:
        yield patch


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None,
    django_db_blocker: DjangoDbBlocker,
    database_server: Server,
    worker: str,
    monkeypatch_session: pytest.MonkeyPatch,
) -> Iterator[None]:
    """Give this run its database, in place of pytest-django's, which would be its owner's."""
    monkeypatch_session.setattr(TransactionTestCase, "_fixture_teardown", _flush_nothing)
    name = database.database_name(worker)
    with ExitStack() as stack:
        stack.enter_context(django_db_blocker.unblock())
        stack.enter_context(database.only_user_of(name))
        stack.enter_context(database.fresh_database(database_server, name))
        database.point_site_at(database_server, name)
        stack.enter_context(django_db_blocker.block())
        yield


def _flush_nothing(self: TransactionTestCase) -> None:
    """Leave the tables: `committed_db` drops the database, and the site may not truncate."""


@pytest.fixture
def committed_db(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    database_server: Server,
    worker: str,
) -> Iterator[str]:
    """Connect to a fresh database where commits are real; yields its name."""
    name = database.database_name(worker)
    with django_db_blocker.unblock():
        with database.fresh_database(database_server, f"{name}_committed") as fresh:
            database.point_site_at(database_server, fresh)
            yield fresh
            connections.close_all()
        database.point_site_at(database_server, name)


@pytest.fixture
def transactional_db(committed_db: str) -> None:
    """Stand in for pytest-django's, which would flush as the site's role."""


@pytest.fixture
def owner(committed_db: str, database_server: Server) -> Iterator[psycopg.Connection]:
    """Connect as the tables' owner, whom row-level security does not bind."""
    url = database_server.owner_url(committed_db)
    with psycopg.connect(url, autocommit=True) as connection:
        yield connection


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any], monkeypatch_session: pytest.MonkeyPatch
) -> dict[str, Any]:
    """Use the browser `./run test` found, or one on the path; otherwise Playwright's own."""
    monkeypatch_session.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "yes")  # it has an event loop running
    found = os.environ.get("CHROMIUM") or shutil.which("chromium")
    arguments = ["--disable-background-networking"]
    if os.geteuid() == 0:
        arguments.append("--no-sandbox")  # Chromium's sandbox refuses root
    chosen = {**browser_type_launch_args, "args": arguments}
    return {**chosen, "executable_path": found} if found else chosen
