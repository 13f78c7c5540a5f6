"""Taking hold of a request, so that two people answering at once do not both succeed."""

from collections.abc import Collection
from uuid import UUID

from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer
from openmash.information_requests.models import InformationRequest
from openmash.information_requests.selectors import requests_visible_to


def held_request(by: Viewer, request_id: UUID) -> InformationRequest:
    """Return a request the viewer may open, its row held until the verb is done; or NotHere."""
    return held_requests(by, [request_id])[request_id]


def held_requests(by: Viewer, ids: Collection[UUID]) -> dict[UUID, InformationRequest]:
    """Return these requests by id, held in one order so that no two verbs wait for each other."""
    rows = (
        requests_visible_to(by)
        .filter(id__in=ids)
        .select_related("case", "agency")
        .select_for_update(of=("self",))
        .order_by("id")
    )
    found = {each.id: each for each in rows}
    if found.keys() != set(ids):
        raise NotHere
    return found
