"""Writing what was done and what was seen. If the footprint cannot be written, nothing is shown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from openmash.audit.models import AuditEvent, AuditPerson, StatedReason
from openmash.core.viewers import Viewer

Detail = str | int | bool | None | list[str]


@dataclass(frozen=True)
class Footprint:
    """One act: what was done, to what, and about whom."""

    action: str
    subject_kind: str
    subject_id: UUID | None = None
    subject_label: str = ""
    case_id: UUID | None = None
    persons: Sequence[UUID] = ()
    is_look: bool = False
    details: dict[str, Detail] = field(default_factory=dict)


@transaction.atomic
def record(
    *,
    by: Viewer,
    action: str,
    at: datetime,
    hub_id: UUID | None,
    subject_kind: str,
    subject_id: UUID | None = None,
    subject_label: str = "",
    case_id: UUID | None = None,
    persons: Iterable[UUID] = (),
    reason: str = "",
    is_look: bool = False,
    details: dict[str, Detail] | None = None,
) -> UUID:
    """Write one event in the caller's transaction and return its id (A18.8).

    `action` is `room.past_tense`; `details` hold ids, codes and counts, never free text about a
    person. A stated `reason` goes to its own table.
    """
    footprint = Footprint(
        action=action,
        subject_kind=subject_kind,
        subject_id=subject_id,
        subject_label=subject_label,
        case_id=case_id,
        persons=tuple(persons),
        is_look=is_look,
        details=details or {},
    )
    (event_id,) = record_all(by=by, at=at, hub_id=hub_id, footprints=[footprint])
    if reason:
        StatedReason.objects.create(hub_id=hub_id, event_id=event_id, words=reason)
    return event_id


@transaction.atomic
def record_all(
    *, by: Viewer, at: datetime, hub_id: UUID | None, footprints: Sequence[Footprint]
) -> list[UUID]:
    """Write the events of several acts done together, each as `record` writes it."""
    events = AuditEvent.objects.bulk_create(_event(by, at, hub_id, each) for each in footprints)
    AuditPerson.objects.bulk_create(
        AuditPerson(hub_id=hub_id, event_id=event.id, person_id=person, at=at)
        for event, each in zip(events, footprints, strict=True)
        for person in dict.fromkeys(each.persons)
    )
    return [each.id for each in events]


def _event(by: Viewer, at: datetime, hub_id: UUID | None, footprint: Footprint) -> AuditEvent:
    standing = next((each for each in by.standings if each.hub_id == hub_id), None)
    return AuditEvent(
        hub_id=hub_id,
        at=at,
        action=footprint.action,
        is_look=footprint.is_look,
        actor_kind=by.kind,
        actor_id=by.id,
        actor_label=by.name,
        agency_id=standing.agency_id if standing else None,
        agency_label=standing.agency_name if standing else "",
        roles=",".join(sorted(standing.roles)) if standing else "",
        origin=by.origin,
        subject_kind=footprint.subject_kind,
        subject_id=footprint.subject_id,
        subject_label=footprint.subject_label,
        case_id=footprint.case_id,
        details=footprint.details,
    )


@transaction.atomic
def record_look(
    *,
    by: Viewer,
    action: str,
    at: datetime,
    hub_id: UUID,
    page: str,
    persons: Iterable[UUID],
    subject_kind: str = "page",
    subject_id: UUID | None = None,
    subject_label: str = "",
    case_id: UUID | None = None,
    reason: str = "",
) -> UUID | None:
    """Write one look for the people this response newly shows; a refresh writes none (trust 3).

    `page` names the place they are shown in, e.g. `"board"` or `"case:<uuid>"`. A person counts as
    newly shown once for each place in each sign-in.
    """
    fresh = _newly_shown(by=by, page=page, persons=persons, at=at)
    if not fresh:
        return None
    return record(
        by=by,
        action=action,
        at=at,
        hub_id=hub_id,
        subject_kind=subject_kind,
        subject_id=subject_id,
        subject_label=subject_label,
        case_id=case_id,
        persons=fresh,
        reason=reason,
        is_look=True,
    )


_SHOW = """
insert into shown_person (id, session, page, person_id, at)
select gen_random_uuid(), %s, %s, person, %s from unnest(%s::uuid[]) as person
on conflict do nothing
returning person_id
"""


def _newly_shown(*, by: Viewer, page: str, persons: Iterable[UUID], at: datetime) -> list[UUID]:
    """Note whom this place now shows and return those it did not before, in one question."""
    wanted = list(dict.fromkeys(persons))
    if not by.session or not wanted:
        return wanted
    with connection.cursor() as cursor:
        cursor.execute(_SHOW, [by.session, page, at, wanted])
        fresh = {person_id for (person_id,) in cursor.fetchall()}
    return [each for each in wanted if each in fresh]
