"""Whatever arrives, a file is read or refused in words; hostile text comes out as it went in."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from openmash.intake.rules.characters import storable
from openmash.intake.rules.reading import read_file
from openmash.intake.rules.told import canonical
from openmash.intake.rules.units import FileReading, UnusableFile
from openmash.intake.terms import FileSource
from openmash.intake.tests.reading_files import (
    NOTIFICATION,
    only_contact,
    police_file,
    provider_file,
    read_police,
    sample_bytes,
)

SLOW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
HOSTILE = [
    "=cmd|' /C calc'!A0",
    "+44 1632 960000",
    "@SUM(1+1)",
    "<script>alert(1)</script>",
    "'; drop table contact; --",
    "Llanfairpwllgwyngyll, Ŵyl Ŷd",
    "مرحبا بالعالم",
    "safe\u202egpj.exe",
    'quote " and , and ; and \t',
    "first line\r\nsecond line\n\nlast line",
    "👩‍👧‍👦",
]


def readable(content: bytes, filename: str, source: FileSource) -> FileReading | None:
    try:
        return read_file(content, filename, source)
    except UnusableFile as unusable:
        return None if str(unusable) else pytest.fail("refused without a word")


@SLOW
@given(some.binary(max_size=400), some.sampled_from(FileSource), some.sampled_from(["a.csv", ""]))
def test_any_bytes_are_read_or_refused_in_words(content, source, filename):
    readable(content, filename, source)


@SLOW
@given(some.data(), some.sampled_from(FileSource))
def test_a_sample_damaged_anywhere_is_read_or_refused_in_words(data, source):
    content = bytearray(sample_bytes(source)[:20_000])
    for place in data.draw(some.lists(some.integers(0, len(content) - 1), max_size=8)):
        content[place] = data.draw(some.integers(0, 255))
    readable(bytes(content), "sample", source)


@SLOW
@given(some.lists(some.lists(some.text(max_size=20), max_size=30), max_size=6))
def test_ragged_rows_are_each_accounted_for(rows):
    lines = [",".join(json.dumps(cell, ensure_ascii=False) for cell in row) for row in rows]
    content = police_file({}) + "\n".join(lines).encode("cp1252", errors="replace")
    reading = readable(content, "batch.csv", FileSource.POLICE)
    assert reading is not None
    assert reading.contacts or reading.refused


@SLOW
@given(
    some.dictionaries(
        some.sampled_from([*NOTIFICATION, "Address", "Phone", "Consent"]),
        some.text(some.characters(exclude_categories=["Cs"]), max_size=30),
    )
)
def test_any_words_in_any_column_end_in_a_contact_or_a_refused_notification(words):
    reading = read_police(words, encoding="utf-8")
    assert len(reading.contacts) + len(reading.refused) == 1
    (raw,) = [each.raw for each in reading.contacts] + [each.raw for each in reading.refused]
    for heading, text in words.items():
        assert raw[0][heading] == text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_out_of_a_police_file_as_it_went_in(text):
    told = only_contact(read_police({"Circumstances": text}, encoding="utf-8"))
    assert told.narrative == text.strip()
    assert told.raw[0]["Circumstances"] == text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_out_of_a_schools_file_as_it_went_in(text):
    line = json.dumps({"reference": "S1", "sent_at": "2025-05-06T09:00:00Z", "facts": text})
    told = only_contact(read_file(line.encode(), "a.jsonl", FileSource.SCHOOL))
    assert told.narrative == text.strip()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_out_of_a_workbook_as_it_went_in(text):
    row = ["A1", "12.06.25", "PARRY", "Nia", None, None, None, text]
    told = only_contact(read_file(provider_file(row), "a.xlsx", FileSource.PROVIDER))
    assert told.narrative.replace("\r\n", "\n") == text.strip().replace("\r\n", "\n")


def test_invisible_marks_are_kept_and_pointed_out():
    told = only_contact(read_police({"Circumstances": "safe\u202egpj"}, encoding="utf-8"))
    assert "The text holds invisible marks that turn the direction of writing." in told.doubts


def test_controls_and_nuls_are_shown_as_symbols_and_kept_in_the_row_as_sent():
    told = only_contact(read_police({"Circumstances": "a\0b\x07c"}, encoding="utf-8"))
    assert told.narrative == "a␀b␇c"
    assert told.raw[0]["Circumstances"] == "a\0b\x07c"
    assert "The text held control characters; each is shown as a symbol." in told.doubts


def test_half_a_character_in_json_is_shown_and_does_not_stop_the_reading():
    line = '{"reference": "S1", "sent_at": "2025-05-06T09:00:00Z", "facts": "half \\ud800"}'
    told = only_contact(read_file(line.encode(), "a.jsonl", FileSource.SCHOOL))
    assert told.narrative == "half \ufffd"
    assert canonical(told).isascii()


@given(some.text(some.characters(), max_size=60))
def test_whatever_is_read_can_be_stored(text):
    shown = storable(text)
    assert "\0" not in shown
    assert shown.encode("utf-8").decode("utf-8") == shown
    assert storable(shown) == shown


def test_a_narrative_of_a_megabyte_is_kept_whole():
    long = "He said he would come back. " * 40_000
    told = only_contact(read_police({"Circumstances": long}))
    assert told.narrative == long.strip()
    assert len(told.narrative) > 1_000_000


def test_a_name_longer_than_a_record_holds_is_cut_there_and_whole_in_the_row_as_sent():
    told = only_contact(read_police({"Surname": "A" * 5000}))
    assert len(told.people[0].family_name) == 120
    assert told.raw[0]["Surname"] == "A" * 5000


def test_bytes_that_stand_for_no_character_are_shown_by_number():
    content = police_file({"Circumstances": "MARK"}).replace(b"MARK", b"it\x81s \xa3")
    reading = read_file(content, "batch.csv", FileSource.POLICE)
    assert only_contact(reading).narrative == "it\\x81s £"
    assert len(reading.notes) == 1
