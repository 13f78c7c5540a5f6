"""The chronology as a decider has it beside them, to be frozen with the rest (A9, A10.6)."""

from dataclasses import replace

from openmash.cases.selectors import people_of
from openmash.chronology.selectors import EntryShown, whole_story_of
from openmash.decisions.rules import EntrySeen, NamedSeen, Seen
from openmash.decisions.selectors.reading import CaseRead
from openmash.decisions.selectors.seeing import what_is_seen


def whole_picture(read: CaseRead) -> Seen:
    """Return what this viewer can see of the case now, with the chronology of all its people.

    The page of deciding brings the chronology as a part of its own; it is fetched here to be kept.
    """
    about = [each.person_id for each in people_of(read.case)]
    story = whole_story_of(read.viewer, person_ids=about, at=read.at)
    return replace(what_is_seen(read), story=tuple(_entry(each) for each in story))


def _entry(row: EntryShown) -> EntrySeen:
    return EntrySeen(
        id=row.id,
        happened=row.happened_words,
        words=row.words,
        nature=row.nature,
        source=row.agency or row.kind.label,
        code=row.code,
        supplied_by=row.supplied_by_id,
        audience=row.audience,
        restricted=row.restricted,
        significant=row.significant,
        known_at=row.known_at,
        people=tuple(NamedSeen(each.person.id, each.person.name) for each in row.persons),
    )
