"""The requests of a case, with whom they are about and how often the agency was reminded."""

from uuid import UUID

from django.db.models import Prefetch, QuerySet

from openmash.core.viewers import Viewer
from openmash.information_requests.models import (
    Chaser,
    InformationRequest,
    RequestPerson,
)
from openmash.information_requests.selectors.gate import requests_visible_to


def requests_on(viewer: Viewer, case_id: UUID) -> QuerySet[InformationRequest]:
    """Return what was asked on a case, as far as the viewer may see, in the order asked.

    Each comes with its agency, who asked, its `people` and its `chasers`; three queries.
    """
    return with_people_and_reminders(requests_visible_to(viewer).filter(case_id=case_id))


def with_people_and_reminders(
    rows: QuerySet[InformationRequest],
) -> QuerySet[InformationRequest]:
    return (
        rows.select_related("agency", "asked_by", "hub", "case")
        .prefetch_related(
            Prefetch("people", queryset=RequestPerson.objects.order_by("position")),
            Prefetch("chasers", queryset=Chaser.objects.order_by("chased_at")),
        )
        .order_by("asked_at", "agency__name")
    )
