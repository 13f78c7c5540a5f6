"""The hub writes down what it is told by telephone, about people it may know (A1, A3.1)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from openmash.core.viewers import Viewer
from openmash.intake.models import Contact, Subject
from openmash.intake.rules.told import ToldContact
from openmash.intake.services.drafts import send_draft
from openmash.intake.services.keeping import NOBODY_KNOWN
from openmash.intake.terms import FormKind
from openmash.matching.services import confirm_same
from openmash.people.selectors import identities_of, people_open_to, person_open_to

CHOSEN = "Chosen from the people the hub knows when the contact was taken."


@transaction.atomic
def record_call(
    *,
    by: Viewer,
    hub_id: UUID,
    draft_id: UUID,
    answers: Mapping[str, Sequence[str]],
    told: ToldContact,
    known: Mapping[int, UUID],
    at: datetime,
) -> Contact:
    """Keep a contact taken by the hub; `known` says which of its people were chosen, by place.

    Choosing somebody the hub knows is a judgement like any other: reasoned, and reversible.
    """
    for person_id in known.values():
        person_open_to(by, person_id)
    contact = send_draft(
        by=by,
        hub_id=hub_id,
        draft_id=draft_id,
        form=FormKind.PHONE,
        answers=answers,
        told=told,
        at=at,
        sender=NOBODY_KNOWN,
    )
    _hold_the_same(by, contact, known, at)
    return contact


def _hold_the_same(by: Viewer, contact: Contact, known: Mapping[int, UUID], at: datetime) -> None:
    """Join each telling to whom it was chosen to be, once, and where both may be opened."""
    places = dict(Subject.objects.filter(contact=contact).values_list("position", "person_id"))
    pairs = [(places[place], person) for place, person in known.items() if place in places]
    ids = {each for pair in pairs for each in pair}
    may_open = set(people_open_to(by).filter(id__in=ids).values_list("id", flat=True))
    identity = identities_of(ids)
    for told_id, known_id in pairs:
        if {told_id, known_id} <= may_open and identity[told_id] != identity[known_id]:
            confirm_same(by=by, told_id=told_id, known_id=known_id, why=CHOSEN, at=at)
