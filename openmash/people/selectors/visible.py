"""The gate: which people a viewer may know of, and which they may look for."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from openmash.accounts.terms import Power
from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer, ViewerKind
from openmash.people.models import Person


def people_visible_to(viewer: Viewer) -> QuerySet[Person]:
    """The only way into people: those of the viewer's hubs, a restricted one if named for them.

    A hidden person and an absent one look the same (A3.2). Jobs act for the hub and see all.
    """
    rows = Person.objects.filter(hub_id__in=viewer.hub_ids)
    if viewer.kind is ViewerKind.JOB:
        return rows
    named = Q(audience__contains=[viewer.id]) if viewer.id else Q(pk__in=[])
    return rows.filter(Q(restricted=False) | named)


def people_open_to(viewer: Viewer) -> QuerySet[Person]:
    """Return the people whose record the viewer may look for and open: those who work on cases."""
    return people_visible_to(viewer).filter(hub_id__in=viewer.hubs_where(Power.SEE_CASES))


def person_open_to(viewer: Viewer, person_id: UUID) -> Person:
    """Return one person the viewer may open, or raise NotHere."""
    found = people_open_to(viewer).filter(id=person_id).first()
    if found is None:
        raise NotHere
    return found


def names_on_restriction(person_ids: Iterable[UUID]) -> frozenset[UUID]:
    """Return who may know of those of these people who are restricted; nobody where none is.

    For a service that must keep new news of somebody to the same few; never for a page.
    """
    rows = Person.objects.filter(id__in=set(person_ids), restricted=True)
    return frozenset(each for named in rows.values_list("audience", flat=True) for each in named)


def lives_at_a_protected_address() -> Exists:
    """Protection of any one record protects the whole identity (trust 1)."""
    return Exists(
        Person.objects.filter(
            hub_id=OuterRef("hub_id"), identity_id=OuterRef("identity_id"), address_protected=True
        )
    )
