"""Delimited text to records: quoted line breaks, ragged rows, a quotation mark never closed."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from openmash.intake.rules.decoding import LARGEST_FILE

# The library's own limit on one cell is 128 KB; narratives may be longer than that.
csv.field_size_limit(LARGEST_FILE)

_DELIMITERS = ",;\t|"
_CELL = r'(?:"[^"\r\n]{0,60}"|[^"\r\n,;\t|]{0,60})'
_REFERENCE_AND_DATE = re.compile(_CELL + r'[,;\t|]"?\d{1,4}[/.\-]\d{1,2}[/.\-]\d{2,4}')
_FEWEST_CELLS = 6


@dataclass(frozen=True)
class Record:
    """Cells, the line they begin on, and whether a quotation mark ran on into the next row."""

    line: int
    cells: tuple[str, ...]
    ran_on: bool = False


def read_records(text: str) -> Iterator[Record]:
    """Yield every record that is not blank.

    A quotation mark that is opened and never closed would swallow the notifications after it.
    A line that looks like the beginning of a row therefore always begins one.
    """
    delimiter = _delimiter_of(text)
    lines = _Lines(text, delimiter)
    while lines.more:
        reader = csv.reader(lines.until_a_row_begins(), delimiter=delimiter)
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield Record(lines.began, tuple(cells), lines.ran_on)
            lines.begin()


def _delimiter_of(text: str) -> str:
    """Return the delimiter most used among the first lines, where the headings are."""
    opening = text[:4000]
    return max(_DELIMITERS, key=opening.count)


class _Lines:
    """Hands a CSV reader its lines, and knows whether the reader is inside a quoted cell."""

    def __init__(self, text: str, delimiter: str) -> None:
        self._delimiter = delimiter
        self._lines = io.StringIO(text, newline="")
        self._next = self._lines.readline()
        self._number = 0
        self._inside = False
        self.began = 1
        self.ran_on = False

    @property
    def more(self) -> bool:
        return bool(self._next)

    def begin(self) -> None:
        """Note that the reader finished a record."""
        self._inside = False

    def until_a_row_begins(self) -> Iterator[str]:
        self._inside, self.ran_on = False, False
        while self._next:
            if self._inside and self._next_looks_like_a_row():
                self.ran_on = True
                return
            yield self._take()

    def _next_looks_like_a_row(self) -> bool:
        """A reference, a date and several cells: a line of a narrative is hardly ever all three."""
        cells = self._next.count(self._delimiter) + 1
        return cells >= _FEWEST_CELLS and bool(_REFERENCE_AND_DATE.match(self._next))

    def _take(self) -> str:
        line, self._next = self._next, self._lines.readline()
        self._number += 1
        if not self._inside:
            self.began = self._number
        self._inside = True
        return line
