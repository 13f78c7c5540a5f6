"""The gate. A hidden request and an absent one look the same (A3.2, ADR 6)."""

from uuid import UUID

from django.db.models import Q, QuerySet

from openmash.accounts.terms import Power
from openmash.cases.selectors import cases_visible_to
from openmash.core.refusals import NotHere
from openmash.core.viewers import Standing, Viewer
from openmash.information_requests.models import InformationRequest

NONE = Q(pk__in=[])


def requests_visible_to(viewer: Viewer) -> QuerySet[InformationRequest]:
    """Return the requests this viewer may open: the only way to a request.

    An agency's people see what their agency was asked; the hub's workers what was asked in the
    cases they may open.
    """
    worked = Q(hub_id__in=viewer.hubs_where(Power.SEE_CASES))
    return InformationRequest.objects.filter(
        worked | _put_to_agency_of(viewer), case__in=cases_visible_to(viewer)
    )


def requests_to_answer(viewer: Viewer, hub_id: UUID) -> QuerySet[InformationRequest]:
    """Return what the viewer may answer for an agency of theirs in a hub."""
    return InformationRequest.objects.filter(
        _put_to_agency_of(viewer), hub_id=hub_id, case__in=cases_visible_to(viewer)
    )


def request_for(viewer: Viewer, reference: str) -> InformationRequest:
    """Return one request by its reference, or raise NotHere."""
    return _or_not_here(requests_visible_to(viewer).filter(reference=reference))


def request_by_id(viewer: Viewer, request_id: UUID) -> InformationRequest:
    """Return one request by its id, or raise NotHere."""
    return _or_not_here(requests_visible_to(viewer).filter(id=request_id))


def may_answer(viewer: Viewer, request: InformationRequest) -> bool:
    """Say whether the viewer may answer for the agency that was asked."""
    return viewer.id is not None and any(
        each.hub_id == request.hub_id and each.agency_id == request.agency_id
        for each in viewer.standings
        if _answers(each)
    )


def _or_not_here(rows: QuerySet[InformationRequest]) -> InformationRequest:
    found = rows.select_related("agency", "case", "asked_by", "hub").first()
    if found is None:
        raise NotHere
    return found


def _put_to_agency_of(viewer: Viewer) -> Q:
    asked = NONE
    for each in filter(_answers, viewer.standings):
        asked |= Q(hub_id=each.hub_id, agency_id=each.agency_id)
    return asked


def _answers(standing: Standing) -> bool:
    return standing.agency_id is not None and Power.ANSWER_REQUESTS in standing.powers
