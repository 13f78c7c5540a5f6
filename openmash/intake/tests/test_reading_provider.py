"""Care providers' workbooks: the sample whole, and what a spreadsheet may hide."""

import io
import zipfile
from collections import Counter
from datetime import UTC, date, datetime

import openpyxl
import pytest

from openmash.core.partial_dates import PartialDate
from openmash.intake.rules.reading import mend, read_file
from openmash.intake.rules.told import ToldContact, canonical
from openmash.intake.rules.units import UnusableFile
from openmash.intake.terms import (
    AbuseLocation,
    AbuseType,
    AdultSource,
    FileSource,
    Part,
    SuggestedTrack,
    WishesAsked,
)
from openmash.intake.tests.reading_files import (
    contact_in,
    only_contact,
    provider_file,
    sample,
    sample_bytes,
)

PROVIDER = FileSource.PROVIDER
ROW = [
    "ASC1",
    datetime(2025, 5, 8, 9, 30),
    "PARRY",
    "Nia",
    datetime(1946, 8, 23),
    "Own home",
    "Physical; Psychological",
    "Found on floor.",
    "Wants to stay at home",
    "Manager, Rose Lea",
]


def changed(**places: object) -> list[object]:
    names = ("ref", "reported", "surname", "first", "born", "where", "types", "what", "wishes")
    return [places.get(name, cell) for name, cell in zip((*names, "by"), ROW, strict=True)]


def read(*rows: list[object]):
    return read_file(provider_file(*rows), "concerns.xlsx", PROVIDER)


def test_every_row_of_the_sample_becomes_a_contact_about_one_adult():
    reading = sample(PROVIDER)
    assert len(reading.contacts) == 70
    assert reading.refused == ()
    assert {len(each.subjects) for each in reading.contacts} == {1}
    assert {each.people[0].part for each in reading.contacts} == {Part.ADULT_OF_CONCERN}
    assert {each.tracks for each in reading.contacts} == {frozenset({SuggestedTrack.ADULT})}


def test_dates_are_read_whether_they_are_dates_or_text():
    real, text = contact_in(PROVIDER, "ASC000"), contact_in(PROVIDER, "ASC008")
    assert real.received_at == datetime(2025, 5, 8, 1, 57, 56, 711000, tzinfo=UTC)
    assert text.received_at == datetime(2025, 5, 10, 23, 0, tzinfo=UTC)
    assert text.doubts == ("Only a day was told, no time: the start of that day is taken.",)
    assert real.people[0].born == PartialDate(date(1946, 8, 23))
    assert text.people[0].born == PartialDate(date(1940, 12, 28))
    assert contact_in(PROVIDER, "ASC037").people[0].born is None


def test_wishes_say_whether_the_adult_was_asked():
    asked = Counter(
        each.adult_concern.wishes_asked for each in sample(PROVIDER).contacts if each.adult_concern
    )
    assert asked == {WishesAsked.YES: 33, WishesAsked.NO: 14, WishesAsked.NOT_STATED: 23}


def test_words_about_capacity_are_not_taken_for_wishes_that_were_asked():
    concern = contact_in(PROVIDER, "ASC000").adult_concern
    assert concern is not None
    assert concern.capacity_as_told == "Lacks capacity - sister consulted"
    assert concern.wishes_asked is WishesAsked.NOT_STATED


def test_abuse_is_coded_where_the_words_settle_it_and_left_to_a_person_where_not():
    home = only_contact(read(ROW)).adult_concern
    hospital = only_contact(read(changed(where="Hospital", types="Physical; Curses"))).adult_concern
    assert home is not None
    assert hospital is not None
    assert home.abuse_types == (AbuseType.PHYSICAL, AbuseType.PSYCHOLOGICAL)
    assert home.location is AbuseLocation.OWN_HOME
    assert hospital.abuse_types == (AbuseType.PHYSICAL,)
    assert hospital.abuse_types_as_told == "Physical; Curses"
    assert hospital.location is None
    assert hospital.location_as_told == "Hospital"


@pytest.mark.parametrize(
    ("told", "role", "organisation", "source"),
    [
        ("Manager, Rose Lea", "Manager", "Rose Lea", None),
        ("Community nurse", "Community nurse", "", AdultSource.COMMUNITY_HEALTH),
        ("Home care coordinator", "Home care coordinator", "", AdultSource.DOMICILIARY),
    ],
)
def test_who_reported_is_a_role_and_where_it_is_held(told, role, organisation, source):
    referrer = only_contact(read(changed(by=told))).referrer
    assert (referrer.role, referrer.organisation) == (role, organisation)
    assert referrer.adult_source is source


def test_reading_the_sample_twice_gives_the_same_concerns():
    again = read_file(sample_bytes(PROVIDER), "again.xlsx", PROVIDER)
    assert [canonical(each) for each in again.contacts] == [
        canonical(each) for each in sample(PROVIDER).contacts
    ]


def test_a_formula_is_kept_as_written_and_never_worked_out():
    told = only_contact(read(changed(what='=HYPERLINK("http://sender.example","see")')))
    assert told.narrative == '=HYPERLINK("http://sender.example","see")'
    assert any("formula" in doubt for doubt in told.doubts)


def test_a_row_without_date_or_reference_is_refused_and_can_be_mended():
    (refused,) = read(changed(ref=None, reported="soon")).refused
    assert [each.field for each in refused.problems] == ["Ref", "Date reported"]
    told = mend(({**refused.raw[0], "Ref": "ASC9", "Date reported": "12.06.25"},), PROVIDER)
    assert isinstance(told, ToldContact)


def test_an_adult_who_is_under_eighteen_opens_the_childs_track_too():
    told = only_contact(read(changed(born="01/02/2010")))
    assert told.people[0].part is Part.CHILD_OF_CONCERN
    assert told.tracks == {SuggestedTrack.ADULT, SuggestedTrack.CHILD}


def test_two_adults_under_one_reference_are_one_concern():
    told = only_contact(read(ROW, changed(first="Gwen", surname="HUGHES")))
    assert [each.given_names for each in told.subjects] == ["Nia", "Gwen"]


def test_the_same_sheet_saved_as_csv_reads_the_same_people():
    text = (
        "Concerns,,,,\nRef,Date reported,Adult surname,Adult first name,What happened\n"
        "ASC1,12.06.25,Łukaszewski,Kacper,Found on floor.\n"
    )
    told = only_contact(read_file(text.encode(), "concerns.csv", PROVIDER))
    assert told.people[0].family_name == "Łukaszewski"


def archive_of(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (archive_of({"xl/workbook.xml": b"", "xl/vbaProject.bin": b"x"}), "macros"),
        (archive_of({"xl/workbook.xml": b"\0" * (201 * 1024 * 1024)}), "unpacks"),
        (archive_of({"holiday.jpg": b"x"}), "archive"),
        (archive_of({"xl/workbook.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"}), "spreadsheet"),
        (archive_of({"xl/workbook.xml": b"<workbook/>"}), "damaged"),
        (provider_file(ROW)[:-900], "damaged"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 99, "password-protected"),
        (b"%PDF-1.7 \n", "PDF"),
        (b"", "empty"),
        (b" \r\n", "empty"),
        (provider_file(), "no rows"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(content, words):
    with pytest.raises(UnusableFile, match=words):
        read_file(content, "concerns.xlsx", PROVIDER)


def test_a_workbook_called_a_macro_workbook_is_refused_by_name():
    with pytest.raises(UnusableFile, match="not accepted"):
        read_file(provider_file(ROW), "concerns.xlsm", PROVIDER)


def test_a_file_larger_than_anybody_sends_is_refused():
    with pytest.raises(UnusableFile, match="25 MB"):
        read_file(b"x" * (25 * 1024 * 1024 + 1), "concerns.csv", PROVIDER)


def test_a_workbook_whose_rows_are_on_the_second_sheet_is_read():
    book = openpyxl.load_workbook(io.BytesIO(provider_file(ROW)))
    book.create_sheet("Cover", 0)
    out = io.BytesIO()
    book.save(out)
    assert len(read_file(out.getvalue(), "concerns.xlsx", PROVIDER).contacts) == 1
