"""What a decision needs, urgency first (A10, A11.2, section 10.1)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from openmash.governance.terms import Track


@dataclass(frozen=True)
class OutcomeSought:
    """What is proposed for one person on one track, with what the policy says of it."""

    person: str
    track: Track
    label: str
    on_this_track: bool
    may_choose: bool
    urgent: bool
    needs_strategy_discussion: bool
    needs_agreement: bool


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
    must_speak: Sequence[str] = field(default=())
    adult_tests_missing: int = 0

    @property
    def is_urgent(self) -> bool:
        return any(each.urgent for each in self.sought)


def obstacles(picture: Picture) -> list[str]:
    """Return every reason not to record this decision yet; none means go ahead.

    Who may decide, and a word of why, are asked of everybody; urgent harm waits for nothing else.
    """
    found = _authority(picture) + _reasoning(picture)
    if picture.is_urgent:
        return found
    return found + _strategy(picture) + _tidiness(picture)


def left_untidy(picture: Picture) -> list[str]:
    """Return what an urgent decision went ahead without: each becomes a task, none is lost."""
    return _strategy(picture) + _tidiness(picture) if picture.is_urgent else []


def _authority(picture: Picture) -> list[str]:
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
            "A statutory decision about a child needs a qualified social worker: "
            "add your registration number to your profile."
        )
    return found


def _reasoning(picture: Picture) -> list[str]:
    found = [f"Choose an outcome for {each}." for each in picture.without_outcome]
    if not picture.sought and not picture.without_outcome:
        found.append("Choose an outcome for at least one person.")
    words = len(picture.rationale.strip())
    if not words:
        found.append("Say why, in your own words.")
    elif words < picture.rationale_characters and not picture.is_urgent:
        found.append(f"Say a little more: at least {picture.rationale_characters} characters.")
    return found


def _strategy(picture: Picture) -> list[str]:
    """The hard stop of A11.2; an urgent decision meets it later, before the case may close."""
    called_for = [each for each in picture.sought if each.needs_strategy_discussion]
    if not called_for or picture.discussion_held or picture.without_discussion_because.strip():
        return []
    label = called_for[0].label
    return [
        f"“{label}” calls for a strategy discussion. Record it, or say why it goes ahead without."
    ]


def _tidiness(picture: Picture) -> list[str]:
    found = []
    if picture.outstanding and not picture.without_returns_because.strip():
        waiting = ", ".join(picture.outstanding)
        found.append(f"Still waiting for {waiting}. Wait, or say why you decide without.")
    if not picture.agreement_recorded:
        found.append("Record what was said about agreement, and the lawful basis for sharing.")
    if picture.adult_tests_missing:
        found.append("Answer the adult's three questions; “not yet known” is an answer.")
    return found + [
        f"Speak to {each} first, and put the talk on the record (H4)."
        for each in picture.must_speak
    ]
