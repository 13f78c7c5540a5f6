"""A concern arrives, by whatever channel, and nothing of it is lost (A1)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from openmash.accounts.services import keyring, write_under_references
from openmash.accounts.terms import Power
from openmash.audit.services import Footprint, record_all
from openmash.core.facts import tell
from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer
from openmash.governance.selectors import policy_for
from openmash.intake.facts import ContactChanged, ContactReceived
from openmash.intake.models import Contact, Original
from openmash.intake.rules.told import ToldContact, canonical
from openmash.intake.rules.tracks import tracks_suggested
from openmash.intake.services.arriving import (
    Arrival,
    keep_to_those_named,
    raise_arrival_tasks,
    start_arrival_clocks,
    stop_arrival_clocks,
    write_story,
)
from openmash.intake.services.keeping import (
    NOBODY_KNOWN,
    Sender,
    Sent,
    contact_as_told,
    original_of,
)
from openmash.intake.services.told_people import add_people_told
from openmash.intake.terms import ContactState
from openmash.matching.services import suggest_for_each
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
    content_hash = content_hash_of(told)
    earlier = _latest_version(hub_id, told)
    if earlier and earlier.content_hash == content_hash:
        _check_may_send(by, hub_id)
        return earlier
    sent = Sent(told, original, media_type, content_hash, earlier, sender)
    return receive_contacts(by=by, hub_id=hub_id, sent=[sent], at=at)[0]


@transaction.atomic
def receive_contacts(
    *, by: Viewer, hub_id: UUID, sent: Sequence[Sent], at: datetime
) -> list[Contact]:
    """Keep several notifications that are known to be new or changed, as `receive_contact` does."""
    _check_may_send(by, hub_id)
    arrivals = _write(by, hub_id, sent, at)
    keep_to_those_named(arrivals, _who_they_look_like(by, hub_id, arrivals, at), at)
    write_story(hub_id, arrivals, at)
    start_arrival_clocks(hub_id, arrivals, policy_for(by, hub_id, at))
    raise_arrival_tasks(hub_id, arrivals, at)
    footprints = [_footprint(each) for each in arrivals]
    record_all(by=by, at=at, hub_id=hub_id, footprints=footprints)
    for each in arrivals:
        _tell_news(each.contact, at)
    return [each.contact for each in arrivals]


def content_hash_of(told: ToldContact) -> str:
    """Return what tells the same notification from a changed one (A1.3)."""
    return keyring().keyed_hash(canonical(told))


def _check_may_send(by: Viewer, hub_id: UUID) -> None:
    if not (by.may(Power.REFER, hub_id) or by.may(Power.RECORD_CONTACT, hub_id)):
        raise NotHere


def _latest_version(hub_id: UUID, told: ToldContact) -> Contact | None:
    """Return the version kept under this sender's reference, one arrival of it at a time."""
    if not told.sender_reference:
        return None
    wait_for_others_with([(hub_id, told)])
    source = told.referrer.source_code.value
    return (
        Contact.objects.filter(hub_id=hub_id, source=source, sender_reference=told.sender_reference)
        .order_by("-version")
        .first()
    )


def wait_for_others_with(notifications: Iterable[tuple[UUID, ToldContact]]) -> None:
    """Hold these senders' references until this transaction ends: sixteen at once make one contact.

    They are always taken in the same order, so that two files never wait for each other (trust 5).
    """
    names = sorted(
        f"intake:{hub_id}:{told.referrer.source_code}:{told.sender_reference}"
        for hub_id, told in notifications
    )
    with connection.cursor() as cursor:
        cursor.execute(_HOLD, [names])


_HOLD = "select pg_advisory_xact_lock(hashtextextended(name, 0)) from unnest(%s::text[]) name"


def _write(by: Viewer, hub_id: UUID, sent: Sequence[Sent], at: datetime) -> list[Arrival]:
    nations = policy_for(by, hub_id, at).document.nations
    tracks = [tracks_suggested(e.told.tracks, e.told.people, nations) for e in sent]
    contacts = [
        contact_as_told(each, by=by, hub_id=hub_id, tracks=theirs, at=at)
        for each, theirs in zip(sent, tracks, strict=True)
    ]
    write_under_references("C", contacts, Contact.objects.bulk_create)
    Original.objects.bulk_create(
        original_of(contact, each, at) for contact, each in zip(contacts, sent, strict=True)
    )
    tellings = [(contact, each.told) for contact, each in zip(contacts, sent, strict=True)]
    subjects = add_people_told(by=by, hub_id=hub_id, tellings=tellings, at=at)
    return [Arrival(*each) for each in zip(contacts, subjects, tracks, strict=True)]


def _who_they_look_like(
    by: Viewer, hub_id: UUID, arrivals: Sequence[Arrival], at: datetime
) -> dict[UUID, list[UUID]]:
    """Have everybody compared with those the hub knows; say whom they look the same as."""
    people = [subject.person_id for each in arrivals for subject in each.subjects]
    found: dict[UUID, list[UUID]] = defaultdict(list)
    for each in suggest_for_each(by=by, hub_id=hub_id, person_ids=people, at=at):
        if each.band == Band.SAME:
            found[each.told_id].append(each.known_id)
    return found


def _footprint(arrival: Arrival) -> Footprint:
    contact = arrival.contact
    return Footprint(
        action="contact.received",
        subject_kind="contact",
        subject_id=contact.id,
        subject_label=contact.reference,
        persons=[each.person_id for each in arrival.subjects],
        details={"channel": contact.channel, "version": contact.version},
    )


def _tell_news(contact: Contact, at: datetime) -> None:
    """The newer version carries the clocks on, unless the earlier was screened already."""
    tell(ContactReceived(contact.id, contact.hub_id, contact.immediate_danger))
    earlier = contact.replaces
    if earlier is None:
        return
    if ContactState(earlier.state).is_open:
        stop_arrival_clocks(earlier.id, at)
    tell(ContactChanged(contact.id, earlier.id, contact.hub_id))
