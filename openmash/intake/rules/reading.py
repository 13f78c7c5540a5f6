"""Reading a whole file, and reading one refused unit again once somebody mended it (A1.3).

Every row ends in a contact, in a refused unit with its problems, or in a note: nothing is lost,
and the unit accepted or refused is the notification.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import PurePath

from openmash.intake.rules import police, provider, school
from openmash.intake.rules.decoding import check_size
from openmash.intake.rules.headings import distinct, group_rows, rows_of_file
from openmash.intake.rules.moments import ToldMoment
from openmash.intake.rules.school_lines import rows_of_lines
from openmash.intake.rules.told import ToldContact
from openmash.intake.rules.units import (
    FileReading,
    Problem,
    RawRow,
    RefusedUnit,
    SentRow,
    UnusableFile,
)
from openmash.intake.terms import FileSource

Reading = ToldContact | tuple[Problem, ...]


@dataclass(frozen=True)
class _Shape:
    """How one source's files are taken apart."""

    rows_of: Callable[[bytes], tuple[list[SentRow], tuple[str, ...]]]
    unit_of: Callable[[RawRow], tuple[str, ...]]
    reference_of: Callable[[Sequence[RawRow]], str]
    received_at: Callable[[Sequence[RawRow]], ToldMoment | None]
    read: Callable[[Sequence[RawRow]], Reading]


_SHAPES = {
    FileSource.POLICE: _Shape(
        rows_of=partial(rows_of_file, headings=police.HEADINGS),
        unit_of=police.unit_of,
        reference_of=police.reference_of,
        received_at=police.received_at,
        read=police.read_notification,
    ),
    FileSource.SCHOOL: _Shape(
        rows_of=rows_of_lines,
        unit_of=school.unit_of,
        reference_of=school.reference_of,
        received_at=school.received_at,
        read=school.read_notification,
    ),
    FileSource.PROVIDER: _Shape(
        rows_of=partial(rows_of_file, headings=provider.HEADINGS),
        unit_of=provider.unit_of,
        reference_of=provider.reference_of,
        received_at=provider.received_at,
        read=provider.read_notification,
    ),
}

_OLD_OR_ACTIVE = frozenset({".xls", ".xlsm", ".xlsb", ".xltm", ".xlam"})


def read_file(content: bytes, filename: str, source: FileSource | str) -> FileReading:
    """Return everything a file tells, or raise `UnusableFile` with the reason in words."""
    check_size(content)
    if PurePath(filename).suffix.casefold() in _OLD_OR_ACTIVE:
        raise UnusableFile("This kind of workbook is not accepted. Ask for XLSX or CSV.")
    shape = _SHAPES[FileSource[source.upper()]]
    rows, notes = shape.rows_of(content)
    if not rows:
        raise UnusableFile("This file has headings and no rows. Ask the sender to send it again.")
    contacts: list[ToldContact] = []
    refused: list[RefusedUnit] = []
    for unit in group_rows(rows, shape.unit_of):
        told = _read_unit(shape, unit)
        contacts.append(told) if isinstance(told, ToldContact) else refused.append(told)
    return FileReading(tuple(contacts), tuple(refused), notes + _repetitions(rows))


def mend(raw_rows: Sequence[RawRow], source: FileSource | str) -> Reading:
    """Read one refused unit again after its answers were mended: a contact, or what remains."""
    return _SHAPES[FileSource[source.upper()]].read(distinct(raw_rows))


def _read_unit(shape: _Shape, unit: Sequence[SentRow]) -> ToldContact | RefusedUnit:
    lines = tuple(each.line for each in unit)
    raw = distinct(each.raw for each in unit)
    told = shape.read(raw)
    if isinstance(told, ToldContact):
        return replace(told, lines=lines)
    received = shape.received_at(raw)
    return RefusedUnit(
        lines=lines,
        sender_reference=shape.reference_of(raw) or None,
        raw=raw,
        problems=told,
        received_at=received.at if received else None,
    )


def _repetitions(rows: Sequence[SentRow]) -> tuple[str, ...]:
    first: dict[tuple[tuple[str, str], ...], int] = {}
    found = []
    for row in rows:
        began = first.setdefault(tuple(sorted(row.raw.items())), row.line)
        if began != row.line:
            found.append(f"Line {row.line} repeats line {began} exactly and is counted once.")
    return tuple(found)
