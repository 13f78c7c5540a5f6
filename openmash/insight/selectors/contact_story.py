"""The story of a contact that no case has taken up yet, beside the board (look 3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer
from openmash.decisions.selectors import sender_words
from openmash.governance.selectors import policy_for
from openmash.governance.terms import AgreementAnswer
from openmash.insight.rules import NextStep, next_step
from openmash.insight.selectors.open_work import due_of_contact
from openmash.insight.selectors.rows import concern_of
from openmash.insight.selectors.step_facts import facts_of_contact, with_screening
from openmash.intake.models import Clarification, Contact, Subject
from openmash.intake.selectors import contacts_visible_to, questions_open_for, subjects_of
from openmash.intake.terms import Part
from openmash.people.selectors import PersonShown, people_shown


@dataclass(frozen=True)
class PersonTold:
    """Somebody a contact tells of, as far as this viewer may know of them."""

    shown: PersonShown
    part: str
    relationship: str
    is_concern: bool


@dataclass(frozen=True)
class ContactStory:
    """What one sender told, and what comes next."""

    contact: Contact
    rating: str
    concern: str
    sender: str
    agreement: str
    people: Sequence[PersonTold]
    questions: Sequence[Clarification]
    next: NextStep
    due_at: datetime | None

    @property
    def concerns(self) -> list[PersonTold]:
        return [each for each in self.people if each.is_concern]

    @property
    def others(self) -> list[PersonTold]:
        return [each for each in self.people if not each.is_concern]

    @property
    def person_ids(self) -> list[UUID]:
        return [each.shown.id for each in self.people]


def contact_story(viewer: Viewer, reference: str, *, at: datetime) -> ContactStory:
    """Return the story of a contact the viewer may open, or raise NotHere."""
    rows = with_screening(contacts_visible_to(viewer)).annotate(due=due_of_contact())
    contact = rows.filter(reference=reference).select_related("referring_agency").first()
    if contact is None:
        raise NotHere
    document = policy_for(viewer, contact.hub_id, at).document
    due_at: datetime | None = vars(contact)["due"]
    told = subjects_of([contact.id])[contact.id]
    shown = people_shown(viewer, [each.person_id for each in told], on=at.date())
    return ContactStory(
        contact=contact,
        rating=str(vars(contact)["rated"] or ""),
        concern=concern_of(contact, document),
        sender=sender_words(contact),
        agreement=AgreementAnswer(contact.agreement).label,
        people=[_told(each, shown[each.person_id]) for each in told if each.person_id in shown],
        questions=questions_open_for([contact.id]).get(contact.id, []),
        next=next_step(facts_of_contact(contact, due_at=due_at), at=at),
        due_at=due_at,
    )


def _told(subject: Subject, shown: PersonShown) -> PersonTold:
    return PersonTold(
        shown=shown,
        part=Part(subject.part).label,
        relationship=subject.relationship_as_told,
        is_concern=subject.is_concern,
    )
