"""What referrers are owed, and what they were told (A13)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer
from openmash.decisions.selectors import sender_words
from openmash.intake.selectors import contacts_visible_to, subjects_of
from openmash.intake.terms import ContactState
from openmash.pathways.models import Feedback
from openmash.pathways.rules import ENDINGS
from openmash.pathways.terms import FeedbackKind, FeedbackState

if TYPE_CHECKING:
    from openmash.intake.models import Contact, Subject

PER_PAGE = 50


@dataclass(frozen=True)
class FeedbackDue:
    """One referrer to be told, in a line."""

    reference: str
    to: str
    people: tuple[str, ...]
    person_ids: tuple[UUID, ...]
    decided_at: datetime
    due_at: datetime | None
    has_account: bool


@dataclass(frozen=True)
class Answering:
    """One contact to answer: what is due, what was said before, and how its sender is reached."""

    contact: "Contact"
    to: str
    people: tuple[str, ...]
    person_ids: tuple[UUID, ...]
    due: Feedback | None
    earlier: list[Feedback]

    @property
    def has_account(self) -> bool:
        return self.contact.referrer_id is not None

    @property
    def latest_id(self) -> UUID:
        """The newest answer of all: a press too late is told that it was dealt with."""
        return (self.due or self.earlier[0]).id

    @property
    def reach(self) -> str:
        """How to reach a professional without an account, as they told us."""
        parts = (self.contact.referrer_phone, self.contact.referrer_email)
        return ", ".join(part for part in parts if part)


def feedback_visible_to(viewer: Viewer) -> QuerySet[Feedback]:
    """Return what was or will be said about contacts this viewer may open for the hub."""
    return Feedback.objects.filter(contact__in=contacts_visible_to(viewer))


def due_of(viewer: Viewer, hub_id: UUID) -> QuerySet[Feedback]:
    """Return what is due and still true: what was taken up again is not told of."""
    stands = Q(decision__isnull=False, decision__reopened_at=None)
    ended = Q(decision=None, contact__state__in=[each.value for each in ENDINGS])
    return feedback_visible_to(viewer).filter(
        stands | ended, hub_id=hub_id, state=FeedbackState.DUE.value
    )


def feedback_due(viewer: Viewer, hub_id: UUID, *, number: int | str = 1) -> Page[FeedbackDue]:
    """Return a page of referrers to be told, soonest due first."""
    rows = due_of(viewer, hub_id).select_related("contact", "contact__referring_agency", "decision")
    page = Paginator(rows.order_by("due_at", "made_at", "id"), PER_PAGE).get_page(number)
    found = list(page.object_list)
    told = of_concern([each.contact_id for each in found])
    lines = [_line(each, told.get(each.contact_id, ())) for each in found]
    return Page(lines, page.number, page.paginator)  # type: ignore[arg-type]


def of_concern(contact_ids: "list[UUID]") -> "dict[UUID, tuple[Subject, ...]]":
    """Return whom each contact is about, in its sender's own words."""
    return {
        contact_id: tuple(each for each in rows if each.is_concern)
        for contact_id, rows in subjects_of(contact_ids).items()
    }


def names_of(subjects: "Iterable[Subject]") -> tuple[str, ...]:
    """Return the names as their sender told them."""
    return tuple(each.name_as_told or _("The baby") for each in subjects)


def _line(row: Feedback, subjects: "tuple[Subject, ...]") -> FeedbackDue:
    return FeedbackDue(
        reference=row.contact.reference,
        to=sender_words(row.contact),
        people=names_of(subjects),
        person_ids=tuple(each.person_id for each in subjects),
        decided_at=row.decision.decided_at if row.decision else row.made_at,
        due_at=row.due_at,
        has_account=row.contact.referrer_id is not None,
    )


def answering(viewer: Viewer, reference: str) -> Answering:
    """Return one contact to answer, or raise NotHere."""
    about = feedback_visible_to(viewer).filter(contact__reference=reference)
    rows = list(
        about.select_related("contact", "contact__referring_agency", "decision").order_by(
            "-made_at"
        )
    )
    if not rows:
        raise NotHere
    contact = rows[0].contact
    due = [each for each in rows if _is_due(each)]
    told = of_concern([contact.id]).get(contact.id, ())
    return Answering(
        contact=contact,
        to=sender_words(contact),
        people=names_of(told),
        person_ids=tuple(each.person_id for each in told),
        due=due[0] if due else None,
        earlier=[each for each in rows if each not in due],
    )


def _is_due(row: Feedback) -> bool:
    is_owed = row.state == FeedbackState.DUE and row.kind == FeedbackKind.OUTCOME
    return is_owed and still_stands(row)


def still_stands(row: Feedback) -> bool:
    """Say whether what an answer tells of is still so: nothing was taken up again since."""
    if row.decision is not None:
        return row.decision.reopened_at is None
    return ContactState(row.contact.state) in ENDINGS


def due_on_case(decision_id: UUID) -> int:
    """Return how many referrers are still to be told of a decision."""
    due = FeedbackState.DUE.value
    return Feedback.objects.filter(decision_id=decision_id, state=due).count()
