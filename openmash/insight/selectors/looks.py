"""Who looked at a case or a person, for those who may ask (trust 3)."""

from uuid import UUID

from openmash.accounts.terms import Power
from openmash.audit.selectors import LookShown, looks_at_person, looks_on_case
from openmash.cases.models import Case
from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer
from openmash.people.selectors import visible_records_of


def looks_on(viewer: Viewer, reference: str) -> tuple[Case, list[LookShown]]:
    """Return a case's looks and acts; a restricted case has them for its own list alone."""
    case = Case.objects.filter(
        reference=reference, hub_id__in=viewer.hubs_where(Power.SEE_WHO_LOOKED)
    ).first()
    if case is None or (case.restricted and viewer.id not in case.audience):
        raise NotHere
    return case, looks_on_case(viewer, case.id, reference=case.reference)


def looks_at(viewer: Viewer, person_id: UUID) -> list[LookShown]:
    """Return who was shown a person, under any of their records this viewer may know of."""
    records = visible_records_of(viewer, [person_id])
    if not records:
        raise NotHere
    return looks_at_person(viewer, records)
