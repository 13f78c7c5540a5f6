"""Police batches: the sample whole, and each of the ways in which officers really write."""

from collections import Counter
from datetime import UTC, date, datetime

import pytest

from openmash.core.partial_dates import PartialDate, Precision
from openmash.governance.terms import AgreementAnswer, NotSoughtReason
from openmash.intake.rules.reading import mend, read_file
from openmash.intake.rules.told import ToldContact, canonical
from openmash.intake.rules.units import UnusableFile
from openmash.intake.terms import AskedFor, FileSource, Part, SourceCode, SuggestedTrack
from openmash.intake.tests.reading_files import (
    contact_in,
    only_contact,
    police_file,
    read_police,
    sample,
    sample_bytes,
)

POLICE = FileSource.POLICE


def test_every_row_of_the_sample_ends_in_a_contact_or_a_refused_notification():
    reading = sample(POLICE)
    assert len(reading.contacts) == 640
    assert sum(len(each.people) for each in reading.contacts) == 1884
    assert sum(len(each.subjects) for each in reading.contacts) == 1285
    assert len(reading.refused) == 3
    told = sum(len(each.lines) for each in reading.contacts)
    assert told + sum(len(each.lines) for each in reading.refused) == 1887


def test_the_sample_counts_parts_types_and_agreement_as_the_force_would():
    contacts = sample(POLICE).contacts
    parts = Counter(person.part for each in contacts for person in each.people)
    assert parts == {
        Part.CHILD_OF_CONCERN: 789,
        Part.ADULT_OF_CONCERN: 496,
        Part.ALLEGED_HARM: 250,
        Part.PARENT_CARER: 242,
        Part.SIBLING: 107,
    }
    assert Counter(each.sender_type for each in contacts) == {
        "DA": 342,
        "VA": 154,
        "CYP": 126,
        "MISPER": 18,
    }
    assert Counter(each.agreement for each in contacts) == {
        AgreementAnswer.NOT_SOUGHT: 231,
        AgreementAnswer.NOT_STATED: 165,
        AgreementAnswer.GIVEN: 145,
        AgreementAnswer.REFUSED: 99,
    }


def test_the_three_rows_that_cannot_be_loaded_say_how_to_mend_them():
    impossible, nameless, cut = sample(POLICE).refused
    assert impossible.sender_reference == "VPA/25/009999"
    assert [each.field for each in impossible.problems] == ["Created", "Incident Date/Time", "DOB"]
    assert "31/02/2025 10:00" in impossible.problems[0].words
    assert nameless.sender_reference is None
    assert [each.field for each in nameless.problems] == ["URN"]
    assert nameless.received_at == datetime(2025, 6, 6, 9, 0, tzinfo=UTC)
    assert cut.sender_reference == "VPA/25/010000"
    assert [each.field for each in cut.problems] == ["Type", "Circumstances"]
    assert "QQ" in cut.problems[0].words
    assert cut.position == "line 1232"


def test_a_bad_row_inside_a_notification_does_not_break_the_notification_around_it():
    told = contact_in(POLICE, "VPA/25/004353")
    assert told.lines == (510, 512, 513, 514)
    assert len(told.people) == 4


def test_narratives_keep_their_line_breaks_and_quotation_marks():
    narratives = {each.narrative for each in sample(POLICE).contacts}
    assert (
        'Third call this month. AP says he "won\'t let her leave"; fears for the little one.'
        in (narratives)
    )
    assert any("declines DASH.\nMP gone on arrival." in each for each in narratives)
    assert any("£60 and a second phone" in each for each in narratives)


def test_characters_the_sender_lost_stay_as_told_and_are_doubted():
    people = [each for contact in sample(POLICE).contacts for each in contact.people]
    lost = [each for each in people if "?" in each.given_names + each.family_name]
    assert len(lost) == 25
    assert {"?tefan", "Nguy?n"} <= {each.given_names for each in lost}
    assert all(any("could not write it" in doubt for doubt in each.doubts) for each in lost)


def test_people_with_one_name_are_named_and_in_no_doubt():
    single = [
        person
        for each in sample(POLICE).contacts
        for person in each.people
        if not person.family_name
    ]
    assert len(single) == 10
    assert all(each.is_named for each in single)
    assert not any("name" in doubt for each in single for doubt in each.doubts)


def test_a_child_born_after_the_incident_is_kept_and_flagged():
    told = contact_in(POLICE, "VPA/25/004512")
    baby = next(each for each in told.people if each.given_names == "Mary-Kate")
    assert baby.born == PartialDate(date(2025, 6, 30))
    assert baby.part is Part.CHILD_OF_CONCERN
    assert any("comes after" in doubt for doubt in baby.doubts)


def test_approximate_ages_first_of_january_and_no_fixed_abode_in_the_sample():
    people = [each for contact in sample(POLICE).contacts for each in contact.people]
    about = [each for each in people if each.born and each.born.precision is Precision.ABOUT]
    assert len(about) == 38
    assert sum(any("1 January" in doubt for doubt in each.doubts) for each in people) == 92
    homeless = [each for each in people if each.no_fixed_abode]
    assert len(homeless) == 64
    assert all(each.address == "" for each in homeless)


def test_an_officers_view_of_ethnicity_is_never_the_persons_own():
    people = [each for contact in sample(POLICE).contacts for each in contact.people]
    assert {each.ethnicity for each in people} == {""}
    assert {each.ethnicity_perceived for each in people} == {
        "IC1",
        "IC2",
        "IC3",
        "IC4",
        "IC6",
        "IC9",
    }


def test_times_are_londons_and_the_clock_runs_from_when_it_was_created():
    told = contact_in(POLICE, "VPA/25/004103")
    assert told.received_at == datetime(2025, 5, 5, 16, 21, tzinfo=UTC)
    assert told.happened_from == datetime(2025, 5, 5, 6, 2, tzinfo=UTC)
    assert told.referrer.source_code is SourceCode.POLICE
    assert told.not_sought_reason is NotSoughtReason.PREJUDICES_CRIME


def test_reading_the_sample_twice_gives_the_same_notifications():
    again = read_file(sample_bytes(POLICE), "again.csv", POLICE)
    assert [canonical(each) for each in again.contacts] == [
        canonical(each) for each in sample(POLICE).contacts
    ]
    assert [each.canonical() for each in again.refused] == [
        each.canonical() for each in sample(POLICE).refused
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_same_batch_in_another_encoding_is_the_same_batch(encoding):
    in_another = sample_bytes(POLICE).decode("cp1252").encode(encoding)
    reading = read_file(in_another, "batch.csv", POLICE)
    assert [canonical(each) for each in reading.contacts] == [
        canonical(each) for each in sample(POLICE).contacts
    ]


def test_the_order_of_rows_and_their_place_do_not_make_a_new_version():
    mother = {"Person Role": "Parent/Carer", "Forename(s)": "Nia", "DOB": ""}
    other = {"URN": "VPA/25/000002"}
    one = read_police({}, mother, other)
    shuffled = read_police(mother, other, {}, {})
    assert canonical(one.contacts[0]) == canonical(shuffled.contacts[0])
    assert len(shuffled.contacts[0].people) == 2
    assert any("repeats" in note for note in shuffled.notes)


def test_a_changed_word_makes_a_new_version():
    before = only_contact(read_police({}))
    after = only_contact(read_police({"Circumstances": "Found alone in the park, bruised."}))
    assert canonical(before) != canonical(after)


@pytest.mark.parametrize(
    ("consent", "answer"),
    [
        ("Y", AgreementAnswer.GIVEN),
        ("N", AgreementAnswer.REFUSED),
        ("not  sought", AgreementAnswer.NOT_SOUGHT),
        ("", AgreementAnswer.NOT_STATED),
        ("Maybe", AgreementAnswer.NOT_STATED),
    ],
)
def test_consent_becomes_an_answer_and_blank_is_not_stated(consent, answer):
    assert only_contact(read_police({"Consent": consent})).agreement is answer


def test_rows_that_disagree_about_consent_take_the_answer_that_allows_least():
    told = only_contact(read_police({"Consent": "Y"}, {"Consent": "N", "Forename(s)": "Nia"}))
    assert told.agreement is AgreementAnswer.REFUSED
    assert "The rows of this notification disagree: Consent." in told.doubts


def test_an_impossible_birthday_or_incident_never_keeps_a_child_out():
    told = only_contact(
        read_police({"DOB": "30/02/2015", "Incident Date/Time": "31/06/2025 10:00"})
    )
    assert told.people[0].born is None
    assert told.people[0].born_as_told == "30/02/2015"
    assert told.happened_from is None
    assert any("31/06/2025" in doubt for doubt in told.doubts)


@pytest.mark.parametrize(
    ("kind", "role", "born", "part"),
    [
        ("DA", "Victim", "01/02/1990", Part.ADULT_OF_CONCERN),
        ("DA", "Victim", "01/02/2010", Part.CHILD_OF_CONCERN),
        ("DA", "Victim", "", Part.ADULT_OF_CONCERN),
        ("VA", "Subject", "", Part.ADULT_OF_CONCERN),
        ("VA", "Subject", "01/02/2010", Part.CHILD_OF_CONCERN),
        ("MISPER", "Subject", "", Part.CHILD_OF_CONCERN),
        ("MISPER", "Subject", "01/02/1990", Part.ADULT_OF_CONCERN),
        ("CYP", "Subject", "01/02/1990", Part.CHILD_OF_CONCERN),
        ("DA", "Suspect", "01/02/1990", Part.ALLEGED_HARM),
        ("CYP", "Landlord", "", Part.OTHER),
    ],
)
def test_the_part_a_person_plays_follows_role_age_and_form(kind, role, born, part):
    told = only_contact(read_police({"Type": kind, "Person Role": role, "DOB": born}))
    assert told.people[0].part is part


def test_a_household_with_a_child_opens_the_childs_track_beside_domestic_abuse():
    victim = {"Type": "DA", "Person Role": "Victim", "DOB": "01/02/1990"}
    child = {"Type": "DA", "Person Role": "Child"}
    told = only_contact(read_police(victim, child))
    assert told.tracks == {SuggestedTrack.DOMESTIC_ABUSE, SuggestedTrack.CHILD}


@pytest.mark.parametrize(
    ("answer", "asked"),
    [
        ("Y", AskedFor.ASSESSMENT),
        ("N", AskedFor.INFORMATION_ONLY),
        ("", AskedFor.NOT_STATED),
    ],
)
def test_the_referral_box_says_what_the_officer_asks_for(answer, asked):
    told = only_contact(read_police({"Referral to CSC requested": answer}))
    assert told.asked_for is asked


def test_a_refused_notification_becomes_a_contact_once_it_is_mended():
    (refused,) = read_police({"URN": "", "Type": "QQ"}).refused
    mended = {**refused.raw[0], "URN": "VPA/25/000077", "Type": "CYP"}
    told = mend((mended,), POLICE)
    assert isinstance(told, ToldContact)
    assert told.sender_reference == "VPA/25/000077"


def test_a_notification_half_mended_still_says_what_remains():
    (refused,) = read_police({"URN": "", "Type": "QQ"}).refused
    remaining = mend(({**refused.raw[0], "Type": "CYP"},), POLICE)
    assert not isinstance(remaining, ToldContact)
    assert [each.field for each in remaining] == ["URN"]


def test_rows_of_one_incident_without_a_reference_are_mended_together():
    (refused,) = read_police({"URN": ""}, {"URN": "", "Forename(s)": "Nia"}).refused
    assert len(refused.raw) == 2
    assert refused.position == "lines 2, 3"


def test_a_row_cut_short_refuses_the_whole_notification_and_keeps_every_row():
    whole = police_file({}, {"Forename(s)": "Nia"}).decode("cp1252").splitlines()
    cut = "\r\n".join([*whole[:2], whole[2].split("PARRY")[0], ""])
    (refused,) = read_file(cut.encode(), "batch.csv", POLICE).refused
    assert len(refused.raw) == 2
    assert [each.field for each in refused.problems] == ["Forename(s)"]


def test_a_row_with_a_stray_comma_says_so_and_keeps_the_spilt_words():
    text = police_file({}).decode("cp1252").rstrip("\r\n") + ",spilt\r\n"
    (refused,) = read_file(text.encode(), "batch.csv", POLICE).refused
    assert "spilt" in refused.raw[0].values()
    assert "more cells than there are headings" in refused.problems[0].words


def test_a_quotation_mark_never_closed_does_not_swallow_the_next_notification():
    text = police_file({}, {"URN": "VPA/25/000002"}, {"URN": "VPA/25/000003"}).decode("cp1252")
    broken = text.replace("Found alone in the park.", '"Found alone in the park.', 1)
    reading = read_file(broken.encode(), "batch.csv", POLICE)
    assert {each.sender_reference for each in reading.contacts} >= {
        "VPA/25/000002",
        "VPA/25/000003",
    }
    assert any("never closed" in note for note in reading.notes)


def test_a_line_of_a_narrative_that_begins_with_a_date_stays_in_the_narrative():
    account = "Seen three times:\nat home,05/06/2025 at noon\nat school,06/06/2025 at nine"
    assert only_contact(read_police({"Circumstances": account})).narrative == account


def test_headings_may_be_lower_down_in_any_order_and_oddly_written():
    text = (
        "Weekly batch\r\n\r\n"
        "circumstances;URN ;CREATED;type;person role;surname;Forenames;DOB\r\n"
        "Found alone;VPA/1;07/06/2025 10:00;CYP;Subject;PARRY;Siân;01/02/2015\r\n"
    )
    told = only_contact(read_file(text.encode(), "batch.csv", POLICE))
    assert told.sender_reference == "VPA/1"
    assert told.people[0].given_names == "Siân"


def test_missing_columns_are_named():
    with pytest.raises(UnusableFile, match="Created, Circumstances"):
        read_file(
            b"URN,Type,Person Role,Surname,Forename(s)\r\nA,CYP,Child,B,C\r\n", "b.csv", POLICE
        )
