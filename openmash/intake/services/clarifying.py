"""A question to the referrer, beside screening: no clock stops for it (A2.2)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from openmash.accounts.terms import Power
from openmash.audit.services import record
from openmash.core.refusals import NotHere, Refusal
from openmash.core.viewers import Viewer
from openmash.governance.services import raise_task
from openmash.intake.models import Clarification, Contact
from openmash.intake.selectors import contacts_visible_to, referrals_of
from openmash.intake.services.moving import move_contact
from openmash.intake.terms import ContactState


class NothingAsked(Refusal):
    """A question or an answer without words."""


@transaction.atomic
def ask_clarification(
    *, by: Viewer, contact_id: UUID, question: str, at: datetime
) -> Clarification:
    """Ask the referrer something; they see it beside their referral, and every clock runs on."""
    contact = contacts_visible_to(by).filter(id=contact_id).first()
    if contact is None or not by.may(Power.CLARIFY, contact.hub_id) or by.id is None:
        raise NotHere
    if not question.strip():
        raise NothingAsked("Write the question you want to ask.")
    asked = Clarification.objects.create(
        hub_id=contact.hub_id,
        contact=contact,
        question=question.strip(),
        asked_at=at,
        asked_by_id=by.id,
    )
    if contact.state == ContactState.TRIAGE:
        waiting = ContactState.AWAITING_CLARIFICATION
        move_contact(by=by, contact_id=contact.id, to=waiting, at=at)
    _record(by, "contact.clarification_asked", contact, at)
    return asked


@transaction.atomic
def answer_clarification(
    *, by: Viewer, clarification_id: UUID, answer: str, at: datetime
) -> Clarification:
    """Answer a question: the referrer themself, or the hub from what they were told by telephone.

    An answer is added once and never edited; the contact goes back to triage to be read.
    """
    found = (
        Clarification.objects.select_for_update(of=("self",))
        .select_related("contact")
        .filter(id=clarification_id)
        .first()
    )
    if found is None or not _may_answer(by, found.contact):
        raise NotHere
    if not answer.strip():
        raise NothingAsked("Write the answer.")
    if found.answered_at is not None:
        raise NothingAsked("This question has been answered already.")
    found.answer, found.answered_at, found.answered_by_name = answer.strip(), at, by.name
    found.save(update_fields=["answer", "answered_at", "answered_by_name"])
    _take_up_again(by, found, at)
    _record(by, "contact.clarification_answered", found.contact, at)
    return found


def _may_answer(by: Viewer, contact: Contact) -> bool:
    if referrals_of(by).filter(id=contact.id).exists():
        return True
    is_hub = by.may(Power.CLARIFY, contact.hub_id)
    return is_hub and contacts_visible_to(by).filter(id=contact.id).exists()


def _take_up_again(by: Viewer, found: Clarification, at: datetime) -> None:
    """Put the answer before whoever screens; the referrer moves nothing themselves."""
    waiting = Clarification.objects.filter(contact=found.contact, answered_at=None).exists()
    awaits = found.contact.state == ContactState.AWAITING_CLARIFICATION
    if awaits and not waiting:
        Contact.objects.filter(id=found.contact_id).update(state=ContactState.TRIAGE.value)
    raise_task(
        hub_id=found.hub_id,
        kind="clarification_answered",
        about_kind="contact",
        about_id=found.contact_id,
        words="The referrer answered a question. Read the answer.",
        needs_power=Power.CLARIFY,
        at=at,
    )


def _record(by: Viewer, action: str, contact: Contact, at: datetime) -> None:
    record(
        by=by,
        action=action,
        at=at,
        hub_id=contact.hub_id,
        subject_kind="contact",
        subject_id=contact.id,
        subject_label=contact.reference,
    )
