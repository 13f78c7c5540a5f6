"""Sample files as they were sent, and small files written in a sender's shape."""

import csv
import io
from functools import cache
from pathlib import Path

import openpyxl

from openmash.intake.rules import police, provider
from openmash.intake.rules.reading import read_file
from openmash.intake.rules.told import ToldContact
from openmash.intake.rules.units import FileReading
from openmash.intake.terms import FileSource

SAMPLES = Path(__file__).parent / "samples"
SAMPLE_OF = {
    FileSource.POLICE: "police_vpa_batch.csv",
    FileSource.SCHOOL: "school_referrals.jsonl",
    FileSource.PROVIDER: "provider_adult_concerns.xlsx",
}

NOTIFICATION = {
    "URN": "VPA/25/000001",
    "Created": "07/06/2025 10:00",
    "Incident Date/Time": "07/06/2025 09:00",
    "Type": "CYP",
    "Person Role": "Subject",
    "Surname": "PARRY",
    "Forename(s)": "Siân",
    "DOB": "01/02/2015",
    "Sex": "F",
    "Circumstances": "Found alone in the park.",
}


def sample_bytes(source: FileSource) -> bytes:
    return (SAMPLES / SAMPLE_OF[source]).read_bytes()


@cache
def sample(source: FileSource) -> FileReading:
    return read_file(sample_bytes(source), SAMPLE_OF[source], source)


def contact_in(source: FileSource, reference: str) -> ToldContact:
    return next(each for each in sample(source).contacts if each.sender_reference == reference)


def police_file(*rows: dict[str, str], encoding: str = "cp1252") -> bytes:
    """A batch of these rows, each a change to an ordinary notification of one child."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, police.HEADINGS.columns, restval="")
    writer.writeheader()
    writer.writerows({**NOTIFICATION, **row} for row in rows)
    return out.getvalue().encode(encoding)


def read_police(*rows: dict[str, str], encoding: str = "cp1252") -> FileReading:
    return read_file(police_file(*rows, encoding=encoding), "batch.csv", FileSource.POLICE)


def only_contact(reading: FileReading) -> ToldContact:
    assert reading.refused == ()
    (contact,) = reading.contacts
    return contact


def provider_file(*rows: list[object], title: str = "Concerns") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([title])
    sheet.append(list(provider.HEADINGS.columns))
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
