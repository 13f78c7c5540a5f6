"""What a referrer may be told, and in which words (A13.1, A13.2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from openmash.decisions.terms import NotPossibleReason
from openmash.governance.rules import FeedbackTemplate
from openmash.governance.terms import ReferrerClass

EXPECTED = "Go on with your own work with them, and tell us if anything changes."
DISAGREE = (
    "Talk to your agency's safeguarding lead, then ring the hub on {telephone} and ask for the "
    "hub manager. You may take it further by the area's policy on professional disagreement."
)
DECIDED = "We have decided what happens next."
NOT_FOR_THE_PUBLIC = "A member of the public is told that we have their concern, and no more."


@dataclass(frozen=True)
class Words:
    """A message made from a template."""

    subject: str
    body: str


@dataclass(frozen=True)
class Said:
    """One outcome as the referrer who told us of this person may hear it."""

    name: str
    words: str
    reason: str


@dataclass(frozen=True)
class Letter:
    """What one referrer will be told of one contact; or why they will be told nothing."""

    contact_id: UUID
    reference: str
    to: str
    subject: str = ""
    body: str = ""
    not_possible: NotPossibleReason | None = None
    not_appropriate: str = ""

    @property
    def is_sent(self) -> bool:
        return bool(self.body)

    @property
    def why_not(self) -> str:
        return self.not_possible.label if self.not_possible else self.not_appropriate


def class_of_referrer(*, is_professional: bool, is_member_agency: bool) -> ReferrerClass:
    """Return how much this referrer may be told: only a professional hears the reason (A13.1)."""
    if not is_professional:
        return ReferrerClass.PUBLIC
    return ReferrerClass.PARTNER if is_member_agency else ReferrerClass.PROFESSIONAL


def why_not_possible(
    *, is_anonymous: bool, has_channel: bool, came_from_system: bool
) -> NotPossibleReason | None:
    """Return why this referrer cannot be answered, or None where there is a way (A13.2)."""
    if is_anonymous:
        return NotPossibleReason.ANONYMOUS
    if has_channel:
        return None
    return (
        NotPossibleReason.AUTOMATED_SOURCE
        if came_from_system
        else NotPossibleReason.NO_SAFE_CHANNEL
    )


def decision_words(said: Sequence[Said]) -> str:
    """Return the decision as told: once where it is the same for all, else name by name."""
    words = list(dict.fromkeys(each.words for each in said))
    if len(words) <= 1:
        return "".join(words) or DECIDED
    return " ".join(f"{each.name}: {each.words}" for each in said)


def reason_words(said: Sequence[Said], told_reason: str) -> str:
    """Return the decider's own plain reason, or the policy's explanation of each outcome."""
    return told_reason.strip() or " ".join(dict.fromkeys(each.reason for each in said))


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
