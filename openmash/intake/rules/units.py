"""What reading a file gives: told contacts, refused units with their problems, notes (A1.3).

The unit accepted or refused is the notification: the rows that share a sender's reference.
"""

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openmash.intake.rules.told import ToldContact

# One row as sent: the sender's own headings and words, nothing read into them.
RawRow = dict[str, str]


class UnusableFile(Exception):
    """Nothing of this file can be read; the words say why, and what to do about it."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(*reasons)
        self.reasons: tuple[str, ...] = reasons

    def __str__(self) -> str:
        return " ".join(self.reasons)


@dataclass(frozen=True)
class Problem:
    """One thing that keeps a unit out, by the sender's heading, and how to mend it."""

    field: str
    words: str


@dataclass(frozen=True)
class SentRow:
    """A row under its headings, and the line of the file on which it began."""

    line: int
    raw: RawRow


@dataclass(frozen=True)
class RefusedUnit:
    """A notification that cannot be loaded yet: a task with a receipt clock, not a loss (A1.3)."""

    lines: tuple[int, ...]
    sender_reference: str | None
    raw: tuple[RawRow, ...]
    problems: tuple[Problem, ...]
    received_at: datetime | None = None

    @property
    def position(self) -> str:
        numbers = ", ".join(str(each) for each in self.lines)
        return f"line {numbers}" if len(self.lines) == 1 else f"lines {numbers}"

    def canonical(self) -> bytes:
        """Return what makes this the same refused unit when the file is read again."""
        return canonical_rows(self.raw)


@dataclass(frozen=True)
class FileReading:
    """A whole file, read: every row of it is in a contact, in a refused unit or in a note."""

    contacts: "tuple[ToldContact, ...]"
    refused: tuple[RefusedUnit, ...]
    notes: tuple[str, ...] = ()


def canonical_rows(rows: Iterable[RawRow]) -> bytes:
    """Return rows in one form, whatever their order, repetition, blanks and line endings."""
    each_in_words = {json.dumps(_plain(row), sort_keys=True) for row in rows}
    return "\n".join(sorted(each_in_words)).encode("ascii")


def _plain(row: RawRow) -> RawRow:
    tidy = {name: _tidied(cell) for name, cell in row.items()}
    return {name: cell for name, cell in tidy.items() if cell}


def _tidied(cell: str) -> str:
    one_ending = cell.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", one_ending).strip()
