"""What a referrer may be told, and in which words (A13)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openmash.governance.rules import FeedbackTemplate
from openmash.governance.terms import ReferrerClass
from openmash.pathways.terms import FeedbackState, NotPossibleReason, Progress


def class_of_referrer(*, is_professional: bool, is_member_agency: bool) -> ReferrerClass:
    """Return how much this referrer may be told: only a professional hears the reason (A13.1)."""
    if not is_professional:
        return ReferrerClass.PUBLIC
    return ReferrerClass.PARTNER if is_member_agency else ReferrerClass.PROFESSIONAL


@dataclass(frozen=True)
class Words:
    """A message made from a template."""

    subject: str
    body: str


def fill(template: FeedbackTemplate, places: Mapping[str, str]) -> Words:
    """Return the template with its places filled; a place nobody filled is left out, tidily."""
    said = _Places(places)
    return Words(
        subject=" ".join(template.subject.format_map(said).split()),
        body=" ".join(template.words.format_map(said).split()),
    )


class _Places(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""


def why_not_possible(
    *, is_professional: bool, is_anonymous: bool, has_channel: bool, came_from_system: bool
) -> NotPossibleReason | None:
    """Return why this referrer cannot be answered, or None where there is a way (A13.2)."""
    if is_anonymous:
        return NotPossibleReason.ANONYMOUS
    if came_from_system and not has_channel:
        return NotPossibleReason.AUTOMATED_SOURCE
    if not has_channel:
        return NotPossibleReason.NO_SAFE_CHANNEL
    return None


def progress_of(
    *, is_screened: bool, is_decided: bool, feedback: Sequence[FeedbackState]
) -> Progress:
    """Return how far a referral has come, as its referrer is told it; nothing of the hub."""
    if any(each in (FeedbackState.SENT, FeedbackState.READ) for each in feedback):
        return Progress.TOLD
    if is_decided:
        return Progress.DECIDED
    return Progress.LOOKED_AT if is_screened else Progress.RECEIVED
