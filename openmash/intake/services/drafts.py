"""Forms are kept on the server as they are typed, sealed, and sent once (A2.3, trust 5).

A signed-in practitioner finds their drafts in their list. Somebody without an account is given a
code, which is kept nowhere: whoever has the code has the draft. Nothing stays on the device.
"""

import json
import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from openmash.accounts.services import keyring
from openmash.accounts.terms import Power
from openmash.audit.services import record
from openmash.core.refusals import NotHere, Refusal
from openmash.core.viewers import Viewer
from openmash.intake.models import Attachment, Contact, Draft
from openmash.intake.rules.coming_back import KEPT_FOR
from openmash.intake.rules.told import ToldContact
from openmash.intake.selectors.drafts import (
    draft_by_code,
    draft_for,
    draft_row,
    resume_hash,
    whose,
)
from openmash.intake.services.keeping import Sender
from openmash.intake.services.receiving import receive_contact
from openmash.intake.terms import CODE_WORDS, WORDS_IN_A_CODE, FormKind

LARGEST_DRAFT = 4 * 1024 * 1024
TOO_LARGE = "This form is larger than 4 MB. Shorten it, or send the longest part as a file."
POWER_FOR = {FormKind.PHONE: Power.RECORD_CONTACT}
Answers = Mapping[str, Sequence[str]]


class CannotKeepDraft(Refusal):
    """A form cannot be kept as it is."""


def new_resume_code() -> str:
    """Return a code to come back with: plain words, easy to copy by hand and to type again."""
    return " ".join(secrets.choice(CODE_WORDS) for _ in range(WORDS_IN_A_CODE))


@transaction.atomic
def save_draft(
    *,
    by: Viewer,
    hub_id: UUID,
    draft_id: UUID,
    form: FormKind,
    answers: Answers,
    at: datetime,
    code: str = "",
) -> Draft:
    """Keep a form as it stands; what was sent already stays as it was sent.

    Saving starts nothing else: no contact, no clock, no message (A2.3).
    """
    draft = _hold(by, hub_id, draft_id, form, code, at)
    if draft.sent_as_id is None:
        draft.sealed = _sealed(draft.id, answers)
        draft.saved_at = at
        draft.save(update_fields=["sealed", "saved_at"])
    return draft


@transaction.atomic
def resume_draft(*, by: Viewer, code: str, at: datetime) -> Draft:
    """Open the form a code was given for, sent or not; a wrong code and a late one look the same.

    That it was opened leaves a footprint; who opened it, nobody knows.
    """
    draft = draft_by_code(by, code, at)
    _record(by, "draft.resumed", draft, at)
    return draft


@transaction.atomic
def forget_public_drafts(*, by: Viewer, hub_id: UUID, at: datetime) -> int:
    """Throw away what members of the public began and neither sent nor came back to in time."""
    rows = Draft.objects.filter(hub_id=hub_id, form=FormKind.PUBLIC.value, sent_as=None)
    late = list(rows.filter(saved_at__lte=at - KEPT_FOR).select_for_update(skip_locked=True))
    for each in late:
        _record(by, "draft.forgotten", each, at)
        each.delete()
    return len(late)


@transaction.atomic
def send_draft(
    *,
    by: Viewer,
    hub_id: UUID,
    draft_id: UUID,
    form: FormKind,
    answers: Answers,
    told: ToldContact,
    at: datetime,
    sender: Sender,
    code: str = "",
) -> Contact:
    """Send a form once: pressed twice, refreshed or gone back to, it is the same contact.

    The answers become the contact's sealed original, and the draft forgets them.
    """
    draft = _hold(by, hub_id, draft_id, form, code, at)
    if draft.sent_as_id is not None:
        return Contact.objects.get(id=draft.sent_as_id)
    contact = receive_contact(
        by=by,
        hub_id=hub_id,
        told=told,
        original=_written(answers),
        media_type="application/json",
        at=at,
        sender=sender,
    )
    Attachment.objects.filter(draft=draft).update(
        contact=contact,
        draft=None,
        supplied_by=contact.supplied_by_id,
        restricted=contact.restricted,
        audience=contact.audience,
    )
    draft.sent_as, draft.saved_at = contact, at
    draft.sealed = _sealed(draft.id, {})
    draft.save(update_fields=["sent_as", "saved_at", "sealed"])
    return contact


@transaction.atomic
def discard_draft(*, by: Viewer, draft_id: UUID, at: datetime) -> None:
    """Throw away a form that was never sent, with the papers put on it."""
    draft = draft_for(by, draft_id)
    if draft.sent_as_id is not None:
        raise NotHere
    _record(by, "draft.discarded", draft, at)
    draft.delete()


def _hold(
    by: Viewer, hub_id: UUID, draft_id: UUID, form: FormKind, code: str, at: datetime
) -> Draft:
    """Return the draft, locked until this transaction ends, begun now if it was not before."""
    if not by.may(POWER_FOR.get(form, Power.REFER), hub_id):
        raise NotHere
    if by.id is None and not code:
        raise NotHere
    owner = whose(by, code)
    began = {
        "hub_id": hub_id,
        "form": form.value,
        "practitioner_id": by.id,
        "resume_hash": "" if by.id else resume_hash(code),
        "sealed": _sealed(draft_id, {}),
        "started_at": at,
        "saved_at": at,
    }
    try:
        draft, is_new = Draft.objects.get_or_create(id=draft_id, defaults=began)
    except IntegrityError:  # another hub's draft: the wall hides it, and its id is taken
        raise NotHere from None
    if is_new:
        _record(by, "draft.begun", draft, at)
        return draft
    rows = Draft.objects.select_for_update().filter(id=draft_id, hub_id=hub_id, form=form.value)
    held = rows.filter(**owner).first()
    if held is None:
        raise NotHere
    return held


def _sealed(draft_id: UUID, answers: Answers) -> bytes:
    return keyring().seal(_written(answers), row=draft_row(draft_id))


def _written(answers: Answers) -> bytes:
    written = json.dumps({name: list(values) for name, values in answers.items()}).encode()
    if len(written) > LARGEST_DRAFT:
        raise CannotKeepDraft(TOO_LARGE)
    return written


def _record(by: Viewer, action: str, draft: Draft, at: datetime) -> None:
    record(
        by=by,
        action=action,
        at=at,
        hub_id=draft.hub_id,
        subject_kind="draft",
        subject_id=draft.id,
        details={"form": draft.form},
    )
