"""What people are to one another, and which records are one person."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from openmash.audit.services import record
from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer
from openmash.people.models import Person, Relationship
from openmash.people.terms import RelationshipKind


@dataclass(frozen=True)
class TieTold:
    """What `other` is to `person`, in our word and in the teller's."""

    person_id: UUID
    other_id: UUID
    kind: RelationshipKind
    as_told: str = ""
    parental_responsibility: bool | None = None


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
    tie = TieTold(person_id, other_id, kind, as_told, parental_responsibility)
    return add_relationships(by=by, hub_id=hub_id, ties=[tie], at=at)[0]


@transaction.atomic
def add_relationships(
    *, by: Viewer, hub_id: UUID, ties: Sequence[TieTold], at: datetime
) -> list[Relationship]:
    """Write every tie one telling speaks of, with one footprint; no ties leave none."""
    people = {each for tie in ties for each in (tie.person_id, tie.other_id)}
    ours = Person.objects.filter(hub_id=hub_id, id__in=people).count() if people else 0
    if hub_id not in by.hub_ids or ours != len(people):
        raise NotHere
    if not ties:
        return []
    rows = Relationship.objects.bulk_create(_row(hub_id, each, at) for each in ties)
    record(
        by=by,
        action="people.tied",
        at=at,
        hub_id=hub_id,
        subject_kind="relationship",
        subject_id=rows[0].id if len(rows) == 1 else None,
        persons=sorted(people),
        details={"kind": ",".join(dict.fromkeys(each.kind.value for each in ties))},
    )
    return rows


def _row(hub_id: UUID, tie: TieTold, at: datetime) -> Relationship:
    return Relationship(
        hub_id=hub_id,
        person_id=tie.person_id,
        other_id=tie.other_id,
        kind=tie.kind,
        as_told=tie.as_told,
        parental_responsibility=tie.parental_responsibility,
        recorded_at=at,
    )


def set_identities(mapping: Mapping[UUID, UUID]) -> None:
    """Say which identity each record belongs to; `matching` works it out and leaves the trail."""
    records: dict[UUID, list[UUID]] = defaultdict(list)
    for person_id, identity_id in mapping.items():
        records[identity_id].append(person_id)
    for identity_id, person_ids in records.items():
        Person.objects.filter(id__in=person_ids).update(identity_id=identity_id)
