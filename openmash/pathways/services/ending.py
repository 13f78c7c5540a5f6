"""A contact that ended without a case: its sender is owed an answer all the same (A13.1)."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from openmash.accounts.selectors import agencies_of
from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer
from openmash.decisions.rules import Letter
from openmash.decisions.selectors import letter_to, sender_words
from openmash.governance.selectors import policy_for
from openmash.governance.services import start_clock
from openmash.governance.terms import ClockKind, StartEvent
from openmash.intake.selectors import contacts_visible_to
from openmash.intake.terms import ContactState
from openmash.pathways.models import Feedback
from openmash.pathways.rules import Ending, ending_of
from openmash.pathways.services.footprints import of_feedback
from openmash.pathways.services.preparing import state_of
from openmash.pathways.terms import FeedbackKind, FeedbackState

if TYPE_CHECKING:
    from openmash.intake.models import Contact


@transaction.atomic
def prepare_answer(
    *, by: Viewer, contact_id: UUID, ending_id: UUID, at: datetime
) -> Feedback | None:
    """Put the answer to a contact's sender on the list, or why there can be none; once an ending.

    One that a case has taken up is answered with its decision; one taken up again, not yet.
    """
    contact = contacts_visible_to(by).filter(id=contact_id).first()
    if contact is None:
        raise NotHere
    ending = ending_of(ContactState(contact.state))
    in_a_case = contacts_visible_to(by).filter(id=contact_id, case_link__isnull=False)
    if ending is None or in_a_case.exists():
        return None
    letter = _letter(by, contact, ending, at)
    feedback, is_new = Feedback.objects.select_related("contact").get_or_create(
        ending=ending_id,
        defaults={
            "hub_id": contact.hub_id,
            "contact": contact,
            "kind": FeedbackKind.OUTCOME.value,
            "state": state_of(letter).value,
            "subject": letter.subject,
            "words": letter.body,
            "not_sent_because": letter.why_not,
            "made_at": at,
        },
    )
    if is_new:
        _start_clock(by, feedback, at)
        of_feedback(by, feedback, "feedback.prepared", at)
    return feedback


def _letter(by: Viewer, contact: "Contact", ending: Ending, at: datetime) -> Letter:
    if ending.not_appropriate:
        letter = Letter(contact.id, contact.reference, to=sender_words(contact))
        return replace(letter, not_appropriate=ending.not_appropriate)
    members = set(agencies_of(contact.hub_id, on=at.date()).values_list("id", flat=True))
    document = policy_for(by, contact.hub_id, at).document
    return letter_to(document, contact, members, decision=ending.words, reason=ending.reason)


def _start_clock(by: Viewer, feedback: Feedback, at: datetime) -> None:
    if feedback.state != FeedbackState.DUE:
        return
    clock = start_clock(
        policy=policy_for(by, feedback.hub_id, at),
        hub_id=feedback.hub_id,
        kind=ClockKind.FEEDBACK,
        about_kind="feedback",
        about_id=feedback.id,
        started_at=at,
        since={StartEvent.RECEIPT: feedback.contact.received_at},
    )
    feedback.due_at = clock.due_at if clock else None
    Feedback.objects.filter(id=feedback.id).update(due_at=feedback.due_at)
