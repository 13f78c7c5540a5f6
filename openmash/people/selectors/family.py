"""Who belongs with whom: ties told about any record of a person, read both ways (A3.4, A4.2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from openmash.core.viewers import Viewer
from openmash.people.models import Relationship
from openmash.people.selectors.identities import visible_records_of
from openmash.people.selectors.shown import PersonShown, people_shown
from openmash.people.selectors.visible import people_visible_to
from openmash.people.terms import RelationshipKind

FAMILY_OR_HOME = [
    each for each in RelationshipKind if each.is_family or each is RelationshipKind.HOUSEHOLD
]


@dataclass(frozen=True)
class Tie:
    """What another person is to this one, as somebody told it."""

    other: PersonShown
    kind: RelationshipKind
    as_told: str
    parental_responsibility: bool | None
    since: date | None
    until: date | None


def family_of(viewer: Viewer, person_id: UUID, *, on: date) -> list[Tie]:
    """Return the ties of a person over every record of them, each once; five queries."""
    return ties_of(viewer, visible_records_of(viewer, [person_id]), on=on)


def ties_of(viewer: Viewer, record_ids: Iterable[UUID], *, on: date) -> list[Tie]:
    """Return the ties of these records of one person; ties to the person themselves left out."""
    ours = set(record_ids)
    rows = list(
        Relationship.objects.filter(Q(person_id__in=ours) | Q(other_id__in=ours)).order_by(
            "recorded_at", "id"
        )
    )
    shown = people_shown(viewer, {_other(each, ours) for each in rows} - ours, on=on)
    ties = [
        _tie(each, shown[_other(each, ours)], ours) for each in rows if _other(each, ours) in shown
    ]
    return _each_once(ties)


def family_records_of(viewer: Viewer, person_id: UUID) -> set[UUID]:
    """Return the records tied as family or household to any record of a person; one query.

    The person's own tied records are among them. Whom of them the viewer may know of is asked
    where they are shown.
    """
    visible = people_visible_to(viewer)
    asked = visible.filter(id=person_id).values("identity_id")
    ours = visible.filter(identity_id__in=asked).values("id")
    rows = Relationship.objects.filter(
        Q(person__in=ours) | Q(other__in=ours), kind__in=FAMILY_OR_HOME
    )
    return {each for pair in rows.values_list("person_id", "other_id") for each in pair}


def _other(row: Relationship, ours: set[UUID]) -> UUID:
    return row.other_id if row.person_id in ours else row.person_id


def _tie(row: Relationship, other: PersonShown, ours: set[UUID]) -> Tie:
    told = RelationshipKind(row.kind)
    return Tie(
        other=other,
        kind=told if row.person_id in ours else told.inverse,
        as_told=row.as_told,
        parental_responsibility=row.parental_responsibility,
        since=row.since,
        until=row.until,
    )


def _each_once(ties: list[Tie]) -> list[Tie]:
    """Keep the latest telling of each tie to one human being, in a steady order."""
    latest = {(each.other.identity_id, each.kind): each for each in ties}
    order = list(RelationshipKind)
    return sorted(latest.values(), key=lambda each: (order.index(each.kind), each.other.name))
