"""An agency comes onto a case."""

from datetime import datetime
from uuid import UUID

from openmash.accounts.selectors import agencies_of
from openmash.cases.models import Case, CaseAgency
from openmash.governance.rules import kinds_that_only_view
from openmash.governance.selectors import PolicyInForce
from openmash.governance.terms import Track


def add_agency_to_case(*, case_id: UUID, agency_id: UUID, at: datetime) -> None:
    """Let an agency's people open the case, from now on; once is enough.

    Part of asking an agency, whose own footprint says who did it and why.
    """
    hub_id = Case.objects.values_list("hub_id", flat=True).get(id=case_id)
    CaseAgency.objects.get_or_create(
        case_id=case_id, agency_id=agency_id, defaults={"hub_id": hub_id, "since": at}
    )


def let_viewers_in(case: Case, policy: PolicyInForce, at: datetime) -> None:
    """Put on a case the agencies that see such cases in this hub and are never asked (A8.3)."""
    tracks = [Track(each) for each in case.tracks]
    kinds = kinds_that_only_view(policy.document, rating=case.rating, tracks=tracks)
    if not kinds:
        return
    for agency in agencies_of(case.hub_id, on=at.date()).filter(kind__in=kinds):
        add_agency_to_case(case_id=case.id, agency_id=agency.id, at=at)
