"""Writing the story: each entry with its people and its source; corrected by a later one (A9)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from openmash.accounts.terms import Power
from openmash.audit.services import record
from openmash.chronology.models import Entry, EntryPerson, EntrySource
from openmash.chronology.rules import Happened, happened_problem
from openmash.chronology.selectors import entry_open_to
from openmash.chronology.terms import EntryKind, HappenedPrecision
from openmash.core.handling import HandlingCode, Nature
from openmash.core.refusals import NotHere, RecordHasMoved, Refusal
from openmash.core.viewers import Viewer
from openmash.people.selectors import people_open_to

Source = tuple[str, UUID, str]


class CannotAddEntry(Refusal):
    """The story stays as it is, and says what to mend."""


@dataclass(frozen=True)
class NewEntry:
    """One entry to write about `persons`, each with their part in it."""

    kind: EntryKind
    words: str
    known_at: datetime
    persons: Mapping[UUID, str]
    source: Source
    happened_from: datetime | None = None
    happened_until: datetime | None = None
    happened_precision: str = HappenedPrecision.UNKNOWN
    supplied_by_id: UUID | None = None
    code: str = HandlingCode.H2
    audience: Sequence[UUID] = ()
    nature: str = Nature.FACT
    case_id: UUID | None = None
    significant: bool = False
    restricted: bool = False
    corrects_id: UUID | None = None


@transaction.atomic
def add_entry(
    *,
    hub_id: UUID,
    kind: EntryKind,
    words: str,
    at: datetime,
    known_at: datetime,
    persons: Mapping[UUID, str],
    source: Source,
    happened_from: datetime | None = None,
    happened_until: datetime | None = None,
    happened_precision: str = HappenedPrecision.UNKNOWN,
    supplied_by_id: UUID | None = None,
    code: str = HandlingCode.H2,
    audience: Sequence[UUID] = (),
    nature: str = Nature.FACT,
    case_id: UUID | None = None,
    significant: bool = False,
    restricted: bool = False,
    corrects_id: UUID | None = None,
) -> Entry:
    """Write one entry about `persons` (each with their part in it), inside another verb.

    The verb it is part of checks authority and leaves the footprint. `known_at` is when the hub
    came to know, `happened_from` when it happened, `at` when it is written.
    """
    if corrects_id and Entry.objects.filter(corrects_id=corrects_id).exists():
        raise RecordHasMoved("This entry has been corrected already. Read the correction first.")
    entry = NewEntry(
        kind=kind,
        words=words,
        known_at=known_at,
        persons=persons,
        source=source,
        happened_from=happened_from,
        happened_until=happened_until,
        happened_precision=happened_precision,
        supplied_by_id=supplied_by_id,
        code=code,
        audience=audience,
        nature=nature,
        case_id=case_id,
        significant=significant,
        restricted=restricted,
        corrects_id=corrects_id,
    )
    return add_entries(hub_id=hub_id, entries=[entry], at=at)[0]


@transaction.atomic
def add_entries(*, hub_id: UUID, entries: Sequence[NewEntry], at: datetime) -> list[Entry]:
    """Write several entries at once, inside another verb."""
    rows = Entry.objects.bulk_create(_row(hub_id, each, at) for each in entries)
    told = list(zip(rows, entries, strict=True))
    EntryPerson.objects.bulk_create(
        EntryPerson(hub_id=hub_id, entry=row, person_id=person_id, part=part)
        for row, each in told
        for person_id, part in each.persons.items()
    )
    EntrySource.objects.bulk_create(_source(hub_id, row, each.source) for row, each in told)
    return rows


def _row(hub_id: UUID, entry: NewEntry, at: datetime) -> Entry:
    return Entry(
        hub_id=hub_id,
        kind=entry.kind,
        happened_from=entry.happened_from,
        happened_until=entry.happened_until,
        happened_precision=entry.happened_precision,
        recorded_at=at,
        known_at=entry.known_at,
        words=entry.words,
        nature=entry.nature,
        significant=entry.significant,
        supplied_by_id=entry.supplied_by_id,
        code=entry.code,
        audience=list(entry.audience),
        restricted=entry.restricted,
        case_id=entry.case_id,
        corrects_id=entry.corrects_id,
    )


def _source(hub_id: UUID, row: Entry, source: Source) -> EntrySource:
    kind, source_id, label = source
    return EntrySource(hub_id=hub_id, entry=row, kind=kind, source_id=source_id, label=label)


def recode_entry(*, entry_id: UUID, code: HandlingCode) -> None:
    """Let an entry travel as far as what it was made from now may; its words stay (A8.2).

    Part of raising or lowering that item's code, whose own footprint says who and why.
    """
    Entry.objects.filter(id=entry_id).update(code=code.value)


@transaction.atomic
def note_entry(
    *,
    by: Viewer,
    hub_id: UUID,
    person_ids: Sequence[UUID],
    words: str,
    happened: Happened,
    at: datetime,
    nature: Nature = Nature.FACT,
    code: HandlingCode = HandlingCode.H2,
    significant: bool = False,
) -> Entry:
    """Let a practitioner add what no document brought (A9.1); the entry carries their name."""
    if by.id is None:
        raise NotHere
    people = set(
        people_open_to(by).filter(hub_id=hub_id, id__in=person_ids).values_list("id", flat=True)
    )
    if found := _objections(by, hub_id, people, words, happened, at):
        raise CannotAddEntry(*found)
    entry = add_entry(
        hub_id=hub_id,
        kind=EntryKind.ADDED,
        words=words.strip(),
        at=at,
        known_at=at,
        persons=dict.fromkeys(sorted(people), ""),
        source=("practitioner", by.id, by.name),
        happened_from=happened.since,
        happened_until=happened.until,
        happened_precision=happened.precision,
        code=code,
        nature=nature,
        significant=significant,
    )
    _record(by, "chronology.added", entry, at)
    return entry


@transaction.atomic
def mark_significant(
    *, by: Viewer, entry_id: UUID, at: datetime, significant: bool = True
) -> Entry:
    """Mark an entry as one to notice, or no longer so; its words stay as they are."""
    entry = entry_open_to(by, entry_id, at=at)
    if not by.may(Power.KEEP_RECORD, entry.hub_id):
        raise Refusal("You can read this chronology, but not mark it.")
    entry.significant = significant
    entry.save(update_fields=["significant"])
    _record(by, "chronology.marked", entry, at, significant=significant)
    return entry


def _objections(
    by: Viewer, hub_id: UUID, people: set[UUID], words: str, happened: Happened, at: datetime
) -> list[str]:
    found = []
    if not by.may(Power.KEEP_RECORD, hub_id):
        found.append("You can read this chronology, but not add to it.")
    if not people:
        found.append("Say whom this is about.")
    if not words.strip():
        found.append("Say what happened.")
    if problem := happened_problem(happened, known_at=at):
        found.append(problem)
    return found


def _record(by: Viewer, action: str, entry: Entry, at: datetime, **details: bool) -> None:
    record(
        by=by,
        action=action,
        at=at,
        hub_id=entry.hub_id,
        subject_kind="entry",
        subject_id=entry.id,
        case_id=entry.case_id,
        persons=entry.people.values_list("person_id", flat=True),
        details={**details},
    )
