"""Decisions that wait for a second person, and who that may be (A10.3)."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Count, QuerySet

from openmash.cases.selectors import cases_worked_by, is_worked_by, ratings_of
from openmash.core.viewers import Viewer
from openmash.decisions.models import SecondReading
from openmash.decisions.rules import Ending, why_read_again
from openmash.decisions.selectors.picturing import DecisionSought
from openmash.decisions.selectors.reading import PeopleRead
from openmash.decisions.terms import ReadingState
from openmash.governance.rules import outcome_named, rating_named
from openmash.governance.selectors import policy_for
from openmash.intake.selectors import contacts_visible_to
from openmash.intake.selectors.counting import counted

if TYPE_CHECKING:
    from openmash.cases.models import Case
    from openmash.decisions.models import Decision

DAYS_IN_A_MONTH = 365.2425 / 12


def why_second_reading(read: PeopleRead, sought: DecisionSought, *, is_urgent: bool) -> list[str]:
    """Return why a second person is to read this decision; none where the policy asks for none."""
    document = read.policy.document
    ends_for = [
        each.person_id
        for each in sought.outcomes
        if outcome_named(document, each.outcome).is_no_further_action
    ]
    if not ends_for:
        return []
    return why_read_again(
        _ending(read, ends_for),
        closing=document.closing,
        repeats=document.repeats,
        is_urgent=is_urgent,
    )


def _ending(read: PeopleRead, ends_for: list[UUID]) -> Ending:
    first = ratings_of(read.case).filter(is_hub=True).order_by("rated_at").first()
    began_as = first.rating if first else read.case.rating
    return Ending(
        ends_for=[read.name_of(each) for each in ends_for],
        contacts_lately=_contacts_lately(read, ends_for),
        began_as=began_as,
        began_word=rating_named(read.policy.document, began_as).word,
    )


def _contacts_lately(read: PeopleRead, about: Iterable[UUID]) -> int:
    """Return how often the hub was told of one of these, of the contacts this viewer may know of.

    The one told of most often counts; a contact the viewer may not open is not counted (A3.2).
    """
    months = read.policy.document.repeats.months
    latest = max(each.received_at for each in read.contacts)
    identities = {read.shown[each].identity_id for each in about if each in read.shown}
    rows = (
        counted(contacts_visible_to(read.viewer))
        .filter(
            hub_id=read.case.hub_id,
            received_at__lte=latest,
            received_at__gte=latest - timedelta(days=round(months * DAYS_IN_A_MONTH)),
            subjects__is_concern=True,
            subjects__person__identity_id__in=identities,
        )
        .values("subjects__person__identity_id")
        .annotate(n=Count("id", distinct=True))
        .order_by("-n")
    )
    most = rows.first()
    return most["n"] if most else 0


def reading_of(decision_id: UUID) -> SecondReading | None:
    """Return the second reading of a decision, where its policy asked for one."""
    rows = SecondReading.objects.filter(decision_id=decision_id)
    return rows.select_related("read_by", "decided_by").first()


def is_held(decision: "Decision") -> bool:
    """Say whether nobody outside the hub may be told of this decision yet."""
    return SecondReading.objects.filter(
        decision_id=decision.id, state=ReadingState.WAITING.value, holds=True
    ).exists()


def waits_for_second(decision: "Decision") -> bool:
    """Say whether a second person has still to read this decision.

    A decision read by `decision_of` knows already.
    """
    known: bool | None = getattr(decision, "has_second_waiting", None)
    if known is not None:
        return known
    state = ReadingState.WAITING.value
    return SecondReading.objects.filter(decision_id=decision.id, state=state).exists()


def may_read_again(viewer: Viewer, case: "Case", at: datetime) -> bool:
    """Say whether the hub's policy makes this viewer a second reader of a case they work."""
    named = policy_for(viewer, case.hub_id, at).document.authority.check_decisions
    return is_worked_by(viewer, case) and not viewer.roles_in(case.hub_id).isdisjoint(named)


def readings_for(viewer: Viewer, hub_id: UUID, at: datetime) -> QuerySet[SecondReading]:
    """Return the decisions this viewer is asked to read a second time, longest waiting first.

    Never one they made, nor one of a case they may not know of.
    """
    named = policy_for(viewer, hub_id, at).document.authority.check_decisions
    if viewer.id is None or viewer.roles_in(hub_id).isdisjoint(named):
        return SecondReading.objects.none()
    return (
        SecondReading.objects.filter(
            hub_id=hub_id,
            state=ReadingState.WAITING.value,
            decision__case__in=cases_worked_by(viewer, hub_id),
        )
        .exclude(decided_by_id=viewer.id)
        .order_by("asked_at")
    )
