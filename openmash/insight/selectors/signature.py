"""Has anything on the board changed? A cheap answer, asked every few seconds by every open page.

One round trip: how much is open, and the newest moment of each table a row shows, among what is
open. What it does not watch shows within the minute. Nothing of it is audit (trust 3).
"""

import hashlib
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Model, QuerySet, Subquery, Value

from openmash.accounts.models import Hub
from openmash.cases.models import Allocation, Case, Rating, StatusMove
from openmash.core.viewers import Viewer
from openmash.decisions.models import SecondReading
from openmash.governance.models import Task
from openmash.information_requests.models import InformationRequest, Return
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

    The minute is in it, because clocks are shown in minutes; so is who asks, and for what.
    """
    powers = ",".join(sorted(viewer.powers_in(hub_id)))
    words = [str(viewer.id), powers, asked, f"{at:%Y%m%d%H%M}", _what_is_newest(hub_id)]
    return f'"{hashlib.sha256("|".join(words).encode()).hexdigest()[:32]}"'


def _what_is_newest(hub_id: UUID) -> str:
    watched = {
        f"newest_{place}": Subquery(_newest_of_open_cases(hub_id, *each))
        for place, each in enumerate(OF_OPEN_CASES)
    }
    watched |= {
        "cases": Subquery(_how_many(_open_cases(hub_id))),
        "locked": Subquery(_how_many(_open_cases(hub_id).filter(restricted=True))),
        "contacts": Subquery(_how_many(_open_contacts(hub_id))),
        "tasks": Subquery(_how_many(_open_tasks(hub_id))),
        "arrived": Subquery(_newest(_open_contacts(hub_id), "logged_at")),
        "screened": Subquery(_newest(_screenings(hub_id), "screened_at")),
        "raised": Subquery(_newest(_open_tasks(hub_id), "raised_at")),
    }
    row = Hub.objects.filter(id=hub_id).values_list(*watched.values()).first()
    return "|".join(str(each) for each in row or ())


def _open_cases(hub_id: UUID) -> QuerySet[Case]:
    return Case.objects.filter(hub_id=hub_id, closed_at=None)


def _open_contacts(hub_id: UUID) -> QuerySet[Contact]:
    return Contact.objects.filter(hub_id=hub_id, state__in=OPEN_STATES)


def _open_tasks(hub_id: UUID) -> QuerySet[Task]:
    return Task.objects.filter(hub_id=hub_id, done_at=None)


def _screenings(hub_id: UUID) -> QuerySet[Screening]:
    return Screening.objects.filter(contact__in=_open_contacts(hub_id))


def _newest_of_open_cases(hub_id: UUID, model: type[Model], case: str, moment: str) -> Rows:
    rows = model._default_manager.filter(**{f"{case}__hub_id": hub_id, f"{case}__closed_at": None})
    return _newest(rows, moment)


def _newest(rows: Rows, moment: str) -> Rows:
    return rows.exclude(**{moment: None}).order_by(f"-{moment}").values(moment)[:1]


def _how_many(rows: Rows) -> Rows:
    one = rows.order_by().annotate(one=Value(1)).values("one")
    counted: Rows = one.annotate(n=Count("pk")).values("n")
    return counted
