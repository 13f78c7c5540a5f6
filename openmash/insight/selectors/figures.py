"""Figures of a hub: contacts and people, by rating and by outcome, and how long deciding takes.

Aggregates for those who may see figures and perhaps no case: nothing here names anybody. What is
restricted to others is not counted: a figure that moved when it arrived would tell of it (A8.4).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db.models import Count, Min, OuterRef, Q, QuerySet, Subquery

from openmash.accounts.terms import Power
from openmash.cases.models import Rating
from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer
from openmash.core.working_time import LONDON
from openmash.decisions.models import Decision, Outcome
from openmash.governance.rules import PolicyDocument
from openmash.governance.selectors import policy_for
from openmash.insight.rules import (
    Bar,
    Middle,
    Period,
    RatedAgain,
    bars_of,
    middle_of,
    rated_again,
    spans_between,
)
from openmash.insight.selectors.known import known_to
from openmash.intake.models import Contact, Screening
from openmash.intake.selectors.counting import counted
from openmash.intake.terms import Part

OF_CONCERN = Q(subjects__is_concern=True)


@dataclass(frozen=True)
class Figures:
    """The figures of one period; every number with its unit."""

    period: Period
    contacts: int
    children: int
    adults: int
    by_rating: Sequence[Bar]
    by_outcome: Sequence[Bar]
    to_decision: Middle
    rated_again: RatedAgain

    @property
    def people(self) -> int:
        return self.children + self.adults


def figures(viewer: Viewer, hub_id: UUID, period: Period, *, at: datetime) -> Figures:
    """Return a hub's figures for what it received in a period."""
    if not viewer.may(Power.SEE_FIGURES, hub_id):
        raise NotHere
    document = policy_for(viewer, hub_id, at).document
    received = _received(viewer, hub_id, period)
    totals = received.aggregate(
        contacts=Count("id", distinct=True),
        children=Count("subjects", Q(subjects__part=Part.CHILD_OF_CONCERN.value), distinct=True),
        adults=Count("subjects", Q(subjects__part=Part.ADULT_OF_CONCERN.value), distinct=True),
    )
    return Figures(
        period=period,
        by_rating=bars_of(_by_rating(received, document)),
        by_outcome=bars_of(_by_outcome(received)),
        to_decision=middle_of(spans_between(_receipts_and_decisions(received))),
        rated_again=rated_again(
            _agencies_and_hub(received), {each.code: each.order for each in document.ratings}
        ),
        **totals,
    )


def _received(viewer: Viewer, hub_id: UUID, period: Period) -> QuerySet[Contact]:
    in_no_case = Q(case_link=None)
    return counted(
        Contact.objects.filter(
            known_to(viewer),
            in_no_case | known_to(viewer, "case_link__case__"),
            hub_id=hub_id,
            received_at__gte=_midnight(period.since),
            received_at__lt=_midnight(period.until),
        )
    )


def _by_rating(received: QuerySet[Contact], document: PolicyDocument) -> list[tuple[str, int, int]]:
    """Return each rating with the contacts screened so and the people in them."""
    latest = Screening.objects.filter(contact_id=OuterRef("pk")).order_by("-screened_at")
    rows = (
        received.annotate(rated=Subquery(latest.values("rating")[:1]))
        .values("rated")
        .annotate(
            contacts=Count("id", distinct=True), people=Count("subjects", OF_CONCERN, distinct=True)
        )
        .order_by()
    )
    found = {each["rated"]: (each["contacts"], each["people"]) for each in rows}
    lines = [(each.word, *found.get(each.code, (0, 0))) for each in document.ratings]
    return [*lines, ("", *found[None])] if None in found else lines


def _by_outcome(received: QuerySet[Contact]) -> list[tuple[str, int, int]]:
    """Return each outcome with the contacts and the people it was decided for, most first."""
    rows = (
        Outcome.objects.filter(
            decision__reopened_at=None, decision__case__contact_links__contact__in=received
        )
        .values("label")
        .annotate(
            contacts=Count("decision__case__contact_links__contact", distinct=True),
            people=Count("person__identity_id", distinct=True),
        )
        .order_by("-contacts", "label")
    )
    return [(each["label"], each["contacts"], each["people"]) for each in rows]


def _receipts_and_decisions(received: QuerySet[Contact]) -> list[tuple[datetime, datetime]]:
    """Return, for each contact decided, when it was received and first decided on."""
    rows = (
        Decision.objects.filter(case__contact_links__contact__in=received)
        .values("case__contact_links__contact", "case__contact_links__contact__received_at")
        .annotate(first=Min("decided_at"))
        .order_by()
    )
    return [
        (each["case__contact_links__contact__received_at"], each["first"])
        for each in rows
        if each["first"] >= each["case__contact_links__contact__received_at"]
    ]


def _agencies_and_hub(received: QuerySet[Contact]) -> list[tuple[str, str]]:
    """Return, for each case an agency rated for itself, the first such rating and the hub's now."""
    first = (
        Rating.objects.filter(is_hub=False, case__contact_links__contact__in=received)
        .order_by("case_id", "rated_at")
        .distinct("case_id")
    )
    return list(first.values_list("rating", "case__rating"))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, LONDON)
