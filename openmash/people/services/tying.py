"""What people are to one another, and which records are one person."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from openmash.audit.services import record
from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer
from openmash.people.models import Person, Relationship
from openmash.people.terms import RelationshipKind


@transaction.atomic
def add_relationship(
    *,
    by: Viewer,
    hub_id: UUID,
    person_id: UUID,
    other_id: UUID,
    kind: RelationshipKind,
    at: datetime,
    as_told: str = "",
    parental_responsibility: bool | None = None,
) -> Relationship:
    """Write what `other` is to `person`, in the teller's words beside ours.

    Nothing is refused for what the writer may see: what was told is written, whoever it is about.
    """
    both = Person.objects.filter(hub_id=hub_id, id__in=[person_id, other_id]).count()
    if hub_id not in by.hub_ids or both != 2:
        raise NotHere
    tie = Relationship.objects.create(
        hub_id=hub_id,
        person_id=person_id,
        other_id=other_id,
        kind=kind,
        as_told=as_told,
        parental_responsibility=parental_responsibility,
        recorded_at=at,
    )
    record(
        by=by,
        action="people.tied",
        at=at,
        hub_id=hub_id,
        subject_kind="relationship",
        subject_id=tie.id,
        persons=[person_id, other_id],
        details={"kind": kind.value},
    )
    return tie


def set_identities(mapping: Mapping[UUID, UUID]) -> None:
    """Say which identity each record belongs to; `matching` works it out and leaves the trail."""
    records: dict[UUID, list[UUID]] = defaultdict(list)
    for person_id, identity_id in mapping.items():
        records[identity_id].append(person_id)
    for identity_id, person_ids in records.items():
        Person.objects.filter(id__in=person_ids).update(identity_id=identity_id)
