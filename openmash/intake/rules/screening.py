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


def obstacles_to_screening(picture: ScreeningPicture) -> list[str]:
    """Return every reason not to finish this screening yet; none means go ahead.

    An urgent rating waits for nothing tidy: what is missing then becomes a task.
    """
    found = []
    if not picture.may_screen:
        found.append("Screening is done by a qualified person. Ask one to screen this contact.")
    if not picture.is_open:
        found.append("This contact has already been screened. Reload the page.")
    if not picture.rating_is_known:
        found.append("Choose a rating.")
    if not picture.rationale.strip():
        found.append("Say why you rate it so, in your own words.")
    if picture.rating_is_urgent:
        return found
    return found + _untidy(picture)


def _untidy(picture: ScreeningPicture) -> list[str]:
    found = []
    if not picture.gate_reason.strip():
        found.append("Say why the threshold can, or cannot, be decided from what is known now.")
    if picture.subjects_of_concern and not any(picture.tracks.values()):
        found.append("Open at least one track: for a child, an adult, or domestic abuse.")
    if picture.suggestions_unanswered:
        found.append("Answer “who is this?” for everybody of concern: the same person, or not.")
    if picture.adult_tests_missing:
        found.append("Answer the adult's three questions; “not yet known” is an answer.")
    return found


def tidy_later(picture: ScreeningPicture) -> list[str]:
    """Return what an urgent screening left untidy, to become tasks."""
    return _untidy(picture) if picture.rating_is_urgent else []
