"""What a decider saw, as plain values: shown on the page, frozen, and shown again (A10.6).

One shape serves all three, so that what is reproduced later is what was on the page.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from openmash.core.handling import HandlingCode
from openmash.core.partial_dates import PartialDate
from openmash.core.sight import Marking, Sight, sight_of
from openmash.core.viewers import Viewer


@dataclass(frozen=True)
class PersonSeen:
    """Somebody the case is decided for."""

    id: UUID
    name: str
    age: str
    born_words: str
    area: str
    tracks: tuple[str, ...]


@dataclass(frozen=True)
class ContactSeen:
    """One contact in its sender's words."""

    reference: str
    version: int
    received_at: datetime
    sender: str
    told: str
    opinion: str
    child_words: str
    agreement: str


@dataclass(frozen=True)
class ItemSeen:
    """One item of an answer, in the version the decider read; words only where they saw it whole.

    `speak_to` where they saw no more than that it exists; `instead` is its form of words.
    """

    id: UUID
    supplied_by: UUID
    code: str
    words: str
    nature: str
    happened: PartialDate | None
    speak_to: str
    was_spoken: bool
    instead: str


@dataclass(frozen=True)
class AnswerSeen:
    """What one agency said about one person."""

    id: UUID
    agency_id: UUID
    agency: str
    person: str
    answer: str
    answered_at: datetime
    answered_by: str
    involvement: str
    analysis: str
    suggested_rating: str
    refused: str
    items: tuple[ItemSeen, ...]


@dataclass(frozen=True)
class ViewSeen:
    """One agency's row: its latest view, or that it has given none yet.

    `position`, `proposes` and `words` are empty while opinions are blind (A10.1a); `dissent` keeps
    every disagreement the agency ever recorded.
    """

    agency_id: UUID
    agency: str
    is_in: bool
    is_readable: bool
    position: str = ""
    proposes: str = ""
    words: str = ""
    given_by: str = ""
    given_at: datetime | None = None
    after_decision: bool = False
    dissent: tuple[str, ...] = ()


@dataclass(frozen=True)
class DiscussionSeen:
    """The strategy discussion that stood when it was decided."""

    held_at: datetime
    mode: str
    section_47: str
    reasons: str
    next_steps: str


@dataclass(frozen=True)
class NamedSeen:
    """Somebody an entry of the chronology names."""

    id: UUID
    name: str


@dataclass(frozen=True)
class EntrySeen:
    """One entry of the family's chronology, dated and worded as the decider had it (A9)."""

    id: UUID
    happened: str
    words: str
    nature: str
    source: str
    code: str
    supplied_by: UUID | None
    audience: tuple[UUID, ...]
    restricted: bool
    significant: bool
    known_at: datetime
    people: tuple[NamedSeen, ...]


@dataclass(frozen=True)
class Seen:
    """Everything the decider had before them.

    `story` is the chronology of everybody in the case; None where it was not kept.
    """

    at: datetime
    decider: str
    decider_id: UUID | None
    hub_id: UUID
    case: str
    rating: str
    status: str
    policy: str
    policy_id: UUID
    thresholds: str
    people: tuple[PersonSeen, ...]
    contacts: tuple[ContactSeen, ...]
    answers: tuple[AnswerSeen, ...]
    outstanding: tuple[str, ...]
    views: tuple[ViewSeen, ...]
    discussion: DiscussionSeen | None
    story: tuple[EntrySeen, ...] | None = None

    @property
    def named_in_story(self) -> set[UUID]:
        return {each.id for entry in self.story or () for each in entry.people}


def as_seen_by(
    seen: Seen, viewer: Viewer, *, visibility: str, known: Collection[UUID] = ()
) -> Seen:
    """Return a frozen picture as far as this viewer may read it: the decider saw, and sees, it all.

    Another decision maker reads every item but another agency's `H4`, of which only the existence
    is told (A8.2), and of the chronology what they might read of it live, about those they are
    `known` to. Who else may open a picture at all is asked before.
    """
    if viewer.id is not None and viewer.id == seen.decider_id:
        return seen
    answers = (_answer_for(each, viewer, seen.hub_id, visibility) for each in seen.answers)
    story = seen.story
    if story is not None:
        read = (each for each in story if _may_read(each, viewer, seen.hub_id, visibility))
        story = tuple(each for each in (_about(each, known) for each in read) if each.people)
    return replace(seen, answers=tuple(answers), story=story)


def _may_read(entry: EntrySeen, viewer: Viewer, hub_id: UUID, visibility: str) -> bool:
    marking = Marking(hub_id, HandlingCode(entry.code), entry.supplied_by, entry.audience)
    if entry.restricted and viewer.id not in entry.audience:
        return False
    return sight_of(viewer, marking, visibility=visibility) is Sight.WHOLE


def _about(entry: EntrySeen, known: Collection[UUID]) -> EntrySeen:
    return replace(entry, people=tuple(each for each in entry.people if each.id in known))


def _answer_for(answer: AnswerSeen, viewer: Viewer, hub_id: UUID, visibility: str) -> AnswerSeen:
    shown = (_item_for(each, viewer, hub_id, visibility) for each in answer.items)
    return replace(answer, items=tuple(each for each in shown if each is not None))


def _item_for(item: ItemSeen, viewer: Viewer, hub_id: UUID, visibility: str) -> ItemSeen | None:
    marking = Marking(hub_id=hub_id, code=HandlingCode(item.code), supplied_by=item.supplied_by)
    sight = sight_of(viewer, marking, visibility=visibility)
    if sight is Sight.WHOLE:
        return item
    if sight is Sight.EXISTS or item.instead:
        return replace(item, words="", nature="", happened=None)
    return None


def not_in_the_picture(later: Collection[UUID], seen: Seen) -> list[UUID]:
    """Return the answers now on the case that the decider had not read."""
    read = {each.id for each in seen.answers}
    return [each for each in later if each not in read]
