"""The running record and the trail of a case, under the handling codes (A5.14, A8.4)."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from openmash.cases.models import Allocation, Case, Conversation, Rating, StatusMove
from openmash.cases.terms import ConversationKind, How
from openmash.core.handling import HandlingCode, Nature
from openmash.core.viewers import Viewer
from openmash.governance.selectors import in_sight


@dataclass(frozen=True)
class RecordEntry:
    """One entry of the running record as shown; `is_corrected` where a later one replaces it."""

    entry: Conversation
    kind: ConversationKind
    how: How | None
    nature: Nature
    code: HandlingCode
    recorded_by: str
    is_corrected: bool

    @property
    def is_late(self) -> bool:
        """Say whether it was written down on a later day than it happened."""
        return self.entry.recorded_at.date() > self.entry.happened_at.date()


def running_record(viewer: Viewer, case: Case, at: datetime) -> list[RecordEntry]:
    """Return what this viewer may read of the running record, newest first, with no gaps to see."""
    rows = (
        Conversation.objects.filter(in_sight(viewer, case.hub_id, at), case=case)
        .select_related("recorded_by", "corrected_by")
        .order_by("-happened_at", "-recorded_at")
    )
    return [_entry(each) for each in rows]


def ratings_of(case: Case) -> QuerySet[Rating]:
    """Return every rating of the case, newest first; the hub's own is one of them (A5.4)."""
    return (
        Rating.objects.filter(case=case).select_related("agency", "rated_by").order_by("-rated_at")
    )


def allocations_of(case: Case) -> QuerySet[Allocation]:
    """Return who has held or covered the case, newest first."""
    return (
        Allocation.objects.filter(case=case)
        .select_related("practitioner", "given_by")
        .order_by("-held_from")
    )


def moves_of(case: Case) -> QuerySet[StatusMove]:
    """Return where the case has stood, newest first."""
    return StatusMove.objects.filter(case=case).order_by("-moved_at")


def _entry(row: Conversation) -> RecordEntry:
    return RecordEntry(
        entry=row,
        kind=ConversationKind(row.kind),
        how=How(row.how) if row.how else None,
        nature=Nature(row.nature),
        code=HandlingCode(row.code),
        recorded_by=row.recorded_by.name,
        is_corrected=hasattr(row, "corrected_by"),
    )
