"""What no policy may choose: the clocks its law packs say must be kept (T1, T8, T15, T16)."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from openmash.core.working_time import Nation
from openmash.governance.rules.clocks import ClockTerms
from openmash.governance.rules.flaws import Flaw
from openmash.governance.rules.packs import packs_for
from openmash.governance.rules.wording import allowance_in_words
from openmash.governance.terms import Force, Track

NATION_OF: dict[Track, Nation] = {
    Track.CHILD_EN: Nation.ENGLAND,
    Track.ADULT_EN: Nation.ENGLAND,
    Track.CHILD_WAL: Nation.WALES,
    Track.ADULT_WAL: Nation.WALES,
}


def lawful_clocks(tracks: Iterable[Track], on: date) -> list[ClockTerms]:
    """Return the clocks every hub on these tracks must keep, each with the most it may allow."""
    limits = (each for pack in packs_for(tracks) for each in pack.clocks)
    return [each.told.clock for each in limits if each.required and each.is_law(on)]


def missing_clocks(
    tracks: Sequence[Track], clocks: Iterable[ClockTerms], on: date
) -> Iterator[Flaw]:
    """Yield a flaw for each lawful clock of these tracks that is not among the clocks."""
    kept = {(each.track, each.kind) for each in clocks}
    for lawful in lawful_clocks(tracks, on):
        if lawful.track and (lawful.track, lawful.kind) not in kept:
            yield Flaw(
                "clocks",
                f"{lawful.track.label} has no clock “{lawful.kind.label}”.",
                f"Add one of kind {lawful.kind} for track {lawful.track}, "
                f"of no more than {_in_words(lawful)}.",
            )


def unlawful_clock(path: str, clock: ClockTerms, on: date) -> Iterator[Flaw]:
    """Yield a flaw where a clock gives more than the law does, or starts it later."""
    wanted = (clock.track, clock.kind)
    known = lawful_clocks(Track, on)
    lawful = next((each for each in known if (each.track, each.kind) == wanted), None)
    if lawful is None:
        return
    if not _within(clock, lawful):
        wrong = "This allows more, or counts otherwise, than the law."
        yield Flaw(f"{path}.allowance", wrong, f"Allow no more than {_in_words(lawful)}.")
    if clock.start is not lawful.start:
        wrong = f"The law starts this clock {lawful.start.label}."
        yield Flaw(f"{path}.start", wrong, f"Use “{lawful.start}”.")
    if clock.force is not Force.STATUTORY:
        yield Flaw(f"{path}.force", "This clock is set by law.", f"Use “{Force.STATUTORY}”.")


def _in_words(lawful: ClockTerms) -> str:
    return f"{allowance_in_words(lawful.allowance)} ({lawful.rule})"


def _within(clock: ClockTerms, lawful: ClockTerms) -> bool:
    given, most = clock.allowance, lawful.allowance
    return given.unit is most.unit and given.amount <= most.amount
