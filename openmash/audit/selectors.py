"""Who looked, and why: for those whose duty it is to ask (trust 3, A18.8).

Audit knows no other room: it answers with the ids and labels it kept.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from openmash.audit.models import AuditEvent, AuditPerson, StatedReason
from openmash.core.viewers import Viewer

SEES_WHO_LOOKED = "see_who_looked"
REFUSED = ("page.not_shown", "page.refused")
SHOWN_AT_ONCE = 200


@dataclass(frozen=True)
class LookShown:
    """One look, or one act, as it was kept: who, for whom they work, when, at what, and why."""

    at: datetime
    name: str
    actor_id: UUID | None
    agency: str
    roles: tuple[str, ...]
    action: str
    label: str
    persons: int
    reason: str
    is_look: bool
    was_refused: bool


def looks_on_case(
    viewer: Viewer, case_id: UUID, *, reference: str = "", limit: int = SHOWN_AT_ONCE
) -> list[LookShown]:
    """Return who looked at a case or acted on it, newest first, refused looks among them.

    A refused look knew no more than the address it was turned away from, so it is found by the
    `reference` in it.
    """
    about = Q(case_id=case_id)
    if reference:
        about |= Q(action__in=REFUSED, details__reference=reference)
    return _shown(_events_for(viewer).filter(about), limit)


def looks_at_person(
    viewer: Viewer, person_ids: Iterable[UUID], *, limit: int = SHOWN_AT_ONCE
) -> list[LookShown]:
    """Return who was shown any of these records of a person, newest first."""
    recent = (
        AuditPerson.objects.filter(
            person_id__in=set(person_ids), hub_id__in=viewer.hubs_where(SEES_WHO_LOOKED)
        )
        .order_by("-at")
        .values_list("event_id", flat=True)
    )
    return _shown(_events_for(viewer).filter(id__in=list(recent[:limit])), limit)


def looks_in_hub(viewer: Viewer, hub_id: UUID, *, limit: int = SHOWN_AT_ONCE) -> list[LookShown]:
    """Return the latest looks in a hub, newest first, refused ones among them."""
    events = _events_for(viewer).filter(Q(is_look=True) | Q(action__in=REFUSED), hub_id=hub_id)
    return _shown(events, limit)


def _events_for(viewer: Viewer) -> QuerySet[AuditEvent]:
    return AuditEvent.objects.filter(hub_id__in=viewer.hubs_where(SEES_WHO_LOOKED))


def _shown(events: QuerySet[AuditEvent], limit: int) -> list[LookShown]:
    rows = list(events.order_by("-at")[:limit])
    ids = [each.id for each in rows]
    reasons = dict(StatedReason.objects.filter(event_id__in=ids).values_list("event_id", "words"))
    persons = _how_many_persons(ids)
    return [_look(each, reasons.get(each.id, ""), persons[each.id]) for each in rows]


def _how_many_persons(event_ids: Sequence[UUID]) -> dict[UUID, int]:
    counts: dict[UUID, int] = defaultdict(int)
    rows = AuditPerson.objects.filter(event_id__in=event_ids)
    for event_id in rows.values_list("event_id", flat=True):
        counts[event_id] += 1
    return counts


def _look(row: AuditEvent, reason: str, persons: int) -> LookShown:
    return LookShown(
        at=row.at,
        name=row.actor_label,
        actor_id=row.actor_id,
        agency=row.agency_label,
        roles=tuple(filter(None, row.roles.split(","))),
        action=row.action,
        label=row.subject_label,
        persons=persons,
        reason=reason,
        is_look=row.is_look,
        was_refused=row.action in REFUSED,
    )
