"""What somebody was shown or tried, in words; the audit keeps it as a code."""

LOOKS: dict[str, str] = {
    "board.read": "The board",
    "case.read": "A case",
    "chronology.read": "A chronology",
    "contact.opened": "A contact",
    "contact.read": "A contact",
    "contact.referrer_opened": "Who sent a concern, kept sealed",
    "decision.opened": "A decision",
    "discussion.opened": "A discussion to be recorded",
    "feedback.listed": "Referrers to be told",
    "feedback.opened": "An answer to a referrer",
    "handover.begun": "A hand-over to be made",
    "handover.opened": "A hand-over",
    "handovers.listed": "Hand-overs",
    "information_requests.read": "A request for information",
    "looks.read": "Who looked",
    "matching.read": "Two records side by side",
    "page.not_shown": "A page that is not theirs",
    "page.refused": "Something that was declined",
    "people.found": "A search for a person",
    "people.read": "A person’s record",
    "people.sealed_opened": "An address or number kept sealed",
    "referrals.opened": "Concerns they sent",
    "triage.opened": "What waits to be screened",
    "view.opened": "An agency’s view",
}


def look_words(action: str) -> str:
    """Return what was looked at, in words; a code we have no words for is shown as it is."""
    return LOOKS.get(action, action)
