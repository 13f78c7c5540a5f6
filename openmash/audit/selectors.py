"""Who looked, and why: for those whose duty it is to ask (trust 3, A18.8).

Audit knows no other room: it answers with the ids and labels it kept.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Self
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
    origin: str
    event_id: UUID
    case_id: UUID | None
    person_ids: tuple[UUID, ...]


@dataclass(frozen=True)
class Mark:
    """A place in a list of looks, to go on from; several may share a moment."""

    at: datetime
    event_id: UUID

    def __str__(self) -> str:
        return f"{self.at.isoformat()}~{self.event_id}"

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Return the mark written as `text`, or None when it is not one."""
        at, _, event_id = text.partition("~")
        try:
            mark = cls(datetime.fromisoformat(at), UUID(event_id))
        except ValueError:
            return None
        return mark if mark.at.tzinfo else None


@dataclass(frozen=True)
class Sought:
    """What looks are asked for; what is left empty is not asked."""

    actor_id: UUID | None = None
    person_ids: frozenset[UUID] = frozenset()
    reference: str = ""
    since: datetime | None = None
    until: datetime | None = None


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


def looks_in_hub(
    viewer: Viewer,
    hub_id: UUID,
    *,
    sought: Sought = Sought(),
    after: Mark | None = None,
    limit: int = SHOWN_AT_ONCE,
) -> list[LookShown]:
    """Return the latest looks in a hub, newest first, refused ones among them.

    `after` goes on from a mark without counting what came before it: the list has no end.
    """
    events = _events_for(viewer).filter(Q(is_look=True) | Q(action__in=REFUSED), hub_id=hub_id)
    events = _narrowed(events, hub_id, sought)
    if after:
        events = events.filter(Q(at__lt=after.at) | Q(at=after.at, id__lt=after.event_id))
    return _shown(events, limit)


def _narrowed(events: QuerySet[AuditEvent], hub_id: UUID, sought: Sought) -> QuerySet[AuditEvent]:
    if sought.actor_id:
        events = events.filter(actor_id=sought.actor_id)
    if sought.reference:
        events = events.filter(_named(hub_id, sought.reference))
    if sought.person_ids:
        shown = AuditPerson.objects.filter(hub_id=hub_id, person_id__in=sought.person_ids)
        events = events.filter(id__in=shown.values("event_id"))
    if sought.since:
        events = events.filter(at__gte=sought.since)
    return events.filter(at__lt=sought.until) if sought.until else events


def _named(hub_id: UUID, reference: str) -> Q:
    """Match what was kept under a reference, and everything of the case it names."""
    named = AuditEvent.objects.filter(hub_id=hub_id, subject_label=reference)
    case_ids = set(named.exclude(case_id=None).values_list("case_id", flat=True).distinct())
    return Q(subject_label=reference) | Q(case_id__in=case_ids)


def _events_for(viewer: Viewer) -> QuerySet[AuditEvent]:
    return AuditEvent.objects.filter(hub_id__in=viewer.hubs_where(SEES_WHO_LOOKED))


def _shown(events: QuerySet[AuditEvent], limit: int) -> list[LookShown]:
    rows = list(events.order_by("-at", "-id")[:limit])
    ids = [each.id for each in rows]
    reasons = dict(StatedReason.objects.filter(event_id__in=ids).values_list("event_id", "words"))
    persons = _persons_of(ids)
    return [_look(each, reasons.get(each.id, ""), persons[each.id]) for each in rows]


def _persons_of(event_ids: Sequence[UUID]) -> dict[UUID, list[UUID]]:
    found: dict[UUID, list[UUID]] = defaultdict(list)
    rows = AuditPerson.objects.filter(event_id__in=event_ids)
    for event_id, person_id in rows.values_list("event_id", "person_id"):
        found[event_id].append(person_id)
    return found


def _look(row: AuditEvent, reason: str, persons: Sequence[UUID]) -> LookShown:
    return LookShown(
        at=row.at,
        name=row.actor_label,
        actor_id=row.actor_id,
        agency=row.agency_label,
        roles=tuple(filter(None, row.roles.split(","))),
        action=row.action,
        label=row.subject_label,
        persons=len(persons),
        reason=reason,
        is_look=row.is_look,
        was_refused=row.action in REFUSED,
        origin=row.origin,
        event_id=row.id,
        case_id=row.case_id,
        person_ids=tuple(persons),
    )
