"""The words the dated story is written in: what an entry came from, and how exactly it is dated."""

from enum import StrEnum


class EntryKind(StrEnum):
    """What an entry was made from (A9.1)."""

    CONTACT = "contact"
    RETURN_ITEM = "return_item"
    DECISION = "decision"
    HANDOVER = "handover"
    CONVERSATION = "conversation"
    ADDED = "added"

    @property
    def label(self) -> str:
        return _KIND_LABELS[self]


_KIND_LABELS: dict[EntryKind, str] = {
    EntryKind.CONTACT: "Contact with the hub",
    EntryKind.RETURN_ITEM: "What an agency knows",
    EntryKind.DECISION: "Decision",
    EntryKind.HANDOVER: "Hand-over",
    EntryKind.CONVERSATION: "Conversation",
    EntryKind.ADDED: "Added by a practitioner",
}


class HappenedPrecision(StrEnum):
    """How much of the moment is known (A9.3)."""

    MINUTE = "minute"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    ABOUT = "about"
    UNKNOWN = "unknown"


class Order(StrEnum):
    """Which way the story is read; what has no date comes last either way."""

    NEWEST = "newest"
    OLDEST = "oldest"

    @property
    def label(self) -> str:
        return "Newest first" if self is Order.NEWEST else "Oldest first"
