"""A hub whose rows are really committed, a server that serves them, and browsers to come to it."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from django.db import transaction
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from tests.cast import NOW, Cast, make_cast
from tests.journeys.people import People


class WallClock:
    """What time it is for everybody in a journey; it stands still until it is set."""

    def __init__(self) -> None:
        self.at = NOW

    def set(self, at: datetime) -> None:
        self.at = at


@pytest.fixture
def wall_clock(monkeypatch: pytest.MonkeyPatch) -> WallClock:
    clock = WallClock()
    monkeypatch.setattr("django.utils.timezone.now", lambda: clock.at)
    return clock


@pytest.fixture
def people(
    committed_cast: Cast, live_server: LiveServer, browser: Browser, wall_clock: WallClock
) -> Iterator[People]:
    """The people of Rivermead, a hub on the London preset."""
    yield from _people(committed_cast, live_server, browser, wall_clock)


@pytest.fixture
def lancashire(
    committed_db: str, live_server: LiveServer, browser: Browser, wall_clock: WallClock
) -> Iterator[People]:
    """The same people, in a hub on the Lancashire preset."""
    with transaction.atomic():
        cast = make_cast("lancashire")
    yield from _people(cast, live_server, browser, wall_clock)


def _people(cast: Cast, server: LiveServer, browser: Browser, clock: WallClock) -> Iterator[People]:
    yield People(cast, browser, server.url, clock.set)
    for each in browser.contexts:
        each.close()
