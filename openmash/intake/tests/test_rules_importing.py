"""What a report of a file says, and which hub a notification goes to."""

from uuid import uuid4

from openmash.governance.terms import Track
from openmash.intake.rules.importing import ImportReport, RefusedReport, hub_for
from openmash.intake.rules.units import Problem
from openmash.intake.terms import FileSource
from openmash.intake.tests.telling import IWAN, MAYA, told

CHILDREN, ADULTS = uuid4(), uuid4()
TRACKS = {CHILDREN: [Track.CHILD_EN, Track.DA], ADULTS: [Track.ADULT_EN]}
REFUSED = RefusedReport("line 4", "VPA/1", (Problem("Created", "It is blank."),))
REPORT = ImportReport(
    FileSource.POLICE,
    "batch.csv",
    is_dry_run=False,
    contacts_new=2,
    contacts_same=1,
    children_new=3,
    adults_new=1,
    refused=(REFUSED,),
)


def test_a_report_counts_contacts_and_subjects_apart():
    said = "\n".join(REPORT.lines())
    assert "4 notifications" in said
    assert "Contacts: 2 new, 0 changed, 1 here already, 1 refused." in said
    assert "Subjects of concern: 4 new (3 children and 1 adult)" in said
    assert "Refused: line 4, reference VPA/1." in said
    assert "  Created: It is blank." in said


def test_the_exit_status_says_whether_everything_is_in():
    assert REPORT.exit_status == 3
    assert ImportReport(FileSource.POLICE, "batch.csv", is_dry_run=True).exit_status == 0


def test_a_notification_goes_to_the_hub_that_works_its_tracks():
    child = told(people=(MAYA,))
    adult = told(people=(IWAN,))
    assert hub_for(child, first=ADULTS, tracks_of=TRACKS) == CHILDREN
    assert hub_for(adult, first=CHILDREN, tracks_of=TRACKS) == ADULTS


def test_what_no_hub_works_whole_stays_with_the_hub_asked_for():
    both = told(people=(MAYA, IWAN))
    assert hub_for(both, first=ADULTS, tracks_of=TRACKS) == ADULTS
    assert hub_for(told(people=()), first=ADULTS, tracks_of=TRACKS) == ADULTS


def test_one_of_each_is_said_in_the_singular():
    report = ImportReport(
        FileSource.SCHOOL, "one.jsonl", is_dry_run=True, contacts_new=1, children_new=1
    )
    said = "\n".join(report.lines())
    assert "1 notification." in said
    assert "1 would be new (1 child and 0 adults)" in said
