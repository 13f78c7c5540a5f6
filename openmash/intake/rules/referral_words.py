"""What a referrer is told of a contact in a word; nothing of the hub's own work (A13.4)."""

from openmash.intake.terms import ContactState

RECEIVED = "Received"
ASKED = "The hub has a question for you"
LOOKED_AT = "Being looked at"
FINISHED = "The hub has finished with this contact"
SET_ASIDE = "Set aside"

_WORDS: dict[ContactState, str] = {
    ContactState.RECEIVED: RECEIVED,
    ContactState.AWAITING_CLARIFICATION: ASKED,
    ContactState.TRIAGE: RECEIVED,
    ContactState.CHECKS: LOOKED_AT,
    ContactState.STRAIGHT_TO_ALLOCATION: LOOKED_AT,
    ContactState.CLOSED_AT_TRIAGE: FINISHED,
    ContactState.DUPLICATE: SET_ASIDE,
    ContactState.WITHDRAWN: SET_ASIDE,
    ContactState.CANCELLED_IN_ERROR: SET_ASIDE,
}


def referral_words(state: ContactState) -> str:
    """Return where a referral stands, as its sender may know it."""
    return _WORDS[state]
