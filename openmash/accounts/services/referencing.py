"""A row is written under a reference that nobody has, in this hub or another.

A reference is one of some six hundred million, drawn blindly: hubs cannot see each other's, and
must not. Only the database knows that one is taken, and says so when the row is written.
"""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from django.db import IntegrityError, transaction

from openmash.core.references import new_reference

DRAWS = 10  # of one row; that many clashes in a row are not chance
TAKEN = "_reference_key"  # how PostgreSQL names the constraint of a column `reference`


class Referenced(Protocol):
    """A row that people name by its reference."""

    reference: str


Row = TypeVar("Row", bound=Referenced)
Write = Callable[[Sequence[Row]], object]


def write_under_reference(prefix: str, row: Row, write: Write[Row]) -> Row:
    """Write one row under a fresh reference, such as `K-7K3FQ2-M`, and return it."""
    write_under_references(prefix, [row], write)
    return row


def write_under_references(prefix: str, rows: Sequence[Row], write: Write[Row]) -> None:
    """Write all these rows, each under a fresh reference; a taken one is drawn again."""
    for each in rows:
        each.reference = new_reference(prefix)
    _write(prefix, rows, write, DRAWS)


def _write(prefix: str, rows: Sequence[Row], write: Write[Row], draws: int) -> None:
    """Of many rows only those that clash are drawn again: the others are found by halving."""
    try:
        with transaction.atomic():
            write(rows)
    except IntegrityError as error:
        if not _is_taken(error) or draws == 1:
            raise
        if len(rows) > 1:
            middle = len(rows) // 2
            _write(prefix, rows[:middle], write, draws)
            _write(prefix, rows[middle:], write, draws)
        else:
            rows[0].reference = new_reference(prefix)
            _write(prefix, rows, write, draws - 1)


def _is_taken(error: IntegrityError) -> bool:
    said = getattr(error.__cause__, "diag", None)
    return str(getattr(said, "constraint_name", "")).endswith(TAKEN)
