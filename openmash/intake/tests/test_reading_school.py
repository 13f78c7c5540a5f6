"""Schools' referrals: the sample whole, and lines that arrive broken."""

import json
from collections import Counter
from datetime import UTC, datetime

import pytest

from openmash.governance.terms import AgreementAnswer
from openmash.intake.rules.reading import mend, read_file
from openmash.intake.rules.told import ToldContact, canonical
from openmash.intake.rules.units import UnusableFile
from openmash.intake.terms import AskedFor, FileSource, InformedAnswer, Part, SourceCode
from openmash.intake.tests.reading_files import contact_in, only_contact, sample, sample_bytes
from openmash.people.terms import IdentifierScheme, Sex

SCHOOL = FileSource.SCHOOL
REFERRAL = {
    "reference": "SCH-1",
    "sent_at": "2025-05-06T17:49:39+01:00",
    "subjects": [{"given_name": "Siân", "surname": "Parry", "date_of_birth": "2015-02-01"}],
    "facts": "Hungry again.",
}


def read(*referrals: object):
    lines = "\n".join(json.dumps(each, ensure_ascii=False) for each in referrals)
    return read_file(lines.encode(), "referrals.jsonl", SCHOOL)


def test_every_line_of_the_sample_ends_in_a_contact_or_a_refused_line():
    reading = sample(SCHOOL)
    assert len(reading.contacts) == 90
    assert sum(len(each.people) for each in reading.contacts) == 345
    assert sum(len(each.subjects) for each in reading.contacts) == 90
    assert [each.sender_reference for each in reading.refused] == ["SCH-BROKEN", "SCH-CUT"]


def test_the_two_bad_lines_say_how_to_mend_them():
    broken, cut = sample(SCHOOL).refused
    assert [each.field for each in broken.problems] == ["sent_at", "facts"]
    assert "2025-06-31T09:00:00" in broken.problems[0].words
    assert [each.field for each in cut.problems] == ["line", "sent_at", "facts"]
    assert cut.raw[0]["line"] == '{"reference": "SCH-CUT", "sent_at"'


def test_the_sample_counts_what_is_asked_and_who_is_told():
    contacts = sample(SCHOOL).contacts
    assert Counter(each.asked_for for each in contacts)[AskedFor.NOT_STATED] == 12
    assert Counter(each.family_aware for each in contacts) == {
        InformedAnswer.NO: 46,
        InformedAnswer.YES: 44,
    }
    assert Counter(each.agreement for each in contacts) == {
        AgreementAnswer.GIVEN: 39,
        AgreementAnswer.REFUSED: 27,
        AgreementAnswer.NOT_SOUGHT: 24,
    }
    responsible = [person.parental_responsibility for each in contacts for person in each.people]
    assert Counter(responsible)[True] == 108


def test_a_school_nurse_is_health_and_a_childs_words_are_kept_whole():
    told = contact_in(SCHOOL, "SCH-0000")
    assert told.referrer.source_code is SourceCode.SCHOOL_NURSE
    assert told.child_words == '"Kane sleeps at ours now"'
    assert told.received_at == datetime(2025, 5, 6, 16, 49, 39, 679272, tzinfo=UTC)
    assert told.people[0].part is Part.CHILD_OF_CONCERN
    assert any("comes after" in doubt for doubt in told.people[0].doubts)


def test_letters_of_every_alphabet_arrive_whole():
    names = {p.given_names for each in sample(SCHOOL).contacts for p in each.people}
    assert {"Nguyễn", "Gwenllïan", "Siân", "José"} <= names


def test_reading_the_sample_twice_gives_the_same_referrals():
    again = read_file(sample_bytes(SCHOOL), "again.jsonl", SCHOOL)
    assert [canonical(each) for each in again.contacts] == [
        canonical(each) for each in sample(SCHOOL).contacts
    ]


def test_a_line_cut_short_is_mended_by_typing_in_what_it_should_have_held():
    cut = sample(SCHOOL).refused[1].raw[0]
    told = mend(({**cut, "sent_at": "07/05/2025 19:46", "facts": "Hungry again."},), SCHOOL)
    assert isinstance(told, ToldContact)
    assert told.sender_reference == "SCH-CUT"
    assert told.received_at == datetime(2025, 5, 7, 18, 46, tzinfo=UTC)


def test_a_line_cut_short_is_mended_by_putting_the_whole_line_in_its_place():
    told = mend(({"reference": "SCH-CUT", "line": json.dumps(REFERRAL)},), SCHOOL)
    assert isinstance(told, ToldContact)
    assert told.people[0].given_names == "Siân"


def test_several_children_and_an_unborn_one_are_each_a_subject():
    unborn = {"surname": "Parry", "date_of_birth": "EDD 01/09/2025"}
    told = only_contact(read({**REFERRAL, "subjects": [*REFERRAL["subjects"], unborn]}))
    assert len(told.subjects) == 2
    assert told.subjects[1].expected_on is not None
    assert told.subjects[1].sex is Sex.UNBORN


def test_a_pupil_number_is_kept_and_doubted_when_it_is_not_one():
    pupil = {"given_name": "Siân", "upn": "X123"}
    told = only_contact(read({**REFERRAL, "subjects": [pupil]}))
    assert told.people[0].identifiers == ((IdentifierScheme.UPN, "X123"),)
    assert any("pupil number" in doubt for doubt in told.people[0].doubts)


def test_a_concern_about_a_place_needs_no_child():
    told = only_contact(read({**REFERRAL, "subjects": []}))
    assert told.subjects == ()
    assert "Nobody is named as the child of concern." in told.doubts


def test_a_later_line_under_the_same_reference_is_a_later_version_and_a_copy_is_not():
    reading = read(REFERRAL, REFERRAL, {**REFERRAL, "facts": "Hungry, and bruised."})
    assert [each.narrative for each in reading.contacts] == [
        "Hungry again.",
        "Hungry, and bruised.",
    ]
    assert reading.notes == ("Line 2 repeats line 1 exactly and is counted once.",)


def test_lines_that_are_no_referral_are_refused_one_by_one():
    lines = [json.dumps(REFERRAL), "[1, 2]", "null", "[" * 5000, '{"a":' * 5000, '"' + "x" * 99]
    reading = read_file("\n".join(lines).encode(), "referrals.jsonl", SCHOOL)
    assert len(reading.contacts) == 1
    assert [each.lines for each in reading.refused] == [(2,), (3,), (4,), (5,), (6,)]


def test_a_file_without_one_referral_is_unusable():
    with pytest.raises(UnusableFile, match="one whole referral on each line"):
        read_file(b"reference,facts\n1,hungry\n", "referrals.csv", SCHOOL)
