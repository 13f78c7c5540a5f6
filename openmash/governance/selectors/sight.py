"""Which items a viewer sees whole (A8.2)."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from openmash.accounts.terms import Power
from openmash.core.viewers import Viewer
from openmash.governance.rules import sees_as_member
from openmash.governance.selectors.policies import policy_for
from openmash.governance.terms import Visibility


def in_sight(viewer: Viewer, hub_id: UUID, at: datetime) -> Q:
    """Return the filter for items the viewer sees whole in a hub (A8.2; see `core.sight`).

    For any table with `hub_id`, `supplied_by`, `code` and `audience`. An `H4` item of another
    agency is never among them: who may know that it exists is asked separately.
    """
    own = Q(supplied_by_id__in=_agencies_in(viewer, hub_id))
    named = Q(audience__contains=[viewer.id]) if viewer.id else Q(pk__in=[])
    seen = own | named
    if viewer.may(Power.SEE_EVERY_RETURN, hub_id):
        seen |= Q(code__in=["H0", "H1", "H2", "H3"])
    elif visibility_for(viewer, hub_id, at) is Visibility.OPEN:
        seen |= Q(code__in=["H0", "H1", "H2"])
    elif viewer.may(Power.SEE_CASES, hub_id):
        seen |= Q(supplied_by=None, code__in=["H0", "H1", "H2"])
    return Q(hub_id=hub_id) & seen if hub_id in viewer.hub_ids else Q(pk__in=[])


def visibility_for(viewer: Viewer, hub_id: UUID, at: datetime) -> Visibility:
    """Return what visibility a viewer has in a hub; partial sight is closed in an open one."""
    document = policy_for(viewer, hub_id, at).document
    kinds = [each.agency_kind for each in viewer.standings if each.hub_id == hub_id]
    if kinds and not any(sees_as_member(document, each) for each in kinds):
        return Visibility.CLOSED
    return document.visibility


def _agencies_in(viewer: Viewer, hub_id: UUID) -> list[UUID]:
    return [each.agency_id for each in viewer.standings if each.hub_id == hub_id and each.agency_id]
