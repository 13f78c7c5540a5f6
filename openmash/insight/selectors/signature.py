"""Has anything on the board changed? A cheap answer, asked every few seconds by every open page.

One round trip: how much is open, and the newest moment of each table a row shows, among what is
open. What it does not watch shows within the minute. Nothing of it is audit (trust 3).
"""

import hashlib
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Model, Q, QuerySet, Subquery, Value

from openmash.accounts.models import Hub
from openmash.cases.models import Allocation, Case, Rating, StatusMove
from openmash.core.viewers import Viewer
from openmash.decisions.models import SecondReading
from openmash.governance.models import Task
from openmash.information_requests.models import InformationRequest, Return
from openmash.insight.selectors.known import known_to
from openmash.intake.models import Contact, Screening
from openmash.intake.selectors import OPEN_STATES
from openmash.pathways.models import Handover
from openmash.sharing.models import SharingDecision

Rows = QuerySet[Any, Any]

OF_OPEN_CASES: tuple[tuple[type[Model], str, str], ...] = (
    (StatusMove, "case", "moved_at"),
    (Rating, "case", "rated_at"),
    (Allocation, "case", "held_from"),
    (InformationRequest, "case", "asked_at"),
    (InformationRequest, "case", "answered_at"),
    (Return, "request__case", "answered_at"),
    (SharingDecision, "case", "decided_at"),
    (Handover, "case", "sent_at"),
    (SecondReading, "decision__case", "read_at"),
)


def board_signature(viewer: Viewer, hub_id: UUID, *, asked: str, at: datetime) -> str:
    """Return an ETag that changes when the board would read differently to this viewer.

    The minute is in it, because clocks are shown in minutes; so is who asks, and for what. What
    is restricted to others changes nothing: an answer where there was none would tell of it.
    """
    powers = ",".join(sorted(viewer.powers_in(hub_id)))
    words = [str(viewer.id), powers, asked, f"{at:%Y%m%d%H%M}", _what_is_newest(viewer, hub_id)]
    return f'"{hashlib.sha256("|".join(words).encode()).hexdigest()[:32]}"'


def _what_is_newest(viewer: Viewer, hub_id: UUID) -> str:
    cases, contacts = _open_cases(viewer, hub_id), _open_contacts(viewer, hub_id)
    tasks = _open_tasks(viewer, hub_id)
    watched = {
        f"newest_{place}": Subquery(_newest_of_open_cases(viewer, hub_id, *each))
        for place, each in enumerate(OF_OPEN_CASES)
    }
    watched |= {
        "cases": Subquery(_how_many(cases)),
        "locked": Subquery(_how_many(cases.filter(restricted=True))),
        "contacts": Subquery(_how_many(contacts)),
        "tasks": Subquery(_how_many(tasks)),
        "arrived": Subquery(_newest(contacts, "logged_at")),
        "screened": Subquery(_newest(_screenings(contacts), "screened_at")),
        "raised": Subquery(_newest(tasks, "raised_at")),
    }
    row = Hub.objects.filter(id=hub_id).values_list(*watched.values()).first()
    return "|".join(str(each) for each in row or ())


def _open_cases(viewer: Viewer, hub_id: UUID) -> QuerySet[Case]:
    return Case.objects.filter(known_to(viewer), hub_id=hub_id, closed_at=None)


def _open_contacts(viewer: Viewer, hub_id: UUID) -> QuerySet[Contact]:
    return Contact.objects.filter(known_to(viewer), hub_id=hub_id, state__in=OPEN_STATES)


def _open_tasks(viewer: Viewer, hub_id: UUID) -> QuerySet[Task]:
    """Tasks open, but for those about what is restricted to others."""
    hidden = Q(hub_id=hub_id, restricted=True) & ~known_to(viewer)
    return (
        Task.objects.filter(hub_id=hub_id, done_at=None)
        .exclude(case_id__in=Case.objects.filter(hidden).values("id"))
        .exclude(about_id__in=Contact.objects.filter(hidden).values("id"))
    )


def _screenings(contacts: QuerySet[Contact]) -> QuerySet[Screening]:
    return Screening.objects.filter(contact__in=contacts)


def _newest_of_open_cases(
    viewer: Viewer, hub_id: UUID, model: type[Model], case: str, moment: str
) -> Rows:
    rows = model._default_manager.filter(
        known_to(viewer, f"{case}__"),
        **{f"{case}__hub_id": hub_id, f"{case}__closed_at": None},
    )
    return _newest(rows, moment)


def _newest(rows: Rows, moment: str) -> Rows:
    return rows.exclude(**{moment: None}).order_by(f"-{moment}").values(moment)[:1]


def _how_many(rows: Rows) -> Rows:
    one = rows.order_by().annotate(one=Value(1)).values("one")
    counted: Rows = one.annotate(n=Count("pk")).values("n")
    return counted
