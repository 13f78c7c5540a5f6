"""A concern arrives, by whatever channel, and nothing of it is lost (A1)."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from openmash.accounts.services import keyring
from openmash.accounts.terms import Power
from openmash.audit.services import record
from openmash.chronology.services import add_entry
from openmash.chronology.terms import EntryKind
from openmash.core.facts import tell
from openmash.core.references import new_reference
from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer, ViewerKind
from openmash.governance.selectors import PolicyInForce, policy_for
from openmash.governance.services import raise_task, start_clock
from openmash.governance.terms import AgreementAnswer, ClockKind
from openmash.intake.facts import ContactChanged, ContactReceived
from openmash.intake.models import Contact, Original, Subject
from openmash.intake.rules.told import ToldContact, canonical
from openmash.intake.rules.tracks import tracks_suggested
from openmash.intake.services.told_people import add_people_told
from openmash.matching.services import suggest_for

ARRIVAL_CLOCKS = (ClockKind.RECEIPT, ClockKind.SCREENING, ClockKind.ACKNOWLEDGEMENT)


@dataclass(frozen=True)
class Sender:
    """Who sent it, where the hub knows them: their sign-in and their agency."""

    practitioner_id: UUID | None = None
    agency_id: UUID | None = None


@transaction.atomic
def receive_contact(
    *,
    by: Viewer,
    hub_id: UUID,
    told: ToldContact,
    original: bytes,
    media_type: str,
    at: datetime,
    sender: Sender = Sender(),
) -> Contact:
    """Keep a concern exactly as sent, start its clocks, and say who it may be about (A1.1).

    The same sender's reference with the same content gives the contact already kept; with other
    content, a new version that replaces it, with an alert (A1.3).
    """
    if not (by.may(Power.REFER, hub_id) or by.may(Power.RECORD_CONTACT, hub_id)):
        raise NotHere
    content_hash = keyring().keyed_hash(canonical(told))
    earlier = _latest_version(hub_id, told)
    if earlier and earlier.content_hash == content_hash:
        return earlier
    policy = policy_for(by, hub_id, at)
    contact = _keep(by, hub_id, told, content_hash, earlier, sender, policy, at)
    _keep_original(contact, original, media_type, at)
    subjects = add_people_told(by=by, contact=contact, told=told, at=at)
    _write_story(contact, told, subjects, at)
    for subject in subjects:
        suggest_for(by=by, hub_id=hub_id, person_id=subject.person_id, at=at)
    _start_clocks(contact, policy)
    _raise_tasks(contact, at)
    record(
        by=by,
        action="contact.received",
        at=at,
        hub_id=hub_id,
        subject_kind="contact",
        subject_id=contact.id,
        subject_label=contact.reference,
        persons=[each.person_id for each in subjects],
        details={"channel": contact.channel, "version": contact.version},
    )
    tell(ContactReceived(contact.id, hub_id, contact.immediate_danger))
    if earlier:
        tell(ContactChanged(contact.id, earlier.id, hub_id))
    return contact


def _latest_version(hub_id: UUID, told: ToldContact) -> Contact | None:
    if not told.sender_reference:
        return None
    return (
        Contact.objects.select_for_update()
        .filter(
            hub_id=hub_id,
            source=told.referrer.source_code.value,
            sender_reference=told.sender_reference,
        )
        .order_by("-version")
        .first()
    )


def _keep(
    by: Viewer,
    hub_id: UUID,
    told: ToldContact,
    content_hash: str,
    earlier: Contact | None,
    sender: Sender,
    policy: PolicyInForce,
    at: datetime,
) -> Contact:
    tracks = tracks_suggested(told.tracks, told.people, policy.document.nations)
    contact = Contact(
        hub_id=hub_id,
        reference=new_reference("C"),
        channel=told.channel.value,
        source=told.referrer.source_code.value,
        received_at=told.received_at,
        logged_at=at,
        logged_by_id=by.id if by.kind is ViewerKind.PRACTITIONER else None,
        logged_by_name=by.name,
        sender_reference=told.sender_reference,
        content_hash=content_hash,
        version=earlier.version + 1 if earlier else 1,
        replaces=earlier,
        referring_agency_id=sender.agency_id,
        referrer_id=sender.practitioner_id,
        happened_from=told.happened_from,
        happened_precision=told.happened_precision.value,
        place=told.place,
        reasons=[each.value for each in told.reasons],
        told=told.narrative,
        opinion=told.opinion,
        child_words=told.child_words,
        asking_for=told.asked_for.value,
        done_so_far=told.done_so_far,
        last_seen=told.last_seen,
        worker_safety=told.worker_safety,
        immediate_danger=told.immediate_danger,
        sender_rating=told.sender_rating,
        suggested_tracks=[each.value for each in tracks],
        family_aware=told.family_aware.value,
        agreement=told.agreement.value,
        agreement_reason=told.not_sought_reason.value if told.not_sought_reason else "",
        agreement_words=told.agreement_reason,
        adult=asdict(told.adult_concern) if told.adult_concern else {},
        doubts=list(told.doubts),
        supplied_by_id=sender.agency_id,
    )
    _name_referrer(contact, told)
    contact.save(force_insert=True)
    return contact


def _name_referrer(contact: Contact, told: ToldContact) -> None:
    """Keep a professional's name in the clear, and anybody else's sealed (trust 1)."""
    referrer = told.referrer
    contact.referrer_is_professional = referrer.is_professional
    contact.referrer_organisation = referrer.organisation
    if referrer.is_professional:
        contact.referrer_name = referrer.name
        contact.referrer_role = referrer.role
        contact.referrer_email = referrer.email
        contact.referrer_phone = referrer.phone
        return
    words = json.dumps(
        {
            "name": referrer.name,
            "role": referrer.role,
            "email": referrer.email,
            "phone": referrer.phone,
        }
    )
    contact.referrer_sealed = keyring().seal(words.encode(), row=referrer_row(contact.id))


def referrer_row(contact_id: UUID) -> str:
    """Return the row name a non-professional referrer's identity is sealed for."""
    return f"intake.referrer:{contact_id}"


def original_row(original_id: UUID) -> str:
    """Return the row name an original is sealed for."""
    return f"intake.original:{original_id}"


def _keep_original(contact: Contact, original: bytes, media_type: str, at: datetime) -> None:
    kept = Original(contact=contact, hub_id=contact.hub_id, media_type=media_type, kept_at=at)
    kept.sealed = keyring().seal(original, row=original_row(kept.id))
    kept.keyed_hash = keyring().keyed_hash(original)
    kept.save(force_insert=True)


def _write_story(
    contact: Contact, told: ToldContact, subjects: list[Subject], at: datetime
) -> None:
    add_entry(
        hub_id=contact.hub_id,
        kind=EntryKind.CONTACT,
        words=told.narrative or "A concern was received.",
        at=at,
        known_at=contact.received_at,
        happened_from=contact.happened_from,
        happened_precision=contact.happened_precision,
        persons={each.person_id: each.part for each in subjects},
        source=("contact", contact.id, contact.reference),
        restricted=contact.restricted,
    )


def _start_clocks(contact: Contact, policy: PolicyInForce) -> None:
    for kind in ARRIVAL_CLOCKS:
        start_clock(
            policy=policy,
            hub_id=contact.hub_id,
            kind=kind,
            about_kind="contact",
            about_id=contact.id,
            started_at=contact.received_at,
        )


def _raise_tasks(contact: Contact, at: datetime) -> None:
    if contact.agreement == AgreementAnswer.NOT_STATED:
        _raise(contact, "agreement_blank", "Ask the sender what was said about agreement.", at)
    if contact.replaces_id:
        words = "The sender changed this notification. Read what is new and screen it again."
        _raise(contact, "contact_changed", words, at)


def _raise(contact: Contact, kind: str, words: str, at: datetime) -> None:
    raise_task(
        hub_id=contact.hub_id,
        kind=kind,
        about_kind="contact",
        about_id=contact.id,
        words=words,
        needs_power=Power.CLARIFY,
        at=at,
    )
