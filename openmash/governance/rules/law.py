"""What no policy may choose: the clocks the law sets, as it stands today (T1, T8, T15, T16)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from openmash.core.working_time import Nation, Unit
from openmash.governance.rules.clocks import ClockTerms
from openmash.governance.rules.flaws import Flaw
from openmash.governance.terms import ClockKind, Force, StartEvent, Track


@dataclass(frozen=True)
class LawfulClock:
    """A clock every hub on this track must keep, and the most it may allow."""

    track: Track
    kind: ClockKind
    rule: str
    start: StartEvent
    most_working_days: int

    @property
    def in_words(self) -> str:
        days = "day" if self.most_working_days == 1 else "days"
        return f"{self.most_working_days} working {days} ({self.rule})"


LAWFUL_CLOCKS = (
    LawfulClock(Track.CHILD_EN, ClockKind.RECEIPT, "T1", StartEvent.RECEIPT, 1),
    LawfulClock(Track.CHILD_EN, ClockKind.ICPC, "T8", StartEvent.STRATEGY_DISCUSSION, 15),
    LawfulClock(Track.CHILD_WAL, ClockKind.CHILD_WAL, "T16", StartEvent.RECEIPT, 1),
    LawfulClock(Track.ADULT_WAL, ClockKind.S126, "T15", StartEvent.RECEIPT, 7),
)

NATION_OF: dict[Track, Nation] = {
    Track.CHILD_EN: Nation.ENGLAND,
    Track.ADULT_EN: Nation.ENGLAND,
    Track.CHILD_WAL: Nation.WALES,
    Track.ADULT_WAL: Nation.WALES,
}


def missing_clocks(tracks: Sequence[Track], clocks: Iterable[ClockTerms]) -> Iterator[Flaw]:
    """Yield a flaw for each lawful clock of these tracks that is not among the clocks."""
    kept = {(each.track, each.kind) for each in clocks}
    for lawful in LAWFUL_CLOCKS:
        if lawful.track in tracks and (lawful.track, lawful.kind) not in kept:
            yield Flaw(
                "clocks",
                f"{lawful.track.label} has no clock “{lawful.kind.label}”.",
                f"Add one of kind {lawful.kind} for track {lawful.track}, "
                f"of no more than {lawful.in_words}.",
            )


def unlawful_clock(path: str, clock: ClockTerms) -> Iterator[Flaw]:
    """Yield a flaw where a clock gives more than the law does, or starts it later."""
    wanted = (clock.track, clock.kind)
    lawful = next((each for each in LAWFUL_CLOCKS if (each.track, each.kind) == wanted), None)
    if lawful is None:
        return
    if not _within(clock, lawful):
        wrong = "This allows more, or counts otherwise, than the law."
        yield Flaw(f"{path}.allowance", wrong, f"Allow no more than {lawful.in_words}.")
    if clock.start is not lawful.start:
        wrong = f"The law starts this clock {lawful.start.label}."
        yield Flaw(f"{path}.start", wrong, f"Use “{lawful.start}”.")
    if clock.force is not Force.STATUTORY:
        yield Flaw(f"{path}.force", "This clock is set by law.", f"Use “{Force.STATUTORY}”.")


def _within(clock: ClockTerms, lawful: LawfulClock) -> bool:
    terms = clock.allowance
    return terms.unit is Unit.WORKING_DAYS and terms.amount <= lawful.most_working_days
