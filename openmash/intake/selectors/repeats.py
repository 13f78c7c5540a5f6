"""What the hub heard before about the same people, whoever they were told as (A4.3)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Subquery

from openmash.core.viewers import Viewer
from openmash.governance.selectors import policy_for
from openmash.intake.models import Contact, Screening, Subject
from openmash.intake.rules.repeats import ContactSeen, RepeatPanel, is_domestic_abuse, panel_of
from openmash.intake.selectors.contacts import contacts_visible_to
from openmash.intake.selectors.counting import counted
from openmash.intake.terms import ContactState, SourceCode
from openmash.people.selectors import visible_records_of

MOST_SHOWN = 50


def repeat_panel(
    viewer: Viewer,
    hub_id: UUID,
    person_ids: Iterable[UUID],
    at: datetime,
    *,
    beside: Contact | None = None,
) -> RepeatPanel:
    """Return the earlier contacts about these people, by identity, newest first; four queries.

    `beside` is the contact they are compared with; without one, with a call taken now. A contact
    the viewer may not open is not among them (A3.2).
    """
    records = visible_records_of(viewer, person_ids)
    until = beside.received_at if beside else at
    found = _earlier(viewer, hub_id, records, until, beside)
    persons = _persons_in(found, records)
    seen = [replace(_seen(each), person_ids=persons.get(each.id, frozenset())) for each in found]
    present = _seen(beside) if beside else _call_taken_now(at)
    rules = policy_for(viewer, hub_id, at).document.repeats
    return panel_of(present, seen[:MOST_SHOWN], rules, is_cut=len(seen) > MOST_SHOWN)


def _earlier(
    viewer: Viewer, hub_id: UUID, records: Sequence[UUID], until: datetime, beside: Contact | None
) -> list[Contact]:
    about = Subject.objects.filter(person_id__in=records).values("contact_id")
    latest = Screening.objects.filter(contact=OuterRef("pk")).order_by("-screened_at")
    rows = (
        counted(contacts_visible_to(viewer))
        .filter(hub_id=hub_id, id__in=about, received_at__lte=until)
        .annotate(hub_rating=Subquery(latest.values("rating")[:1]))
        .order_by("-received_at", "id")
    )
    if beside:
        rows = rows.exclude(id=beside.id)
    return list(rows[: MOST_SHOWN + 1])


def _persons_in(
    contacts: Sequence[Contact], records: Sequence[UUID]
) -> dict[UUID, frozenset[UUID]]:
    rows = Subject.objects.filter(contact__in=contacts, person_id__in=records)
    found: dict[UUID, set[UUID]] = {}
    for contact_id, person_id in rows.values_list("contact_id", "person_id"):
        found.setdefault(contact_id, set()).add(person_id)
    return {contact_id: frozenset(persons) for contact_id, persons in found.items()}


def _seen(contact: Any) -> ContactSeen:
    return ContactSeen(
        id=contact.id,
        reference=contact.reference,
        received_at=contact.received_at,
        source=SourceCode(contact.source),
        reasons=frozenset(contact.reasons),
        is_domestic_abuse=is_domestic_abuse(contact.reasons, contact.suggested_tracks),
        state=ContactState(contact.state),
        rating=getattr(contact, "hub_rating", None) or "",
    )


def _call_taken_now(at: datetime) -> ContactSeen:
    return ContactSeen(
        id=UUID(int=0),
        reference="",
        received_at=at,
        source=SourceCode.UNKNOWN,
        reasons=frozenset(),
        is_domestic_abuse=False,
        state=ContactState.RECEIVED,
    )
