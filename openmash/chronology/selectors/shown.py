"""An entry as a page may show it: its words, its people, and its source beside it (look 6)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from openmash.chronology.models import Entry
from openmash.chronology.rules import Happened
from openmash.chronology.selectors.wording import LONDON, happened_words
from openmash.chronology.terms import EntryKind, HappenedPrecision
from openmash.people.selectors import PersonShown


@dataclass(frozen=True)
class PersonInEntry:
    """Somebody an entry is about, and their part in it."""

    person: PersonShown
    part: str


@dataclass(frozen=True)
class SourceShown:
    """What an entry was made from."""

    kind: str
    source_id: UUID
    label: str


@dataclass(frozen=True)
class EntryShown:
    """One entry, already fetched."""

    id: UUID
    kind: EntryKind
    happened: Happened
    recorded_at: datetime
    known_at: datetime
    words: str
    nature: str
    significant: bool
    agency: str
    supplied_by_id: UUID | None
    code: str
    restricted: bool
    audience: tuple[UUID, ...]
    case_id: UUID | None
    persons: list[PersonInEntry]
    sources: list[SourceShown]
    corrects_id: UUID | None
    corrected_by_id: UUID | None

    @property
    def known_on(self) -> date:
        """Return the day the hub came to know, in London."""
        return self.known_at.astimezone(LONDON).date()

    @property
    def happened_words(self) -> str:
        return happened_words(self.happened)


@dataclass(frozen=True)
class Corrections:
    """Which of the entries on a page correct another, and which are corrected, as far as seen."""

    corrects: Mapping[UUID, UUID]

    def corrected_by(self, entry_id: UUID) -> UUID | None:
        return next((new for new, old in self.corrects.items() if old == entry_id), None)


def people_in(rows: Iterable[Entry]) -> set[UUID]:
    """Return everybody these entries are about."""
    return {each.person_id for row in rows for each in row.people.all()}


def as_shown(row: Entry, known: Mapping[UUID, PersonShown], corrections: Corrections) -> EntryShown:
    """Return a row fetched with its people and sources; people not known of are left out."""
    return EntryShown(
        id=row.id,
        kind=EntryKind(row.kind),
        happened=Happened(
            row.happened_from, row.happened_until, HappenedPrecision(row.happened_precision)
        ),
        recorded_at=row.recorded_at,
        known_at=row.known_at,
        words=row.words,
        nature=row.nature,
        significant=row.significant,
        agency=row.supplied_by.name if row.supplied_by else "",
        supplied_by_id=row.supplied_by_id,
        code=row.code,
        restricted=row.restricted,
        audience=tuple(row.audience),
        case_id=row.case_id,
        persons=[
            PersonInEntry(known[each.person_id], each.part)
            for each in row.people.all()
            if each.person_id in known
        ],
        sources=[SourceShown(s.kind, s.source_id, s.label) for s in row.sources.all()],
        corrects_id=corrections.corrects.get(row.id),
        corrected_by_id=corrections.corrected_by(row.id),
    )
