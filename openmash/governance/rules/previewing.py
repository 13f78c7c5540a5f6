"""What a policy would have done to contacts that have been: clocks, gate and checks (A5.2, A6.1).

Each contact is taken as it was rated and screened then: a policy changes what follows from a
rating, never what somebody saw in a contact.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from openmash.governance.rules.agencies import default_agencies
from openmash.governance.rules.clocks import clock_terms, due_at
from openmash.governance.rules.document import PolicyDocument
from openmash.governance.rules.scope import ContactFacts, always_checked
from openmash.governance.terms import ClockKind, Track


@dataclass(frozen=True)
class PastClock:
    """A clock that ran, or is running: what it was for, and when."""

    kind: ClockKind
    started_at: datetime
    stopped_at: datetime | None
    track: Track | None = None
    rating: str | None = None


@dataclass(frozen=True)
class PastContact:
    """A contact as it was screened; `can_decide_now` is the answer to the gate's question."""

    rating: str
    tracks: tuple[Track, ...]
    can_decide_now: bool
    facts: ContactFacts
    clocks: tuple[PastClock, ...] = ()


@dataclass
class ClockEffect:
    """What becomes of one kind of clock: how many are due sooner or later, and how many late."""

    kind: ClockKind
    counted: int = 0
    sooner: int = 0
    later: int = 0
    newly_timed: int = 0
    no_longer_timed: int = 0
    late_before: int = 0
    late_after: int = 0


@dataclass
class Preview:
    """The effects on all the contacts, before and after; `unrated` have a rating that goes."""

    contacts: int = 0
    unrated: int = 0
    checked_before: int = 0
    checked_after: int = 0
    asked_before: Counter[str] = field(default_factory=Counter)
    asked_after: Counter[str] = field(default_factory=Counter)
    clocks: dict[ClockKind, ClockEffect] = field(default_factory=dict)

    @property
    def checks_before(self) -> int:
        """How many agencies would have been asked, counted once for each contact."""
        return self.asked_before.total()

    @property
    def checks_after(self) -> int:
        return self.asked_after.total()

    @property
    def agencies(self) -> list[tuple[str, int, int]]:
        """Each agency with how often it is asked as a matter of course, before and after."""
        names = dict.fromkeys([*self.asked_before, *self.asked_after])
        return [(name, self.asked_before[name], self.asked_after[name]) for name in names]


def preview(
    old: PolicyDocument, new: PolicyDocument, contacts: Iterable[PastContact], *, at: datetime
) -> Preview:
    """Return what `new` would have done to these contacts beside what `old` does."""
    found = Preview()
    for contact in contacts:
        found.contacts += 1
        found.unrated += contact.rating not in {each.code for each in new.ratings}
        before, after = is_checked(old, contact), is_checked(new, contact)
        found.checked_before += before
        found.checked_after += after
        found.asked_before.update(_asked(old, contact) if before else ())
        found.asked_after.update(_asked(new, contact) if after else ())
        for clock in contact.clocks:
            effect = found.clocks.setdefault(clock.kind, ClockEffect(clock.kind))
            _weigh(effect, clock, old, new, at)
    return found


def is_checked(document: PolicyDocument, contact: PastContact) -> bool:
    """Say whether the agencies would be asked about a contact before it is decided (A5.2, A1.7)."""
    if contact.rating in document.gate.straight_to_allocation:
        return False
    return not contact.can_decide_now or bool(always_checked(document, contact.facts))


def _asked(document: PolicyDocument, contact: PastContact) -> Sequence[str]:
    return [each.name for each in default_agencies(document, contact.rating, contact.tracks)]


def _weigh(
    effect: ClockEffect, clock: PastClock, old: PolicyDocument, new: PolicyDocument, at: datetime
) -> None:
    was, will = _due(old, clock), _due(new, clock)
    effect.counted += 1
    effect.late_before += _is_late(clock, was, at)
    effect.late_after += _is_late(clock, will, at)
    if was is None or will is None:
        effect.newly_timed += was is None and will is not None
        effect.no_longer_timed += was is not None and will is None
        return
    effect.sooner += will < was
    effect.later += will > was


def _due(document: PolicyDocument, clock: PastClock) -> datetime | None:
    terms = clock_terms(document, clock.kind, clock.track, clock.rating)
    return due_at(terms, clock.started_at, document) if terms else None


def _is_late(clock: PastClock, due: datetime | None, at: datetime) -> bool:
    return due is not None and (clock.stopped_at or at) > due


def changes_of(found: Preview) -> Iterator[ClockEffect]:
    """Yield the clocks that anything changes for."""
    for each in found.clocks.values():
        if each.sooner or each.later or each.newly_timed or each.no_longer_timed:
            yield each
