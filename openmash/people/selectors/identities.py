"""Which records are held to be one person: a question asked by every later room."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from openmash.core.viewers import Viewer
from openmash.people.models import Person
from openmash.people.selectors.visible import people_visible_to


def identities_of(person_ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """Return the identity each record belongs to."""
    rows = Person.objects.filter(id__in=set(person_ids))
    return dict(rows.values_list("id", "identity_id"))


def records_of(identity_ids: Iterable[UUID]) -> dict[UUID, list[UUID]]:
    """Return the records of each identity, the oldest first."""
    found: dict[UUID, list[UUID]] = defaultdict(list)
    rows = Person.objects.filter(identity_id__in=set(identity_ids)).order_by("created_at", "id")
    for identity_id, person_id in rows.values_list("identity_id", "id"):
        found[identity_id].append(person_id)
    return dict(found)


def visible_records_of(viewer: Viewer, person_ids: Iterable[UUID]) -> list[UUID]:
    """Return every record, of the identities these people belong to, the viewer may know of."""
    visible = people_visible_to(viewer)
    asked = visible.filter(id__in=set(person_ids)).values("identity_id")
    return list(visible.filter(identity_id__in=asked).values_list("id", flat=True))
