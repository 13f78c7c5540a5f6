"""A concern arrives, by whatever channel, and nothing of it is lost (A1)."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from openmash.accounts.services import keyring
from openmash.accounts.terms import Power
from openmash.audit.services import record
from openmash.core.facts import tell
from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer
from openmash.governance.selectors import policy_for
from openmash.intake.facts import ContactChanged, ContactReceived
from openmash.intake.models import Contact, Subject
from openmash.intake.rules.told import ToldContact, canonical
from openmash.intake.rules.tracks import tracks_suggested
from openmash.intake.services.arriving import (
    keep_to_those_named,
    raise_arrival_tasks,
    start_arrival_clocks,
    stop_arrival_clocks,
    write_story,
)
from openmash.intake.services.keeping import NOBODY_KNOWN, Sender, keep_contact, keep_original
from openmash.intake.services.told_people import add_people_told
from openmash.intake.terms import ContactState
from openmash.matching.services import suggest_for
from openmash.matching.terms import Band


@transaction.atomic
def receive_contact(
    *,
    by: Viewer,
    hub_id: UUID,
    told: ToldContact,
    original: bytes,
    media_type: str,
    at: datetime,
    sender: Sender = NOBODY_KNOWN,
) -> Contact:
    """Keep a concern exactly as sent, start its clocks, and say who it may be about (A1.1).

    The same sender's reference with the same content gives the contact already kept; with other
    content, a new version that replaces it, with an alert (A1.3).
    """
    if not (by.may(Power.REFER, hub_id) or by.may(Power.RECORD_CONTACT, hub_id)):
        raise NotHere
    content_hash = content_hash_of(told)
    earlier = _latest_version(hub_id, told)
    if earlier and earlier.content_hash == content_hash:
        return earlier
    policy = policy_for(by, hub_id, at)
    tracks = tracks_suggested(told.tracks, told.people, policy.document.nations)
    contact = keep_contact(
        by=by,
        hub_id=hub_id,
        told=told,
        content_hash=content_hash,
        replaces=earlier,
        sender=sender,
        tracks=tracks,
        at=at,
    )
    keep_original(contact, original, media_type, at)
    subjects = add_people_told(by=by, contact=contact, told=told, at=at)
    look_the_same = _who_might_they_be(by, contact, subjects, at)
    keep_to_those_named(contact, subjects, look_the_same, at)
    write_story(contact, subjects, at)
    start_arrival_clocks(contact, tracks, policy)
    raise_arrival_tasks(contact, at)
    _leave_footprint(by, contact, subjects, at)
    tell(ContactReceived(contact.id, hub_id, contact.immediate_danger))
    if earlier:
        _replace(earlier, contact, at)
    return contact


def content_hash_of(told: ToldContact) -> str:
    """Return what tells the same notification from a changed one (A1.3)."""
    return keyring().keyed_hash(canonical(told))


def _latest_version(hub_id: UUID, told: ToldContact) -> Contact | None:
    """Return the version kept under this sender's reference, one arrival of it at a time."""
    if not told.sender_reference:
        return None
    source = told.referrer.source_code.value
    _wait_for_others_with(f"{hub_id}:{source}:{told.sender_reference}")
    return (
        Contact.objects.filter(hub_id=hub_id, source=source, sender_reference=told.sender_reference)
        .order_by("-version")
        .first()
    )


def _wait_for_others_with(name: str) -> None:
    """Hold the name until this transaction ends: sixteen at once make one contact (trust 5)."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"intake:{name}"])


def _who_might_they_be(
    by: Viewer, contact: Contact, subjects: Sequence[Subject], at: datetime
) -> list[UUID]:
    """Have everybody compared with those the hub knows; return whom they look the same as."""
    found = [
        suggestion
        for each in subjects
        for suggestion in suggest_for(by=by, hub_id=contact.hub_id, person_id=each.person_id, at=at)
    ]
    return [each.known_id for each in found if each.band == Band.SAME]


def _leave_footprint(
    by: Viewer, contact: Contact, subjects: Sequence[Subject], at: datetime
) -> None:
    record(
        by=by,
        action="contact.received",
        at=at,
        hub_id=contact.hub_id,
        subject_kind="contact",
        subject_id=contact.id,
        subject_label=contact.reference,
        persons=[each.person_id for each in subjects],
        details={"channel": contact.channel, "version": contact.version},
    )


def _replace(earlier: Contact, contact: Contact, at: datetime) -> None:
    """The newer version carries the clocks on, unless the earlier was screened already."""
    if ContactState(earlier.state).is_open:
        stop_arrival_clocks(earlier.id, at)
    tell(ContactChanged(contact.id, earlier.id, contact.hub_id))
