"""Telling the database who is asking, for the rest of one transaction (ADR 7).

Row-level security compares columns with settings made here. They are local to the transaction, so
a pooled connection can never carry one request's sight into the next.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import connection, transaction

from openmash.core.viewers import Viewer

_SET = """
select set_config('app.practitioner', %s, true),
       set_config('app.hubs', %s, true),
       set_config('app.agencies', %s, true),
       set_config('app.audience', %s, true)
"""


def act_as(viewer: Viewer) -> None:
    """Let the rest of this transaction see what `viewer` may see, and nothing else."""
    _set(
        practitioner=str(viewer.id or ""),
        hubs=viewer.hub_ids,
        agencies=viewer.agency_ids,
        audience=[viewer.id] if viewer.id else [],
    )


def know_practitioner(practitioner_id: UUID) -> None:
    """Let this transaction read one practitioner's own memberships, before hubs are known."""
    _set(practitioner=str(practitioner_id), hubs=[], agencies=[], audience=[practitioner_id])


def know_nobody() -> None:
    """Let this transaction see no more than a stranger does: nothing that has a wall."""
    _set(practitioner="", hubs=[], agencies=[], audience=[])


@contextmanager
def acting_as(viewer: Viewer) -> Iterator[None]:
    """Open a transaction that sees what `viewer` may see; for jobs and commands."""
    with transaction.atomic():
        act_as(viewer)
        yield


def _set(
    *, practitioner: str, hubs: Iterable[UUID], agencies: Iterable[UUID], audience: Iterable[UUID]
) -> None:
    if not connection.in_atomic_block:
        raise RuntimeError("The database is told who asks inside a transaction, or not at all.")
    with connection.cursor() as cursor:
        cursor.execute(_SET, [practitioner, _array(hubs), _array(agencies), _array(audience)])


def _array(ids: Iterable[UUID]) -> str:
    return "{" + ",".join(str(each) for each in ids) + "}"
