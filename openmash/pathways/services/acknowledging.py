"""A referrer hears that we have it, in words that are the same for everybody (A13.1)."""

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from openmash.accounts.selectors import agencies_of
from openmash.core.facts import tell
from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer
from openmash.core.working_time import LONDON
from openmash.decisions.rules import Words, fill
from openmash.decisions.selectors import referrer_class, why_not_reached
from openmash.governance.rules import template_for
from openmash.governance.selectors import clocks_about, policy_for
from openmash.governance.services import stop_clock
from openmash.governance.terms import ClockKind, Occasion
from openmash.intake.selectors import contacts_visible_to
from openmash.intake.terms import Channel
from openmash.pathways.facts import FeedbackSent
from openmash.pathways.models import Feedback
from openmash.pathways.rules import was_told_at_once
from openmash.pathways.services.footprints import of_feedback
from openmash.pathways.terms import FeedbackKind, FeedbackState

if TYPE_CHECKING:
    from openmash.governance.rules import PolicyDocument
    from openmash.intake.models import Contact


@transaction.atomic
def acknowledge(*, by: Viewer, contact_id: UUID, at: datetime) -> Feedback:
    """Acknowledge a contact, once; or record why its sender cannot hear of it (A13.1, A13.2)."""
    contact = contacts_visible_to(by).filter(id=contact_id).first()
    if contact is None:
        raise NotHere
    words = _words(policy_for(by, contact.hub_id, at).document, contact, at)
    feedback, is_new = Feedback.objects.get_or_create(
        contact=contact,
        decision=None,
        kind=FeedbackKind.ACKNOWLEDGEMENT.value,
        defaults={"hub_id": contact.hub_id, "made_at": at, **_kept(contact, words, at)},
    )
    if is_new:
        stop_clock(about_id=contact.id, kind=ClockKind.ACKNOWLEDGEMENT, at=at)
        of_feedback(by, feedback, "feedback.acknowledged", at)
    if is_new and feedback.state == FeedbackState.SENT:
        tell(FeedbackSent(feedback.id, feedback.hub_id))
    return feedback


def _kept(contact: "Contact", words: Words, at: datetime) -> dict[str, object]:
    problem = why_not_reached(contact)
    if problem and not was_told_at_once(Channel(contact.channel)):
        return {"state": FeedbackState.NOT_POSSIBLE.value, "not_sent_because": problem.label}
    return {
        "state": FeedbackState.SENT.value,
        "subject": words.subject,
        "words": words.body,
        "sent_at": at,
        "sent_by_name": "OpenMASH",
    }


def _words(document: "PolicyDocument", contact: "Contact", at: datetime) -> Words:
    members = set(agencies_of(contact.hub_id, on=at.date()).values_list("id", flat=True))
    referrer = referrer_class(contact, members)
    template = template_for(document.feedback, referrer, Occasion.ACKNOWLEDGEMENT)
    if template is None:
        return Words(contact.reference, contact.reference)
    due = next(
        (c.due_at for c in clocks_about([contact.id])[contact.id] if c.kind == ClockKind.RECEIPT),
        None,
    )
    places = {
        "reference": contact.reference,
        "referrer": contact.referrer_name,
        "hub": document.hub.name,
        "telephone": document.hub.telephone,
        "received": _moment(contact.received_at),
        "due": _moment(due) if due else "",
    }
    return fill(template, places)


def _moment(at: datetime) -> str:
    here = at.astimezone(LONDON)
    return f"{here.day} {here:%B %Y at %H:%M}"
