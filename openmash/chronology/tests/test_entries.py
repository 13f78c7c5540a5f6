"""The story of a person over every record of them, in order, corrected and never edited."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from openmash.audit.models import AuditEvent
from openmash.chronology.models import Entry
from openmash.chronology.rules import EntryFilters, Happened
from openmash.chronology.selectors import entries_of, entries_of_case
from openmash.chronology.services import CannotAddEntry, mark_significant, note_entry
from openmash.chronology.terms import EntryKind, HappenedPrecision, Order
from openmash.core.refusals import NotHere, RecordHasMoved, Refusal
from openmash.people.services import restrict_people, set_identities

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)


def ago(days: int) -> dict[str, object]:
    return {"happened_from": NOW - timedelta(days=days), "happened_precision": "day"}


def words(page) -> list[str]:
    return [each.words for each in page.entries]


def story(viewer, *people, **filters):
    ids = [each.id for each in people]
    return entries_of(viewer, person_ids=ids, at=NOW, filters=EntryFilters(**filters))


def test_the_story_is_read_newest_first_and_what_has_no_date_comes_last(cast, maya, write):
    write("Long ago", maya, **ago(400))
    write("No date", maya)
    write("Yesterday", maya, **ago(1))
    assert words(story(cast.priya, maya)) == ["Yesterday", "Long ago", "No date"]
    oldest = story(cast.priya, maya, order=Order.OLDEST)
    assert words(oldest) == ["Long ago", "Yesterday", "No date"]


def test_the_story_runs_over_every_record_of_the_person(cast, tell, write):
    told_by_school, told_by_police = tell("Maya"), tell("Maya")
    write("Missed school", told_by_school, **ago(2))
    write("Seen at the station", told_by_police, **ago(1))
    assert words(story(cast.priya, told_by_school)) == ["Missed school"]
    set_identities({told_by_police.id: told_by_school.id})
    assert words(story(cast.priya, told_by_school)) == ["Seen at the station", "Missed school"]


def test_an_entry_about_two_is_told_once_in_the_familys_story(cast, maya, tell, write):
    gordon = tell("Gordon")
    write("Both hurt", maya, gordon, **ago(3))
    (entry,) = story(cast.priya, maya, gordon).entries
    assert {each.person.name for each in entry.persons} == {"Maya Dobson", "Gordon"}


def test_somebody_who_may_not_be_known_of_is_not_named_in_an_entry(cast, maya, tell, write):
    worker = tell("Secret", "Worker")
    write("Seen together", maya, worker, **ago(3))
    restrict_people(
        by=cast.priya,
        hub_id=cast.hub.id,
        person_ids=[worker.id],
        named=[cast.priya.id],
        why="Works in the hub",
        at=NOW,
    )
    (entry,) = story(cast.fay, maya).entries
    assert [each.person.name for each in entry.persons] == ["Maya Dobson"]
    assert story(cast.fay, worker).total == 0


def test_filters_leave_out_what_was_not_asked_for(cast, maya, write):
    police = cast.agencies["police"]
    write("From police", maya, **ago(5), supplied_by_id=police.id, significant=True)
    write("A contact", maya, **ago(50), kind=EntryKind.CONTACT)
    assert words(story(cast.priya, maya, agency_id=police.id)) == ["From police"]
    assert words(story(cast.priya, maya, kinds=frozenset({EntryKind.CONTACT}))) == ["A contact"]
    assert words(story(cast.priya, maya, significant_only=True)) == ["From police"]
    assert words(story(cast.priya, maya, since=date(2026, 11, 1))) == ["From police"]
    assert words(story(cast.priya, maya, until=date(2026, 11, 1))) == ["A contact"]
    assert [each.name for each in story(cast.priya, maya).agencies] == [police.name]


def test_the_strip_counts_the_dated_entries(cast, maya, write):
    for days in (1, 2, 70):
        write("Something", maya, **ago(days))
    write("No date", maya)
    bars = story(cast.priya, maya).bars
    assert [(each.words, each.bar.count) for each in bars] == [
        ("September 2026", 1),
        ("October 2026", 0),
        ("November 2026", 2),
    ]


def test_a_correction_stands_beside_what_it_corrects(cast, maya, write):
    wrong = write("Born in Leeds", maya, **ago(5))
    right = write("Born in Bradford", maya, **ago(5), corrects_id=wrong.id)
    entries = {each.words: each for each in story(cast.priya, maya).entries}
    assert entries["Born in Leeds"].corrected_by_id == right.id
    assert entries["Born in Bradford"].corrects_id == wrong.id


def test_a_correction_one_may_not_read_is_not_hinted_at(cast, maya, write):
    wrong = write("Seen on Monday", maya, **ago(5))
    write("Seen on Tuesday by a source", maya, **ago(5), corrects_id=wrong.id, code="H3")
    (entry,) = story(cast.fay, maya).entries
    assert (entry.words, entry.corrected_by_id) == ("Seen on Monday", None)


def test_an_entry_is_corrected_once(maya, write):
    wrong = write("Born in Leeds", maya)
    write("Born in Bradford", maya, corrects_id=wrong.id)
    with pytest.raises(RecordHasMoved):
        write("Born in York", maya, corrects_id=wrong.id)


def test_a_case_has_its_own_story(cast, maya, write):
    case_id = uuid4()
    write("On the case", maya, case_id=case_id)
    write("Not on it", maya)
    assert words(entries_of_case(cast.priya, case_id, at=NOW)) == ["On the case"]


def test_a_practitioner_adds_what_no_document_brought(cast, maya):
    happened = Happened(NOW - timedelta(days=3), None, HappenedPrecision.DAY)
    entry = note_entry(
        by=cast.sam,
        hub_id=cast.hub.id,
        person_ids=[maya.id],
        words=" Neighbour rang. ",
        happened=happened,
        at=NOW,
    )
    (shown,) = story(cast.priya, maya).entries
    assert (shown.words, shown.kind, shown.sources[0].label) == (
        "Neighbour rang.",
        EntryKind.ADDED,
        "Sam Okafor",
    )
    assert AuditEvent.objects.filter(action="chronology.added", subject_id=entry.id).exists()


def test_an_entry_that_cannot_be_meant_is_refused_with_every_reason(cast, maya):
    with pytest.raises(CannotAddEntry) as refused:
        note_entry(
            by=cast.sam,
            hub_id=cast.hub.id,
            person_ids=[],
            words=" ",
            happened=Happened(NOW + timedelta(days=1), None, HappenedPrecision.DAY),
            at=NOW,
        )
    assert len(refused.value.reasons) == 3
    assert not Entry.objects.exists()


@pytest.mark.parametrize("who", ["tom", "lee", "noor"])
def test_only_those_who_keep_the_record_add_to_it(cast, maya, who):
    with pytest.raises(Refusal):
        note_entry(
            by=getattr(cast, who),
            hub_id=cast.hub.id,
            person_ids=[maya.id],
            words="Something",
            happened=Happened(),
            at=NOW,
        )
    assert not Entry.objects.exists()


def test_an_entry_is_marked_and_unmarked_and_both_leave_a_footprint(cast, maya, write):
    entry = write("Missed school", maya)
    mark_significant(by=cast.sam, entry_id=entry.id, at=NOW)
    assert story(cast.priya, maya, significant_only=True).total == 1
    mark_significant(by=cast.sam, entry_id=entry.id, at=NOW, significant=False)
    assert story(cast.priya, maya, significant_only=True).total == 0
    marks = AuditEvent.objects.filter(action="chronology.marked").order_by("details__significant")
    assert [each.details for each in marks] == [{"significant": False}, {"significant": True}]


@pytest.mark.parametrize("who", ["fay", "tom", "noor"])
def test_an_entry_one_may_not_read_cannot_be_marked(cast, maya, write, who):
    entry = write("From a source", maya, code="H3", supplied_by_id=cast.agencies["health"].id)
    with pytest.raises(NotHere):
        mark_significant(by=getattr(cast, who), entry_id=entry.id, at=NOW)
