"""Rows under their headings, wherever the headings are, and the units those rows make."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from openmash.intake.rules.decoding import read_text
from openmash.intake.rules.delimited import Record, read_records
from openmash.intake.rules.units import RawRow, SentRow, UnusableFile
from openmash.intake.rules.workbooks import ZIP_OPENING, read_workbook

_WHERE_HEADINGS_MAY_BE = 15
PAST_THE_HEADINGS = "past the headings "


@dataclass(frozen=True)
class Headings:
    """The columns a source sends, the other names they go by, and those nothing works without."""

    columns: tuple[str, ...]
    needed: frozenset[str]
    aliases: Mapping[str, str]

    def name_of(self, cell: str) -> str | None:
        """Return the column a heading names, however it is spaced, cased or punctuated."""
        plain = plain_heading(cell)
        known = {plain_heading(each): each for each in self.columns}
        return known.get(plain) or self.aliases.get(plain)


def plain_heading(text: str) -> str:
    return "".join(each for each in text.casefold() if each.isalnum())


def rows_of_file(content: bytes, headings: Headings) -> tuple[list[SentRow], tuple[str, ...]]:
    """Return every row of a CSV or XLSX file under its headings, and notes on the reading."""
    if content.startswith(ZIP_OPENING):
        return _under(headings, read_workbook(content), square=True), ()
    text, notes = read_text(content)
    records = list(read_records(text))
    ran_on = tuple(
        f"Line {each.line}: a quotation mark was opened and never closed; "
        "the row was taken to end where the next one begins."
        for each in records
        if each.ran_on
    )
    return _under(headings, records, square=False), notes + ran_on


def group_rows(
    rows: Iterable[SentRow], key: Callable[[RawRow], tuple[str, ...]]
) -> list[tuple[SentRow, ...]]:
    """Return the units that rows make, in the order they begin, even when others lie between."""
    units: dict[tuple[str, ...], list[SentRow]] = {}
    for row in rows:
        units.setdefault(key(row.raw), []).append(row)
    return [tuple(each) for each in units.values()]


def distinct(rows: Iterable[RawRow]) -> tuple[RawRow, ...]:
    """Return the rows without exact repetitions."""
    kept: list[RawRow] = []
    seen: set[tuple[tuple[str, str], ...]] = set()
    for row in rows:
        cells = tuple(sorted(row.items()))
        if cells not in seen:
            seen.add(cells)
            kept.append(row)
    return tuple(kept)


def _under(headings: Headings, records: Sequence[Record], *, square: bool) -> list[SentRow]:
    """`square` rows come from a sheet, where every row is as wide as the widest."""
    place, names = _find(headings, records)
    return [
        SentRow(each.line, _named(names, each.cells, square=square))
        for each in records[place + 1 :]
    ]


def _find(headings: Headings, records: Sequence[Record]) -> tuple[int, list[str]]:
    opening = records[:_WHERE_HEADINGS_MAY_BE]
    known = [sum(1 for cell in each.cells if headings.name_of(cell)) for each in opening]
    if not known or max(known) < 2:
        raise UnusableFile(
            "No headings were found near the top of this file. "
            f"It should have columns such as {', '.join(headings.columns[:4])}."
        )
    place = known.index(max(known))
    names = _names(headings, opening[place].cells)
    if missing := [each for each in headings.columns if each in headings.needed - set(names)]:
        raise UnusableFile(
            f"These columns are missing: {', '.join(missing)}. Ask the sender for the whole file."
        )
    return place, names


def _names(headings: Headings, cells: Sequence[str]) -> list[str]:
    names: list[str] = []
    for number, cell in enumerate(cells, start=1):
        name = headings.name_of(cell) or cell.strip() or f"column {number}"
        names.append(name if name not in names else f"{name} ({number})")
    return names


def _named(names: Sequence[str], cells: Sequence[str], *, square: bool) -> RawRow:
    """A row cut short has no cells for its last headings: absent is not the same as blank."""
    row: RawRow = {}
    for number, (name, cell) in enumerate(zip_longest(names, cells), start=1):
        if cell is None:
            if square:
                row[name] = ""
        elif name is not None:
            row[name] = cell
        elif cell.strip():
            row[f"{PAST_THE_HEADINGS}({number})"] = cell
    return row
