"""How the rows of one table are copied: in the database, save what `making` must make.

It works in temporary tables beside the real one. `lived_…` holds the rows that were lived and
`made_…` what was made for this slice of copies; `lived_id` holds the ids of all that was lived,
`lived_open` those of them that belong to a family of whom something is open; `slice` is the copies.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models

from openmash.simulation.services.making import SEALS, Making
from openmash.simulation.services.renaming import COPIED_ID, Renamed

if TYPE_CHECKING:
    Field = models.Field[Any, Any]

ONCE_A_SENDER = "sender_reference"
NEVER_MOVED = {"born_on", "died_on"}
IF_LIVED = "case when exists (select from lived_id l where l.id = {0}) then {1} else {0} end"


class CopiedTable:
    """One table: it remembers its lived rows and adds copies of them."""

    def __init__(
        self,
        model: type[models.Model],
        *,
        among: Collection[type[models.Model]],
        only: str = "true",
    ) -> None:
        self.name = model._meta.db_table
        self.lived, self.made = f"lived_{self.name}", f"made_{self.name}"
        self.among, self.only = among, only
        every = model._meta.local_concrete_fields
        self.fields: list[Field] = [e for e in every if not isinstance(e, models.AutoField)]
        self.has_id = isinstance(model._meta.pk, models.UUIDField)
        self.has_reference = any(each.attname == "reference" for each in self.fields)
        self.making = Making()

    def keep_lived(self, hub_id: UUID) -> None:
        """Remember which rows were lived, so that no copy is ever copied."""
        execute(f"drop table if exists {self.lived}, {self.made}")
        execute(
            f"create temporary table {self.lived} as select *, true as is_over"
            f" from {self.name} where hub_id = %s and {self.only}",
            [hub_id],
        )
        execute(f"analyze {self.lived}")
        if self.has_id:
            execute(f"insert into lived_id select id from {self.lived}")

    def leave_open(self) -> None:
        """Mark the rows of a family of whom something is open, by what they point at."""
        ties = _listed(f"r.{each.attname}" for each in self.fields if _is_id(each))
        is_open = f"exists (select from lived_open o where o.id in ({ties}))"
        execute(f"update {self.lived} r set is_over = not {is_open}")
        if self.has_id:
            execute(
                f"insert into lived_open select id from {self.lived} where not is_over"
                " on conflict do nothing"
            )

    def read(self, known: Collection[str]) -> None:
        """Learn what must be made of these rows: what names others in words, and what is sealed."""
        if not self.has_id:
            return
        words = [each.attname for each in self.fields if _is_words(each)]
        texts = _listed(f"{each}::text" for each in ["id", *words])
        self.making.read_words(words, fetch(f"select {texts} from {self.lived}"), known)
        if seal := SEALS.get(self.name):
            sealed = f"select id, {seal.column} from {self.lived} where {seal.column} is not null"
            self.making.read_sealed(seal, fetch(sealed))
        if columns := self.making.columns:
            execute(
                f"create temporary table {self.made} as"
                f" select id as copy_id, {_listed(columns)} from {self.name} where false"
            )

    def copy(self, copies: Sequence[Renamed]) -> int:
        """Add the copies of this slice and return how many rows that was."""
        columns = _listed(each.attname for each in self.fields)
        values = _listed(self._copied(each) for each in self.fields)
        source = f"{self.lived} r join slice c on c.is_whole or r.is_over"
        if self.making.columns:
            self._stage(copies)
            source += f" left join {self.made} m on m.copy_id = {COPIED_ID.format('r.id')}"
        return execute(f"insert into {self.name} ({columns}) select {values} from {source}")

    def _stage(self, copies: Sequence[Renamed]) -> None:
        """Put what is made for this slice where the database can join it."""
        execute(f"truncate {self.made}")
        columns = _listed(["copy_id", *self.making.columns])
        with (
            connection.cursor() as cursor,
            cursor.copy(f"copy {self.made} ({columns}) from stdin") as staging,
        ):
            for row in self.making.rows(copies):
                staging.write_row(row)
        execute(f"analyze {self.made}")

    def _copied(self, field: "Field") -> str:
        """Return the SQL of one column of a copy `c` of row `r`."""
        column = f"r.{field.attname}"
        if field.attname in self.making.columns:
            return f"coalesce(m.{field.attname}, {column})"
        if isinstance(field, models.UUIDField | models.ForeignKey):
            return self._copied_id(field, column)
        if isinstance(field, models.DateTimeField):
            return f"{column} - c.back"
        if isinstance(field, models.DateField) and field.attname not in NEVER_MOVED:
            return f"({column} - c.back)::date"
        if field.attname == ONCE_A_SENDER:
            return f"case when {column} = '' then '' else {column} || '.' || c.number end"
        if isinstance(field, ArrayField) and isinstance(field.base_field, models.UUIDField):
            return f"array(select {_id_if_lived('each')} from unnest({column}) each)"
        return column

    def _copied_id(self, field: "Field", column: str) -> str:
        if field.primary_key or field.related_model in self.among:
            return COPIED_ID.format(column)
        return column if field.related_model else _id_if_lived(column)


def execute(statement: str, values: Sequence[Any] = ()) -> int:
    """Run a statement and return how many rows it touched."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values or None)
        touched: int = cursor.rowcount
        return touched


def fetch(question: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """Return the rows a question has for an answer."""
    with connection.cursor() as cursor:
        cursor.execute(question, values or None)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(columns)


def _is_id(field: "Field") -> bool:
    return isinstance(field, models.UUIDField | models.ForeignKey)


def _is_words(field: "Field") -> bool:
    return isinstance(field, models.CharField | models.TextField | models.JSONField)


def _id_if_lived(value: str) -> str:
    return IF_LIVED.format(value, COPIED_ID.format(value))
