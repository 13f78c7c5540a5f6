"""What this hub calls things, how it draws its ratings, and whether it prints (A5.1)."""

from collections.abc import Mapping
from functools import cached_property
from uuid import UUID

from django.utils import timezone

from openmash.core.viewers import Viewer
from openmash.governance.rules import PolicyDocument, Rating
from openmash.governance.selectors import NoPolicyYet, policy_for

ORDINARY = {
    "contact": "contact",
    "referral": "referral",
    "check": "check",
    "product": "information product",
    "discussion": "discussion",
}


class House:
    """One hub's own way, read from its policy only once a page asks."""

    def __init__(self, viewer: Viewer | None = None, hub_id: UUID | None = None) -> None:
        self._viewer, self._hub_id = viewer, hub_id

    @cached_property
    def _document(self) -> PolicyDocument | None:
        if self._viewer is None or self._hub_id is None:
            return None
        try:
            return policy_for(self._viewer, self._hub_id, timezone.now()).document
        except NoPolicyYet:
            return None

    @property
    def ratings(self) -> Mapping[str, Rating]:
        """The hub's ratings, by code."""
        return {each.code: each for each in self._document.ratings} if self._document else {}

    @property
    def is_for_paper(self) -> bool:
        """Whether records of this hub may be printed."""
        return self._document is None or self._document.records_may_be_printed

    def word(self, name: str) -> str:
        """Return what the hub calls one of the ordinary things."""
        if self._document is None:
            return ORDINARY[name]
        return str(getattr(self._document.hub.words, name))
