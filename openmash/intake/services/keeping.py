"""A contact is written down exactly as told, its original sealed (A1, trust 1)."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID

from openmash.accounts.services import keyring
from openmash.core.viewers import Viewer, ViewerKind
from openmash.governance.terms import Track
from openmash.intake.models import Contact, Original
from openmash.intake.rules.characters import fitting
from openmash.intake.rules.told import ToldContact, ToldReferrer


@dataclass(frozen=True)
class Sender:
    """Who sent it, where the hub knows them: their sign-in and their agency."""

    practitioner_id: UUID | None = None
    agency_id: UUID | None = None


NOBODY_KNOWN = Sender()


@dataclass(frozen=True)
class Sent:
    """One notification to keep: what was told, as it came, and which version it replaces."""

    told: ToldContact
    original: bytes
    media_type: str
    content_hash: str
    replaces: Contact | None = None
    sender: Sender = NOBODY_KNOWN


def contact_as_told(
    sent: Sent, *, by: Viewer, hub_id: UUID, tracks: Sequence[Track], at: datetime
) -> Contact:
    """Return the contact's own row, not yet written; people, story and clocks come after."""
    told, replaces = sent.told, sent.replaces
    contact = Contact(
        hub_id=hub_id,
        channel=told.channel.value,
        source=told.referrer.source_code.value,
        kind=told.kind.value,
        received_at=told.received_at,
        logged_at=at,
        logged_by_id=by.id if by.kind is ViewerKind.PRACTITIONER else None,
        logged_by_name=by.name,
        sender_reference=told.sender_reference,
        content_hash=sent.content_hash,
        version=replaces.version + 1 if replaces else 1,
        replaces=replaces,
        referring_agency_id=sent.sender.agency_id,
        referrer_id=sent.sender.practitioner_id,
        suggested_tracks=[each.value for each in tracks],
        adult=asdict(told.adult_concern) if told.adult_concern else {},
        doubts=[fitting(each, 300) for each in told.doubts],
        supplied_by_id=sent.sender.agency_id,
    )
    _write_concern(contact, told)
    _write_agreement(contact, told)
    _name_referrer(contact, told.referrer)
    return contact


def original_of(contact: Contact, sent: Sent, at: datetime) -> Original:
    """Return the bytes as they came, sealed, with a keyed hash; not yet written."""
    kept = Original(contact=contact, hub_id=contact.hub_id, media_type=sent.media_type, kept_at=at)
    kept.sealed = keyring().seal(sent.original, row=original_row(kept.id))
    kept.keyed_hash = keyring().keyed_hash(sent.original)
    return kept


def original_row(original_id: UUID) -> str:
    """Return the row name an original is sealed for."""
    return f"intake.original:{original_id}"


def referrer_row(contact_id: UUID) -> str:
    """Return the row name a non-professional referrer's identity is sealed for."""
    return f"intake.referrer:{contact_id}"


def _write_concern(contact: Contact, told: ToldContact) -> None:
    contact.happened_from = told.happened_from
    contact.happened_precision = told.happened_precision.value
    contact.place = fitting(told.place, 300)
    contact.reasons = [str(each) for each in told.reasons]
    contact.told = told.narrative
    contact.opinion = told.opinion
    contact.child_words = told.child_words
    contact.asking_for = told.asked_for.value
    contact.done_so_far = told.done_so_far
    contact.last_seen = told.last_seen
    contact.worker_safety = told.worker_safety
    contact.immediate_danger = told.immediate_danger
    contact.sender_rating = fitting(told.sender_rating, 40)


def _write_agreement(contact: Contact, told: ToldContact) -> None:
    contact.family_aware = told.family_aware.value
    contact.agreement = told.agreement.value
    contact.agreement_reason = told.not_sought_reason.value if told.not_sought_reason else ""
    contact.agreement_words = told.agreement_reason


def _name_referrer(contact: Contact, referrer: ToldReferrer) -> None:
    """Keep a professional's name in the clear, and anybody else's sealed (trust 1)."""
    contact.referrer_is_professional = referrer.is_professional
    contact.referrer_organisation = fitting(referrer.organisation, 200)
    if referrer.is_professional:
        contact.referrer_name = fitting(referrer.name, 160)
        contact.referrer_role = fitting(referrer.role, 160)
        contact.referrer_email = fitting(referrer.email, 254)
        contact.referrer_phone = fitting(referrer.phone, 60)
        return
    told = {
        "name": referrer.name,
        "role": referrer.role,
        "email": referrer.email,
        "phone": referrer.phone,
    }
    sealed = keyring().seal(json.dumps(told).encode(), row=referrer_row(contact.id))
    contact.referrer_sealed = sealed
