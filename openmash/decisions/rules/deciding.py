"""What a decision needs, urgency first (A10, A11.2, section 10.1)."""

from collections.abc import Sequence
from dataclasses import dataclass

from openmash.decisions.terms import Matter
from openmash.governance.terms import Track


@dataclass(frozen=True)
class Obstacle:
    """One reason not to record a decision yet, and what it is about."""

    about: Matter
    words: str


@dataclass(frozen=True)
class OutcomeSought:
    """What is proposed for one person on one track, with what the policy says of it."""

    person: str
    track: Track
    label: str
    words: str
    on_this_track: bool
    may_choose: bool
    urgent: bool
    needs_strategy_discussion: bool
    needs_agreement: bool
    views_lacking: Sequence[str] = ()  # of the agencies that decide it jointly


@dataclass(frozen=True)
class Picture:
    """What the hub knows at the moment of deciding."""

    may_decide: bool
    is_registered: bool
    is_decidable: bool
    sought: Sequence[OutcomeSought]
    without_outcome: Sequence[str]
    rationale: str
    rationale_characters: int
    outstanding: Sequence[str]
    without_returns_because: str
    discussion_held: bool
    without_discussion_because: str
    agreement_recorded: bool
    family_agrees: bool
    must_speak: Sequence[str] = ()
    adult_tests_missing: int = 0

    @property
    def is_urgent(self) -> bool:
        return any(each.urgent for each in self.sought)


def obstacles(picture: Picture) -> list[Obstacle]:
    """Return every reason not to record this decision yet; none means go ahead.

    Who may decide, and a word of why, are asked of everybody; urgent harm waits for nothing else.
    """
    found = _authority(picture) + _reasoning(picture)
    return found if picture.is_urgent else found + _untidy(picture)


def left_untidy(picture: Picture) -> list[Obstacle]:
    """Return what an urgent decision went ahead without: each becomes a task, none is lost."""
    return _untidy(picture) if picture.is_urgent else []


def _authority(picture: Picture) -> list[Obstacle]:
    found = []
    if not picture.may_decide:
        found.append("You are not authorised to decide on this case.")
    if not picture.is_decidable:
        found.append("This case is already decided. Reopen the decision to change it.")
    for each in picture.sought:
        if not each.on_this_track:
            found.append(f"“{each.label}” is not an outcome for {each.track.label}.")
        elif not each.may_choose:
            found.append(f"Your role may not decide “{each.label}” for {each.person}.")
    if not picture.is_registered and any(each.track.is_child for each in picture.sought):
        found.append(
            "A decision about a child needs a qualified social worker: "
            "add your registration number to your profile."
        )
    return [Obstacle(Matter.AUTHORITY, words) for words in found]


def _reasoning(picture: Picture) -> list[Obstacle]:
    found = []
    if not picture.sought:
        found.append(Obstacle(Matter.OUTCOME, "Choose an outcome for at least one person."))
    words = len(picture.rationale.strip())
    if not words:
        found.append(Obstacle(Matter.RATIONALE, "Say why, in your own words."))
    elif words < picture.rationale_characters and not picture.is_urgent:
        least = f"Say a little more: at least {picture.rationale_characters} characters."
        found.append(Obstacle(Matter.RATIONALE, least))
    return found


def _untidy(picture: Picture) -> list[Obstacle]:
    return [
        *_everybody(picture),
        *_strategy(picture),
        *_returns(picture),
        *_joint(picture),
        *_agreement(picture),
        *_must_speak(picture),
    ]


def _everybody(picture: Picture) -> list[Obstacle]:
    if not picture.sought:
        return []
    return [
        Obstacle(Matter.OUTCOME, f"Choose an outcome for {each}.")
        for each in picture.without_outcome
    ]


def _strategy(picture: Picture) -> list[Obstacle]:
    """The hard stop of A11.2; an urgent decision meets it later, before the case may close."""
    called_for = [each for each in picture.sought if each.needs_strategy_discussion]
    if not called_for or picture.discussion_held or picture.without_discussion_because.strip():
        return []
    label = called_for[0].label
    words = f"“{label}” calls for a strategy discussion. Record it, or say why it goes without."
    return [Obstacle(Matter.STRATEGY, words)]


def _returns(picture: Picture) -> list[Obstacle]:
    if not picture.outstanding or picture.without_returns_because.strip():
        return []
    waiting = ", ".join(picture.outstanding)
    words = f"Still waiting for {waiting}. Wait, or say why you decide without."
    return [Obstacle(Matter.RETURNS, words)]


def _joint(picture: Picture) -> list[Obstacle]:
    """What agencies decide jointly waits for each one's view, or for why it does not (A10.1)."""
    return [
        Obstacle(
            Matter.RETURNS,
            f"“{each.label}” is decided jointly, and {', '.join(each.views_lacking)} gave no view. "
            f"Wait for it, or write beside {each.person} why you decide without.",
        )
        for each in picture.sought
        if each.views_lacking and not each.words.strip()
    ]


def _agreement(picture: Picture) -> list[Obstacle]:
    """Agreement and basis before closing (10.1); early help only with a family's yes (A12.9)."""
    found = []
    if not picture.agreement_recorded:
        words = "Record what was said about agreement, and the lawful basis for sharing."
        found.append(Obstacle(Matter.AGREEMENT, words))
    for each in picture.sought:
        if each.needs_agreement and not picture.family_agrees and not each.words.strip():
            words = (
                f"“{each.label}” needs a yes from the family. Record it, or write beside "
                f"{each.person} how it will be asked for and what follows a no."
            )
            found.append(Obstacle(Matter.FAMILY, words))
    return found


def _must_speak(picture: Picture) -> list[Obstacle]:
    found = [
        Obstacle(Matter.MUST_SPEAK, f"Speak to {each} first, and put the talk on record (H4).")
        for each in picture.must_speak
    ]
    if picture.adult_tests_missing:
        words = "Answer the adult's three questions; “not yet known” is an answer."
        found.append(Obstacle(Matter.ADULT_TEST, words))
    return found
