"""The bulk path: a hub's lived weeks, copied again and again into its past.

Every row was first made by the public verbs; a copy differs in its ids, its references and its
times only, so what holds of the weeks that were lived holds of each copy. Sealed values are opened
and sealed again for the row they now belong to.
"""

import hashlib
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import connection, models, transaction

from openmash.accounts.selectors import hub_numbered, job_viewer
from openmash.accounts.services import act_as, keyring

COPIED = (
    "people",
    "chronology",
    "matching",
    "intake",
    "cases",
    "sharing",
    "information_requests",
    "decisions",
    "pathways",
    "governance",
    "audit",
)
LEFT_ALONE = {"governance.Policy", "audit.ShownPerson", "intake.Draft"}
IDS_KEPT = {"hub_id", "actor_id", "agency_id", "policy_id"}
SEALED = {
    "intake.Contact": ("referrer_sealed", "intake.referrer"),
    "intake.Original": ("sealed", "intake.original"),
    "people.Address": ("sealed", "people.address"),
    "people.ContactDetail": ("sealed", "people.contact_detail"),
    "decisions.Decision": ("picture", "decisions.picture"),
}
UNIQUE_WORDS = {"reference", "sender_reference"}
COPIES_AT_ONCE = 50


def multiply(*, hub_id: UUID, copies: int, over: timedelta) -> int:
    """Copy a hub's rows `copies` times, each further into the past, and return rows added.

    The copies are spread evenly over the span before now. Each slice of copies is one transaction.
    """
    viewer = job_viewer([hub_numbered(hub_id)], name="Bulk path")
    tables = [_Copying(each) for label in COPIED for each in _models_of(label)]
    with transaction.atomic():
        act_as(viewer)
        for each in tables:
            each.keep_lived(hub_id)
    added = 0
    for first in range(1, copies + 1, COPIES_AT_ONCE):
        last = min(first + COPIES_AT_ONCE - 1, copies)
        with transaction.atomic():
            act_as(viewer)
            added += sum(each.copy(first, last, over / copies) for each in tables)
    return added


def _models_of(label: str) -> Iterator[type[models.Model]]:
    for model in apps.get_app_config(label).get_models():
        if model._meta.label not in LEFT_ALONE:
            yield model


def copied_id(original: UUID, copy: int) -> UUID:
    """Return the id a copied row has; the database reckons it in the same way."""
    return UUID(hashlib.md5(f"{original}:{copy}".encode(), usedforsecurity=False).hexdigest())


class _Copying:
    """How the rows of one table are copied."""

    def __init__(self, model: type[models.Model]) -> None:
        self.label = model._meta.label
        self.table = model._meta.db_table
        self.lived = f"lived_{self.table}"
        fields = [f for f in model._meta.local_concrete_fields if not f.db_returning]
        self.columns = ", ".join(f'"{each.column}"' for each in fields)
        self.values = ", ".join(_copied_value(each) for each in fields)

    def keep_lived(self, hub_id: UUID) -> None:
        """Remember which rows were lived, so that no copy is ever copied."""
        statement = f"create temporary table {self.lived} as select * from {self.table}"
        with connection.cursor() as cursor:
            cursor.execute(f"drop table if exists {self.lived}")
            cursor.execute(f"{statement} where hub_id = %s", [hub_id])

    def copy(self, first: int, last: int, step: timedelta) -> int:
        """Add copies numbered `first` to `last` and return how many rows that was."""
        statement = (
            f"insert into {self.table} ({self.columns}) select {self.values}"
            f" from {self.lived} r, generate_series(%(first)s, %(last)s) n"
        )
        with connection.cursor() as cursor:
            cursor.execute(statement, {"first": first, "last": last, "step": str(step)})
            added: int = cursor.rowcount
        if self.label in SEALED:
            self._seal_again(first, last)
        return added

    def _seal_again(self, first: int, last: int) -> None:
        column, prefix = SEALED[self.label]
        update = f"update {self.table} set {column} = %s where id = %s"
        with connection.cursor() as cursor:
            cursor.execute(f"select id, {column} from {self.lived} where {column} is not null")
            lived = cursor.fetchall()
            cursor.executemany(update, list(_sealed_copies(lived, prefix, first, last)))


def _sealed_copies(
    lived: list[tuple[UUID, bytes]], prefix: str, first: int, last: int
) -> Iterator[tuple[bytes, UUID]]:
    ring = keyring()
    for original, sealed in lived:
        content = ring.unseal(bytes(sealed), row=f"{prefix}:{original}")
        for number in range(first, last + 1):
            new_id = copied_id(original, number)
            yield ring.seal(content, row=f"{prefix}:{new_id}"), new_id


def _copied_value(field: "models.Field[object, object]") -> str:
    """Return the SQL of one column of a copy of row `r`, numbered `n`."""
    column = f'r."{field.column}"'
    if field.name in UNIQUE_WORDS:
        return f"case when {column} = '' then '' else {column} || '.' || n end"
    if isinstance(field, models.DateTimeField):
        return f"{column} - n * %(step)s::interval"
    if isinstance(field, models.UUIDField) or _points_at_copied(field):
        return column if field.column in IDS_KEPT else _new_id(column)
    if isinstance(field, ArrayField) and field.name == "persons":
        return f"array(select {_new_id('each')} from unnest({column}) each)"
    return column


def _points_at_copied(field: "models.Field[object, object]") -> bool:
    target = field.related_model
    return bool(
        target
        and not isinstance(target, str)
        and target._meta.app_label in COPIED
        and target._meta.label not in LEFT_ALONE
    )


def _new_id(value: str) -> str:
    return f"md5({value}::text || ':' || n)::uuid"
