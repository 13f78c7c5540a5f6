"""Workbooks to records: guarded against macros and bombs; formulas are never worked out."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

import openpyxl
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula

from openmash.intake.rules.delimited import Record
from openmash.intake.rules.units import UnusableFile

ZIP_OPENING = b"PK\x03\x04"
_LARGEST_UNPACKED = 200 * 1024 * 1024
_MOST_PARTS = 500
_MOST_ROWS = 50_000
_MOST_COLUMNS = 200
_MACROS = ("vbaproject.bin", "macrosheets/", "activex/")
_DECLARATIONS = tuple("<!DOCTYPE".encode(each) for each in ("utf-8", "utf-16-le", "utf-16-be"))


def read_workbook(content: bytes) -> list[Record]:
    """Return the rows of the first sheet that has any, numbered as the sheet numbers them."""
    check_archive(content)
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        sheets = [_records(sheet) for sheet in book.worksheets]
    except UnusableFile:
        raise
    except Exception as error:  # A damaged workbook fails in any of the library's many ways.
        raise UnusableFile(
            "This workbook is damaged and cannot be opened. Ask the sender to send it again."
        ) from error
    return next((each for each in sheets if each), [])


def check_archive(content: bytes) -> None:
    """Refuse a workbook that carries macros, or unpacks to far more than it seems (a bomb)."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_parts(archive.infolist())
            _check_declarations(archive)
    except UnusableFile:
        raise
    except Exception as error:  # So does a damaged archive: zip, zlib, codec and value errors.
        raise UnusableFile(
            "This workbook is damaged, cut short or protected with a password. "
            "Ask the sender to send it again without one."
        ) from error


def _check_parts(parts: list[zipfile.ZipInfo]) -> None:
    names = [part.filename.casefold() for part in parts]
    if any(macro in name for macro in _MACROS for name in names):
        raise UnusableFile("This workbook holds macros. Ask the sender to save it as plain XLSX.")
    if sum(part.file_size for part in parts) > _LARGEST_UNPACKED or len(parts) > _MOST_PARTS:
        raise UnusableFile("This workbook unpacks to far more than it should; it was not opened.")
    if "xl/workbook.xml" not in names:
        raise UnusableFile("This is an archive, not a workbook. Ask the sender for XLSX or CSV.")


def _check_declarations(archive: zipfile.ZipFile) -> None:
    """No honest workbook declares entities; they are a way to make a small file endless."""
    for part in archive.infolist():
        if part.filename.casefold().endswith((".xml", ".rels")):
            with archive.open(part) as opened:
                opening = opened.read(64 * 1024)
            if any(each in opening for each in _DECLARATIONS):
                raise UnusableFile("This workbook was not made by a spreadsheet; it was not read.")


def _records(sheet: Any) -> list[Record]:
    return list(_rows_with_words(sheet))


def _rows_with_words(sheet: Any) -> Iterator[Record]:
    rows = sheet.iter_rows(max_col=_MOST_COLUMNS, values_only=True)
    for number, cells in enumerate(rows, start=1):
        if number > _MOST_ROWS:
            raise UnusableFile(
                f"This sheet has more than {_MOST_ROWS:,} rows. Ask the sender for smaller batches."
            )
        if words := _without_blank_end([_in_words(cell) for cell in cells]):
            yield Record(number, tuple(words))


def _without_blank_end(words: list[str]) -> list[str]:
    while words and not words[-1].strip():
        words.pop()
    return words


def _in_words(cell: object) -> str:
    """A real date becomes its ISO form; a formula stays the text that somebody typed."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        whole_day = cell.time() == time.min
        return cell.date().isoformat() if whole_day else cell.isoformat()
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, ArrayFormula):
        return str(cell.text or "")
    if isinstance(cell, DataTableFormula):
        return f"={{TABLE({cell.r1 or ''},{cell.r2 or ''})}}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
