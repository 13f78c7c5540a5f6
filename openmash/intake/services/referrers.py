"""Who told us, where they are not a professional: sealed, and opened only for a reason (A2)."""

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from openmash.accounts.services import keyring
from openmash.accounts.terms import Power
from openmash.audit.services import record
from openmash.core.refusals import NotHere, Refusal
from openmash.core.viewers import Viewer
from openmash.intake.selectors import contacts_visible_to
from openmash.intake.services.keeping import referrer_row


class CannotOpenReferrer(Refusal):
    """Who told us stays sealed, and says why."""


@dataclass(frozen=True)
class ReferrerOpened:
    """Who told us, in the clear for one answer."""

    name: str
    role: str
    email: str
    phone: str

    @property
    def is_anonymous(self) -> bool:
        return not (self.name or self.email or self.phone)


@transaction.atomic
def open_referrer(*, by: Viewer, contact_id: UUID, why: str, at: datetime) -> ReferrerOpened:
    """Return a non-professional referrer's identity to somebody who must act on it."""
    contact = contacts_visible_to(by).filter(id=contact_id).first()
    if contact is None or contact.referrer_sealed is None:
        raise NotHere
    if not by.may(Power.SCREEN, contact.hub_id):
        raise CannotOpenReferrer("Ask a social worker or a decision maker: you cannot open this.")
    if not why.strip():
        raise CannotOpenReferrer("Say why, in a few words. Your reason is kept with your name.")
    told = keyring().unseal(bytes(contact.referrer_sealed), row=referrer_row(contact.id))
    record(
        by=by,
        action="contact.referrer_opened",
        at=at,
        hub_id=contact.hub_id,
        subject_kind="contact",
        subject_id=contact.id,
        subject_label=contact.reference,
        reason=why.strip(),
        is_look=True,
    )
    return ReferrerOpened(**json.loads(told))
