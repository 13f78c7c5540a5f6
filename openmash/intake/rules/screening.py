"""What screening asks before it is done (A5), and urgency first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from openmash.governance.terms import Track


@dataclass(frozen=True)
class ScreeningPicture:
    """What the hub knows at the moment of screening."""

    may_screen: bool
    is_open: bool
    rating_is_urgent: bool
    rating_is_known: bool
    gate_reason: str
    rationale: str
    tracks: Mapping[UUID, Sequence[Track]]
    subjects_of_concern: int
    suggestions_unanswered: int
    adult_tests_missing: int
    can_decide_now: bool = False
    not_taken_on: str = ""
    always_checked: Sequence[str] = ()


def obstacles_to_screening(picture: ScreeningPicture) -> list[tuple[str, str]]:
    """Return each answer that keeps this screening from being finished, and how to mend it.

    An urgent rating waits for nothing tidy: what is missing then becomes a task.
    """
    found = []
    if not picture.may_screen:
        words = "Screening is done by a qualified person. Ask one to screen this contact."
        found.append(("", words))
    if not picture.is_open:
        found.append(("", "This contact has already been screened. Reload the page."))
    if not picture.rating_is_known:
        found.append(("rating", "Choose a rating."))
    if not picture.rationale.strip():
        found.append(("rationale", "Say why you rate it so, in your own words."))
    return found if picture.rating_is_urgent else found + _untidy(picture)


def _untidy(picture: ScreeningPicture) -> list[tuple[str, str]]:
    found = []
    if picture.suggestions_unanswered:
        words = "Answer “who is this?” for everybody of concern: the same person, or not."
        found.append(("who", words))
    if picture.subjects_of_concern and not any(picture.tracks.values()):
        words = "Open at least one track: for a child, an adult, or domestic abuse."
        found.append(("tracks", words))
    if picture.adult_tests_missing:
        words = "Answer the adult's three questions; “not yet known” is an answer."
        found.append(("tracks", words))
    if not picture.gate_reason.strip():
        words = "Say why the threshold can, or cannot, be decided from what is known now."
        found.append(("gate_reason", words))
    return found + _about_the_gate(picture)


def _about_the_gate(picture: ScreeningPicture) -> list[tuple[str, str]]:
    """What the hub does not take on it does not check; some things it never decides unchecked."""
    if picture.not_taken_on:
        words = f"{picture.not_taken_on} Decide it now and pass it on: it is not checked here."
        return [] if picture.can_decide_now else [("gate", words)]
    if picture.always_checked and picture.can_decide_now:
        words = f"{'; '.join(picture.always_checked)}. Ask the agencies that may hold something."
        return [("gate", words)]
    return []


def tidy_later(picture: ScreeningPicture) -> list[str]:
    """Return what an urgent screening left untidy, to become tasks."""
    return [words for _field, words in _untidy(picture)] if picture.rating_is_urgent else []
