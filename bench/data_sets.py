"""The data sets: a hub of fiction lived through the public verbs, multiplied by the bulk path.

Each is made once, in a database of its own, and kept. What a page needs to be hard work is put in
beside it: a case that twelve agencies have answered on, and two people with long chronologies.
"""

from dataclasses import dataclass
from uuid import UUID

import django
import psycopg
from django.core.management import call_command
from django.db import connections

from bench.cluster import has_database, name_database, new_database, point_at
from openmash.config.databases import OWNER
from openmash.config.localpg import PrivatePostgres

PRESET = "london"


@dataclass(frozen=True)
class Size:
    """How large a data set is."""

    name: str
    contacts: int
    open_work: int
    long_stories: tuple[int, ...] = (500, 10_000)

    @property
    def database(self) -> str:
        return f"openmash_bench_{self.name}"


YEAR = Size("year", contacts=50_000, open_work=10_000)
QUICK = Size("quick", contacts=1_500, open_work=300)


@dataclass(frozen=True)
class HardPlaces:
    """What in a data set is the most work to show."""

    hub_id: UUID
    crowded_case: str
    answers: int
    asked_agency: str
    persons: dict[int, UUID]  # by the number of entries of their chronology


def use(postgres: PrivatePostgres, size: Size, *, fresh: bool = False) -> None:
    """Point Django at a data set, made now if this is the first time it is asked for."""
    if fresh or not has_database(postgres, size.database):
        _make_apart(postgres, size)
        return
    point_at(postgres, size.database)
    django.setup()
    call_command("migrate", verbosity=0)


def _make_apart(postgres: PrivatePostgres, size: Size) -> None:
    """Make it under another name, so that one left half made is never taken for whole."""
    half_made = f"{size.database}_half"
    new_database(postgres, half_made)
    point_at(postgres, half_made)
    django.setup()
    print(f"Making the data set {size.name} (once) …", flush=True)
    call_command("migrate", verbosity=0)
    call_command("make_hub", PRESET)
    from bench.filling import fill  # models can be imported only once Django is set up

    fill(size)
    connections.close_all()
    name_database(postgres, half_made, size.database)
    move_to(postgres, size.database)


def move_to(postgres: PrivatePostgres, name: str) -> None:
    """Point a Django that is set up already at another database of the cluster."""
    connections.close_all()
    point_at(postgres, name)
    for each in connections.all():
        each.settings_dict["NAME"] = name


def rows_by_table(postgres: PrivatePostgres, size: Size) -> dict[str, int]:
    """Count every table that has rows, largest first."""
    with psycopg.connect(postgres.url(OWNER, size.database)) as connection:
        tables = connection.execute(
            "select relname from pg_stat_user_tables where schemaname = 'public'"
        ).fetchall()
        counts = {}
        for (table,) in tables:
            row = connection.execute(f'select count(*) from "{table}"').fetchone()  # noqa: S608
            counts[table] = row[0] if row else 0
    return dict(sorted(((t, n) for t, n in counts.items() if n), key=lambda each: -each[1]))


def hard_places(postgres: PrivatePostgres, size: Size) -> HardPlaces:
    """Find what is the most work to show, reading past the walls as the tables' owner may."""
    with psycopg.connect(postgres.url(OWNER, size.database)) as connection:
        [(hub_id,)] = connection.execute(HUB, [PRESET]).fetchall()
        [(reference, answers)] = connection.execute(MOST_ANSWERED).fetchall()
        [(agency,)] = connection.execute(MOST_ASKED).fetchall()
        told_of = connection.execute(MOST_TOLD_OF, [len(size.long_stories)]).fetchall()
    persons = {entries: person for person, entries in told_of}
    return HardPlaces(hub_id, reference, answers, agency, persons)


HUB = "select id from accounts_hub where slug = %s"
MOST_ANSWERED = """
select k.reference, count(*) from cases_case k
join information_requests_informationrequest q on q.case_id = k.id
join information_requests_return r on r.request_id = q.id
group by k.id order by 2 desc, k.id limit 1
"""
MOST_ASKED = """
select a.kind from information_requests_informationrequest q join accounts_agency a
on a.id = q.agency_id where q.state = 'open' group by a.kind order by count(*) desc limit 1
"""
MOST_TOLD_OF = """
select person_id, count(*) from chronology_entryperson group by 1 order by 2 desc limit %s
"""
