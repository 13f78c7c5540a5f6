"""What stands on a case now: its decision and its discussions. Callers have passed the gate."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from openmash.decisions.models import Decision, Discussion, Outcome, SecondReading
from openmash.decisions.terms import DiscussionKind, ReadingState


def decisions_of(case_id: UUID) -> QuerySet[Decision]:
    """Return every decision ever made on a case, newest first, with its outcomes."""
    return (
        Decision.objects.filter(case_id=case_id)
        .select_related("decided_by", "discussion")
        .prefetch_related("outcomes")
        .order_by("-decided_at")
    )


def decision_of(case_id: UUID) -> Decision | None:
    """Return the decision that stands on a case, or None while there is none.

    It knows whether a second reading of it is waited for (`waits_for_second`).
    """
    waiting = SecondReading.objects.filter(
        decision_id=OuterRef("pk"), state=ReadingState.WAITING.value
    )
    standing = Decision.objects.filter(case_id=case_id, reopened_at=None).annotate(
        has_second_waiting=Exists(waiting)
    )
    return standing.select_related("decided_by").prefetch_related("outcomes").first()


def standing_decisions(case_ids: Sequence[UUID]) -> dict[UUID, Decision]:
    """Return the decision that stands on each of these cases, with its outcomes."""
    rows = Decision.objects.filter(case_id__in=case_ids, reopened_at=None)
    return {each.case_id: each for each in rows.prefetch_related("outcomes")}


def decision_by_id(decision_id: UUID) -> Decision | None:
    """Return one decision with its case and hub; the caller asks whether it may be seen."""
    rows = Decision.objects.filter(id=decision_id)
    fetched = rows.select_related("case", "hub", "decided_by", "discussion")
    return fetched.prefetch_related("outcomes").first()


def decision_about(contact_id: UUID) -> Decision | None:
    """Return the decision that stands on the case a contact is worked in, or None."""
    return Decision.objects.filter(
        case__contact_links__contact_id=contact_id, reopened_at=None
    ).first()


def outcomes_of(decision_id: UUID) -> list[Outcome]:
    """Return what was decided, person by person, in a steady order."""
    rows = Outcome.objects.filter(decision_id=decision_id)
    return list(rows.order_by("person_id", "track"))


def discussions_of(case_id: UUID) -> QuerySet[Discussion]:
    """Return the discussions held on a case, newest first, with who took part."""
    return (
        Discussion.objects.filter(case_id=case_id)
        .prefetch_related("participants__agency")
        .order_by("-held_at")
    )


def strategy_discussion_of(case_id: UUID) -> Discussion | None:
    """Return the latest strategy discussion held on a case, or None."""
    held = Discussion.objects.filter(case_id=case_id, kind=DiscussionKind.STRATEGY.value)
    return held.order_by("-held_at").first()
