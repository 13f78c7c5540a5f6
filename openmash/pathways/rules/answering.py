"""How far a referral has come, and what its sender was told at once (A13)."""

from collections.abc import Sequence

from openmash.intake.terms import Channel
from openmash.pathways.terms import FeedbackState, Progress

# A person was there, or the page itself said that it was received.
ANSWERED_AS_IT_CAME = frozenset({Channel.PHONE, Channel.WALK_IN, Channel.PUBLIC_FORM})


def was_told_at_once(channel: Channel) -> bool:
    """Say whether the sender heard that we have it in the act of telling us."""
    return channel in ANSWERED_AS_IT_CAME


def progress_of(
    *, is_screened: bool, is_decided: bool, feedback: Sequence[FeedbackState]
) -> Progress:
    """Return how far a referral has come, as its referrer is told it; nothing of the hub."""
    if any(each in (FeedbackState.SENT, FeedbackState.READ) for each in feedback):
        return Progress.TOLD
    if is_decided:
        return Progress.DECIDED
    return Progress.LOOKED_AT if is_screened else Progress.RECEIVED


def obstacles_to_sending(
    *, may_send: bool, is_due: bool, still_stands: bool, words: str
) -> list[str]:
    """Return every reason not to send this answer; what was sent once is never edited."""
    found = []
    if not may_send:
        found.append("You are not authorised to answer referrers.")
    if not is_due:
        found.append("This has already been dealt with. Reload the page.")
    if not still_stands:
        found.append("The hub has taken it up again. Wait for the new decision.")
    if not words.strip():
        found.append("Write what the referrer is told.")
    return found
