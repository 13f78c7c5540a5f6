"""A public door counts who comes, in the database, so that it holds for every process (trust 5)."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from openmash.accounts.models import Knock
from openmash.accounts.selectors import door_viewer
from openmash.accounts.services import PublicDoor, TooMany, acting_as, count_knock
from tests.cast import NOW

ADDRESS = "192.0.2.7"
SIXTEEN = 16


def knock(hub, at=NOW, door="concern", origin=ADDRESS, most=2):
    count_knock(
        by=door_viewer(hub),
        hub_id=hub.id,
        door=PublicDoor(door, most, "Please ring us."),
        origin=origin,
        at=at,
    )


def test_after_so_many_an_hour_an_address_is_refused_in_the_words_given(cast):
    knock(cast.hub)
    knock(cast.hub)
    with pytest.raises(TooMany, match="Please ring us"):
        knock(cast.hub)


def test_another_address_door_or_hub_is_counted_apart(cast):
    for _each in range(2):
        knock(cast.hub)
    knock(cast.hub, origin="192.0.2.8")
    knock(cast.hub, door="resume")
    knock(cast.elsewhere)


def test_every_address_of_one_line_of_ipv6_is_counted_as_one(cast):
    knock(cast.hub, origin="2001:db8:0:1::1")
    knock(cast.hub, origin="2001:db8:0:1:ffff::2")
    knock(cast.hub, origin="2001:db8:0:2::1")
    with pytest.raises(TooMany):
        knock(cast.hub, origin="2001:db8:0:1::3")


def test_an_hour_after_the_first_the_count_begins_again(cast):
    for _each in range(2):
        knock(cast.hub)
    with pytest.raises(TooMany):
        knock(cast.hub, at=NOW + timedelta(minutes=59))
    knock(cast.hub, at=NOW + timedelta(hours=1))
    assert Knock.objects.get().times == 1


def test_the_address_is_not_kept_and_its_hash_not_for_long(cast):
    knock(cast.hub)
    assert ADDRESS not in str(Knock.objects.values().get())
    knock(cast.hub, at=NOW + timedelta(hours=2), origin="192.0.2.8")
    assert Knock.objects.count() == 1


def test_processes_at_once_count_every_knock_once(committed_cast, django_db_blocker):
    """Sixteen connections, as sixteen processes of the site would have, really committed."""
    cast = committed_cast

    def come(number: int) -> bool:
        with django_db_blocker.unblock():
            try:
                with acting_as(door_viewer(cast.hub)):
                    knock(cast.hub, most=10)
            except TooMany:
                return False
            finally:
                connection.close()
            return True

    with ThreadPoolExecutor(SIXTEEN) as pool:
        let_in = sum(pool.map(come, range(SIXTEEN)))
    assert let_in == 10
