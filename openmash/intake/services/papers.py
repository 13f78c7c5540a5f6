"""Papers sent with a concern: accepted for what they are, sealed, and given back only to download.

Nothing of a paper is ever shown inside a page (trust 5).
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from openmash.accounts.services import keyring
from openmash.accounts.terms import Power
from openmash.audit.services import record
from openmash.core.refusals import NotHere, Refusal
from openmash.core.viewers import Viewer
from openmash.intake.models import Attachment, Contact, Draft, Original
from openmash.intake.rules.safety import attachment_problem, media_type_of, safe_filename
from openmash.intake.selectors import contacts_visible_to, drafts_of, referrals_of
from openmash.intake.services.keeping import original_row

MOST_PAPERS = 20


class PaperNotAccepted(Refusal):
    """A paper is not kept, and says why."""


@dataclass(frozen=True)
class Paper:
    """A paper opened for one download."""

    filename: str
    media_type: str
    content: bytes


@transaction.atomic
def attach_to_draft(
    *, by: Viewer, draft: Draft, filename: str, content: bytes, at: datetime
) -> Attachment:
    """Put a paper on a form that has not been sent; the caller has opened the draft for `by`."""
    if draft.sent_as_id is not None:
        raise PaperNotAccepted("This form has been sent already.")
    if Attachment.objects.filter(draft=draft).count() >= MOST_PAPERS:
        raise PaperNotAccepted(f"A form carries {MOST_PAPERS} papers at most.")
    row = Attachment(hub_id=draft.hub_id, draft=draft)
    return _keep(by, row, filename, content, at)


@transaction.atomic
def attach_to_contact(
    *, by: Viewer, contact_id: UUID, filename: str, content: bytes, at: datetime
) -> Attachment:
    """Put a paper that came later, or by post, on a contact the hub has."""
    contact = contacts_visible_to(by).filter(id=contact_id).first()
    if contact is None or not by.may(Power.RECORD_CONTACT, contact.hub_id):
        raise NotHere
    row = Attachment(
        hub_id=contact.hub_id,
        contact=contact,
        restricted=contact.restricted,
        audience=contact.audience,
    )
    return _keep(by, row, filename, content, at)


@transaction.atomic
def take_off_draft(*, by: Viewer, draft: Draft, attachment_id: UUID, at: datetime) -> None:
    """Take a paper off a form that has not been sent."""
    found = Attachment.objects.filter(draft=draft, id=attachment_id).first()
    if found is None or draft.sent_as_id is not None:
        raise NotHere
    _record(by, "attachment.taken_off", found.hub_id, found.id, at)
    found.delete()


@transaction.atomic
def serve_attachment(*, by: Viewer, attachment_id: UUID, at: datetime) -> Paper:
    """Open a paper for the hub's workers or for whoever sent it; every opening is a look."""
    mine = Q(draft__in=drafts_of(by)) | Q(contact__in=referrals_of(by))
    seen = Q(contact__in=contacts_visible_to(by))
    found = Attachment.objects.filter(mine | seen, id=attachment_id).first()
    if found is None:
        raise NotHere
    content = keyring().unseal(bytes(found.sealed), row=attachment_row(found.id))
    _record(by, "attachment.opened", found.hub_id, found.id, at, contact=found.contact)
    return Paper(found.filename, found.media_type, content)


@transaction.atomic
def serve_original(*, by: Viewer, original_id: UUID, at: datetime) -> Paper:
    """Open what arrived, byte for byte: for the hub, and for its sender's own copy (A1, A2.7)."""
    seen = Q(contact__in=contacts_visible_to(by)) | Q(contact__in=referrals_of(by))
    found = Original.objects.filter(seen, id=original_id).select_related("contact").first()
    if found is None:
        raise NotHere
    content = keyring().unseal(bytes(found.sealed), row=original_row(found.id))
    _record(by, "original.opened", found.hub_id, found.id, at, contact=found.contact)
    ending = ORIGINAL_ENDINGS.get(found.media_type, "txt")
    return Paper(f"{found.contact.reference}.{ending}", found.media_type, content)


ORIGINAL_ENDINGS = {
    "application/json": "json",
    "application/jsonl": "jsonl",
    "text/csv": "csv",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
}


def attachment_row(attachment_id: UUID) -> str:
    """Return the row name a paper is sealed for."""
    return f"intake.attachment:{attachment_id}"


def _keep(by: Viewer, row: Attachment, filename: str, content: bytes, at: datetime) -> Attachment:
    if problem := attachment_problem(filename, content, len(content)):
        raise PaperNotAccepted(f"{safe_filename(filename)}: {problem}")
    row.filename = safe_filename(filename)
    row.media_type = media_type_of(filename)
    row.size = len(content)
    row.sealed = keyring().seal(content, row=attachment_row(row.id))
    row.keyed_hash = keyring().keyed_hash(content)
    row.kept_at = at
    row.save(force_insert=True)
    _record(by, "attachment.kept", row.hub_id, row.id, at, contact=row.contact)
    return row


def _record(
    by: Viewer,
    action: str,
    hub_id: UUID,
    paper_id: UUID,
    at: datetime,
    contact: Contact | None = None,
) -> None:
    record(
        by=by,
        action=action,
        at=at,
        hub_id=hub_id,
        subject_kind="paper",
        subject_id=paper_id,
        subject_label=contact.reference if contact else "",
        persons=contact.subjects.values_list("person_id", flat=True) if contact else (),
        is_look=action.endswith(".opened"),
    )
