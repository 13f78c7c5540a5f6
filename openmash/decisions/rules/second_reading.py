"""When a second person reads a decision of no further action, and who may (A10.3)."""

from collections.abc import Sequence
from dataclasses import dataclass

from openmash.governance.rules.outcomes import ClosingRules, RepeatRules


@dataclass(frozen=True)
class Ending:
    """A decision that ends the matter for somebody, as the rule asks about it."""

    ends_for: Sequence[str]  # by name
    contacts_lately: int  # about the one of them who was told of most often
    began_as: str  # the rating the hub began with
    began_word: str


def why_read_again(
    ending: Ending, *, closing: ClosingRules, repeats: RepeatRules, is_urgent: bool
) -> list[str]:
    """Return why the hub's policy wants a second person to read this; none means it does not.

    Low-level patterns are lost where no further action is decided alone: on a repeat, or where
    it began as something grave.
    """
    if not ending.ends_for:
        return []
    found = []
    if closing.check_repeat_nfa and ending.contacts_lately >= repeats.contacts:
        found.append(
            f"It is no further action after {ending.contacts_lately} contacts "
            f"in {repeats.months} months."
        )
    if ending.began_as in closing.check_nfa_started:
        found.append(f"It is no further action, and the hub first rated it {ending.began_word}.")
    if found and is_urgent:
        found.append("Nothing urgent waits for it.")
    return found


@dataclass(frozen=True)
class SecondReader:
    """Who is about to answer, and what."""

    may_read: bool
    is_decider: bool
    is_waiting: bool


def obstacles_to_agreeing(reader: SecondReader) -> list[str]:
    """Return every reason not to keep this second person's answer."""
    found = []
    if not reader.may_read:
        found.append("The hub's policy gives the second reading to others.")
    if reader.is_decider:
        found.append("You decided this yourself. Somebody else reads it a second time.")
    if not reader.is_waiting:
        found.append("This decision does not wait for a second person. Reload the page.")
    return found


def obstacles_to_sending_back(reader: SecondReader, *, because: str) -> list[str]:
    """Return every reason not to send the decision back; sent back, it says why."""
    found = obstacles_to_agreeing(reader)
    if not because.strip():
        found.append("Say why it goes back, so that it can be decided again.")
    return found
