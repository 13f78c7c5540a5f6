"""How often one address may come to a hub's public door within an hour (trust 5).

A cache would count for one process only, or keep pickles in the database, which whoever can write
there could have the site run. One statement counts, so two processes never count the same knock.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network
from uuid import UUID, uuid4

from django.db import connection, transaction

from openmash.accounts.models import Knock
from openmash.accounts.services.sealing import keyring
from openmash.accounts.terms import Power
from openmash.core.refusals import NotHere, Refusal
from openmash.core.viewers import Viewer

COUNTED_FOR = timedelta(hours=1)
A_SWEEP = 1000
_COUNT = """
insert into accounts_knock as kept (id, hub_id, door, origin_hash, first_at, times)
values (%(id)s, %(hub)s, %(door)s, %(origin)s, %(at)s, 1)
on conflict (hub_id, door, origin_hash) do update set
    times = case when kept.first_at <= %(past)s then 1 else kept.times + 1 end,
    first_at = case when kept.first_at <= %(past)s then excluded.first_at else kept.first_at end
returning times
"""


class TooMany(Refusal):
    """One address has come to a public door more often in an hour than people do."""


@dataclass(frozen=True)
class PublicDoor:
    """A page anybody may come to, how often an hour from one address, and what is said after."""

    name: str
    most: int
    words: str


def count_knock(*, by: Viewer, hub_id: UUID, door: PublicDoor, origin: str, at: datetime) -> None:
    """Count one knock from an address, and refuse it in the door's words after so many an hour.

    The address is told beside the viewer and never in it: audit must not learn where somebody
    who tells the hub of a concern came from.
    """
    if not by.may(Power.REFER, hub_id):
        raise NotHere
    if _counted(hub_id, door.name, origin, at) > door.most:
        raise TooMany(door.words)


@transaction.atomic
def _counted(hub_id: UUID, door: str, origin: str, at: datetime) -> int:
    told: dict[str, str | datetime] = {
        "id": str(uuid4()),
        "hub": str(hub_id),
        "door": door,
        "origin": keyring().keyed_hash(f"knock:{hub_id}:{door}:{_line(origin)}".encode()),
        "at": at,
        "past": at - COUNTED_FOR,
    }
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, told)
        (times,) = cursor.fetchone()
    _forget_past(hub_id, at - COUNTED_FOR)
    return int(times)


def _line(origin: str) -> str:
    """Return the line an address is on: one home or office has all of a /64 of IPv6 to itself."""
    try:
        address = ip_address(origin)
    except ValueError:
        return origin
    return str(ip_network(f"{address}/64", strict=False)) if address.version == 6 else origin


def _forget_past(hub_id: UUID, past: datetime) -> None:
    """Those another process is counting just now are left to it: nobody waits for a tidy table."""
    rows = Knock.objects.filter(hub_id=hub_id, first_at__lte=past)
    free = list(rows.select_for_update(skip_locked=True).values_list("id", flat=True)[:A_SWEEP])
    Knock.objects.filter(id__in=free).delete()
