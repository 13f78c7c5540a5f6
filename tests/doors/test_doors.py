"""Every named page of the site, tried by every member of the cast and by nobody."""

from collections import Counter, defaultdict
from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client

from openmash.accounts.services import know_nobody
from tests.cast import Cast
from tests.doors.routes import SENDS, address, named_routes
from tests.doors.table import ANYBODY, DOORS, NOBODY, TABLE, Door
from tests.story import Story


@pytest.fixture
def addresses(story: Story) -> dict[str, str]:
    """Where each page stands, worked out while the story may still be seen."""
    return {route: address(route, story) for route in DOORS if route in named_routes()}


@pytest.fixture
def clients(cast: Cast, addresses: dict[str, str]) -> dict[str, Client]:
    """Everybody has signed in, save nobody; and nothing more may be seen."""
    clients = {name: Client(raise_request_exception=False) for name in ANYBODY}
    for name, client in clients.items():
        if name != NOBODY:
            cast.sign_in(client, name)
    know_nobody()
    return clients


def try_it(client: Client, method: str, url: str, sends: dict[str, str]) -> int:
    """Return the status, and leave everything as it was."""
    with transaction.atomic():
        status: int = getattr(client, method)(url, sends).status_code
        transaction.set_rollback(True)
    return status


def mistakes_at(door: Door, route: str, url: str, clients: dict[str, Client]) -> Iterator[str]:
    """Yield each person who got another answer than the table says."""
    got = defaultdict(list)
    for who, client in sorted(clients.items()):
        expected = door.status_for(who)
        status = try_it(client, door.method, url, SENDS.get(route, {}))
        if status != expected:
            got[f"expected {expected}, got {status}"].append(who)
    for said, people in got.items():
        yield f"{said}: {' '.join(people)}"


def test_every_page_is_on_the_door_table():
    routes = set(named_routes())
    assert routes - set(DOORS) == set()
    assert set(DOORS) - routes == set()


def test_no_page_is_on_it_twice():
    counted = Counter(route for _, routes in TABLE for route in routes.split())
    assert [route for route, times in counted.items() if times > 1] == []


def test_doors_open_for_those_they_name_and_nobody_else(
    addresses: dict[str, str], clients: dict[str, Client]
):
    wrong = [
        f"{route}: {mistake}"
        for route, url in addresses.items()
        for mistake in mistakes_at(DOORS[route], route, url, clients)
    ]
    assert wrong == []


def test_a_door_closed_to_one_method_is_closed_to_the_other(
    addresses: dict[str, str], clients: dict[str, Client]
):
    """Whoever may not read may not write, and the other way round."""
    open_anyway = [
        f"{route} {method}: {who} got {status}"
        for route, url in addresses.items()
        for method in ({"get", "post"} - {DOORS[route].method})
        for who in sorted(clients)
        if is_closed(DOORS[route], who)
        and (status := try_it(clients[who], method, url, {})) not in {404, 405, 302}
    ]
    assert open_anyway == []


def is_closed(door: Door, who: str) -> bool:
    return not any(who in names for names in door.opens.values())


def test_a_door_that_opens_for_the_wrong_one_is_found(
    addresses: dict[str, str], clients: dict[str, Client]
):
    """The detector's own fault: three tables that are wrong about the search for people."""
    route = "people:search"
    for who, wrong in (
        ("nobody", Door("get", {200: ANYBODY})),
        ("priya", Door("get", {})),
        ("tom", Door("get", {200: frozenset({"tom"})})),
    ):
        client = {who: clients[who]}
        assert len(list(mistakes_at(wrong, route, addresses[route], client))) == 1
