"""What a sender is told of a contact that ended without a case (A13.1, A13.2)."""

from dataclasses import dataclass

from openmash.intake.terms import ContactState


@dataclass(frozen=True)
class Ending:
    """How a contact ended, as its sender may hear it; or why they hear nothing.

    `reason` is a beginning: whoever sends the answer says it in their own words.
    """

    words: str = ""
    reason: str = ""
    not_appropriate: str = ""


WITHDRAWN = Ending(not_appropriate="The referrer withdrew it, and knows.")
ENDINGS: dict[ContactState, Ending] = {
    ContactState.CLOSED_AT_TRIAGE: Ending(
        "We have read it, and closed it without opening a case.",
        "What was told does not call for more from this hub.",
    ),
    ContactState.DUPLICATE: Ending(
        "We had this concern already. What you told us is kept with it and is read.",
        "It is about the same matter.",
    ),
    ContactState.CANCELLED_IN_ERROR: Ending(
        "We have closed it: it should not have been a contact of its own.",
        "It was recorded by mistake, or belongs elsewhere.",
    ),
    ContactState.WITHDRAWN: WITHDRAWN,
}


def ending_of(state: ContactState) -> Ending | None:
    """Return what is told of a contact in this state, or None while it has not ended."""
    return ENDINGS.get(state)
