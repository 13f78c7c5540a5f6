"""An agency comes onto a case."""

from datetime import datetime
from uuid import UUID

from openmash.cases.models import Case, CaseAgency


def add_agency_to_case(*, case_id: UUID, agency_id: UUID, at: datetime) -> None:
    """Let an agency's people open the case, from now on; once is enough.

    Part of asking an agency, whose own footprint says who did it and why.
    """
    hub_id = Case.objects.values_list("hub_id", flat=True).get(id=case_id)
    CaseAgency.objects.get_or_create(
        case_id=case_id, agency_id=agency_id, defaults={"hub_id": hub_id, "since": at}
    )
