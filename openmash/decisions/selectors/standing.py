"""What stands on a case now: its decision and its discussions. Callers have passed the gate."""

from uuid import UUID

from django.db.models import QuerySet

from openmash.decisions.models import Decision, Discussion
from openmash.decisions.terms import DiscussionKind


def decision_of(case_id: UUID) -> Decision | None:
    """Return the decision that stands on a case, or None while there is none."""
    return (
        Decision.objects.filter(case_id=case_id, replaced_by=None, reopened_at=None)
        .select_related("decided_by")
        .first()
    )


def discussions_of(case_id: UUID) -> QuerySet[Discussion]:
    """Return the discussions held on a case, newest first, with who took part."""
    return (
        Discussion.objects.filter(case_id=case_id)
        .prefetch_related("participants__agency")
        .order_by("-held_at")
    )


def strategy_discussion_of(case_id: UUID) -> Discussion | None:
    """Return the latest strategy discussion held on a case, or None."""
    return discussions_of(case_id).filter(kind=DiscussionKind.STRATEGY.value).first()
