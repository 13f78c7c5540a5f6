"""A contact moves from one state to another, if it is still where it was found."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from openmash.accounts.terms import Power
from openmash.audit.services import record
from openmash.core.facts import tell
from openmash.core.refusals import NotHere, RecordHasMoved, Refusal
from openmash.core.viewers import Viewer
from openmash.governance.services import cancel_clock
from openmash.governance.terms import ClockKind
from openmash.intake.facts import ContactEnded
from openmash.intake.models import Contact
from openmash.intake.rules.states import ends_without_a_case, move_problem
from openmash.intake.selectors import contacts_visible_to
from openmash.intake.terms import CancelReason, ContactState


class CannotMoveContact(Refusal):
    """A contact cannot go where it was asked to go."""


@transaction.atomic
def move_contact(
    *, by: Viewer, contact_id: UUID, to: ContactState, at: datetime, why: str = ""
) -> Contact:
    """Move a contact, or refuse in words; a lost race is told (idiom 4)."""
    contact = contacts_visible_to(by).filter(id=contact_id).first()
    if contact is None:
        raise NotHere
    was = ContactState(contact.state)
    if was is to:
        return contact
    if problem := move_problem(was, to):
        raise CannotMoveContact(problem)
    if not Contact.objects.filter(id=contact.id, state=was.value).update(state=to.value):
        raise RecordHasMoved
    record(
        by=by,
        action="contact.moved",
        at=at,
        hub_id=contact.hub_id,
        subject_kind="contact",
        subject_id=contact.id,
        subject_label=contact.reference,
        reason=why,
        details={"was": was.value, "became": to.value},
    )
    if ends_without_a_case(was, to):
        tell(ContactEnded(contact.id, contact.hub_id, uuid4()))
    contact.state = to.value
    return contact


@transaction.atomic
def close_contacts_at_triage(*, by: Viewer, contact_ids: Sequence[UUID], at: datetime) -> None:
    """Close those of these contacts that went straight to a decision; the rest the case carries."""
    straight = ContactState.STRAIGHT_TO_ALLOCATION.value
    rows = contacts_visible_to(by).filter(id__in=contact_ids, state=straight)
    for contact_id in rows.values_list("id", flat=True):
        move_contact(by=by, contact_id=contact_id, to=ContactState.CLOSED_AT_TRIAGE, at=at)


@transaction.atomic
def cancel_contact(
    *, by: Viewer, contact_id: UUID, reason: CancelReason, words: str, at: datetime
) -> Contact:
    """Cancel a contact made in error; the reason is mandatory and nothing is deleted (2.3)."""
    contact = contacts_visible_to(by).filter(id=contact_id).first()
    if contact is None or not by.may(Power.SCREEN, contact.hub_id):
        raise NotHere
    if reason is CancelReason.OTHER and not words.strip():
        raise CannotMoveContact("Say in words why this contact should never have been one.")
    why = f"{reason.label}. {words}".strip()
    to = ContactState.CANCELLED_IN_ERROR
    contact = move_contact(by=by, contact_id=contact_id, to=to, at=at, why=why)
    for kind in (ClockKind.RECEIPT, ClockKind.SCREENING, ClockKind.ACKNOWLEDGEMENT):
        cancel_clock(about_id=contact.id, kind=kind, at=at)
    return contact
