"""A page of the board, fetched whole: people, agencies, what next, and by when."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast
from uuid import UUID

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.text import Truncator

from openmash.cases.models import Case
from openmash.core.viewers import Viewer
from openmash.governance.rules import PolicyDocument
from openmash.governance.rules.reasons import reason_label
from openmash.information_requests.selectors import AgencyState, agencies_state
from openmash.insight.rules import NextStep, Repeat, next_step, repeat_of
from openmash.insight.selectors.open_work import WorkKey
from openmash.insight.selectors.step_facts import (
    facts_of_case,
    facts_of_contact,
    with_screening,
    with_step_facts,
)
from openmash.intake.models import Contact, Subject
from openmash.intake.selectors import contacts_visible_to
from openmash.people.selectors import PersonShown, people_shown

DAYS_IN_A_MONTH = 30
CONCERN_LENGTH = 60


@dataclass(frozen=True)
class Who:
    """Somebody a row is about: the name and age first (look 5)."""

    person_id: UUID
    name: str
    age: str
    area: str
    address_protected: bool


@dataclass(frozen=True)
class BoardRow:
    """One line of the board; `is_case` says which page it opens."""

    id: UUID
    is_case: bool
    reference: str
    rating: str
    who: tuple[Who, ...]
    repeat: Repeat | None
    concern: str
    agencies: tuple[AgencyState, ...]
    next: NextStep
    due_at: datetime | None
    held_by: str
    in_danger: bool = False
    restricted: bool = False

    @property
    def area(self) -> str:
        """Where they live, no nearer than the postcode district."""
        return ", ".join(dict.fromkeys(each.area for each in self.who if each.area))

    @property
    def address_protected(self) -> bool:
        return any(each.address_protected for each in self.who)


@dataclass(frozen=True)
class _Story:
    """What the rows of a page share: fetched once for all of them."""

    subjects: Mapping[UUID, Sequence[Subject]]
    people: Mapping[UUID, PersonShown]
    states: Mapping[UUID, Sequence[AgencyState]]


def rows_of(
    viewer: Viewer, keys: Sequence[WorkKey], *, document: PolicyDocument, at: datetime
) -> list[BoardRow]:
    """Return the rows of a page in the order of its keys; seven queries, however many rows."""
    case_ids = [each.id for each in keys if each.is_case]
    contact_ids = [each.id for each in keys if not each.is_case]
    cases = {each.id: each for each in _cases(viewer, case_ids)}
    contacts = {each.id: each for each in _contacts(viewer, contact_ids)}
    subjects = _subjects(viewer, case_ids, contact_ids, months=document.repeats.months)
    told_of = {each.person_id for told in subjects.values() for each in told}
    story = _Story(
        subjects=subjects,
        people=people_shown(viewer, told_of, on=at.date()),
        states=agencies_state(case_ids, viewer=viewer, at=at),
    )
    return [
        _case_row(cases[key.id], key, story, document, at)
        if key.is_case
        else _contact_row(contacts[key.id], key, story, document, at)
        for key in keys
    ]


def people_on(rows: Iterable[BoardRow]) -> list[UUID]:
    """Return everybody these rows show, for the record of who was shown to whom."""
    return [each.person_id for row in rows for each in row.who]


def _cases(viewer: Viewer, ids: Collection[UUID]) -> QuerySet[Case]:
    rows = Case.objects.filter(id__in=ids).select_related("allocated_to")
    return with_step_facts(viewer, rows)


def _contacts(viewer: Viewer, ids: Collection[UUID]) -> QuerySet[Contact]:
    return with_screening(contacts_visible_to(viewer).filter(id__in=ids))


def _subjects(
    viewer: Viewer, case_ids: Collection[UUID], contact_ids: Collection[UUID], *, months: int
) -> dict[UUID, list[Subject]]:
    """Return the people of concern by the case or contact shown, with how often they were told of.

    A case shows the people of all its contacts, each once.
    """
    earlier = _told_before(viewer, months)
    rows = (
        Subject.objects.filter(
            Q(contact__case_link__case_id__in=case_ids) | Q(contact_id__in=contact_ids),
            is_concern=True,
        )
        .annotate(
            shown_in=Coalesce("contact__case_link__case_id", "contact_id"),
            told_at=F("contact__received_at"),
            earlier=Subquery(_count(earlier)),
            first_at=Subquery(
                earlier.order_by("contact__received_at").values("contact__received_at")[:1]
            ),
        )
        .order_by("contact__received_at", "position")
    )
    found: dict[UUID, list[Subject]] = defaultdict(list)
    for each in rows:
        found[cast("UUID", vars(each)["shown_in"])].append(each)
    return found


def _told_before(viewer: Viewer, months: int) -> QuerySet[Subject]:
    """Earlier contacts about the same human being, of those this viewer may know of (A4.3)."""
    spell = timedelta(days=DAYS_IN_A_MONTH * months)
    return Subject.objects.filter(
        is_concern=True,
        person__identity_id=OuterRef("person__identity_id"),
        contact__in=contacts_visible_to(viewer).filter(replaced_by=None),
        contact__received_at__lt=OuterRef("contact__received_at"),
        contact__received_at__gte=OuterRef("contact__received_at") - spell,
    )


def _count(earlier: QuerySet[Subject]) -> QuerySet[Any, Any]:
    by_person = earlier.order_by().values("person__identity_id")
    return by_person.annotate(n=Count("contact_id", distinct=True)).values("n")


def _case_row(
    case: Case, key: WorkKey, story: _Story, document: PolicyDocument, at: datetime
) -> BoardRow:
    states = story.states.get(case.id, ())
    facts = facts_of_case(case, states, document=document, due_at=key.due_at)
    return BoardRow(
        id=case.id,
        is_case=True,
        reference=case.reference,
        rating=case.rating,
        who=_who(case.id, story, at),
        repeat=_repeat(case.id, story),
        concern=case.concern,
        agencies=tuple(states),
        next=next_step(facts, at=at),
        due_at=key.due_at,
        held_by=case.allocated_to.name if case.allocated_to else "",
        restricted=case.restricted,
    )


def _contact_row(
    contact: Contact, key: WorkKey, story: _Story, document: PolicyDocument, at: datetime
) -> BoardRow:
    return BoardRow(
        id=contact.id,
        is_case=False,
        reference=contact.reference,
        rating=str(vars(contact)["rated"] or ""),
        who=_who(contact.id, story, at),
        repeat=_repeat(contact.id, story),
        concern=concern_of(contact, document),
        agencies=(),
        next=next_step(facts_of_contact(contact, due_at=key.due_at), at=at),
        due_at=key.due_at,
        held_by="",
        in_danger=contact.immediate_danger,
        restricted=contact.restricted,
    )


def _who(shown_in: UUID, story: _Story, at: datetime) -> tuple[Who, ...]:
    """Return each human being once, in the order told."""
    told = (story.people.get(each.person_id) for each in story.subjects.get(shown_in, ()))
    once = {each.identity_id: each for each in told if each}
    return tuple(
        Who(
            person_id=each.id,
            name=each.name,
            age=each.age_words(at.date()),
            area=each.area,
            address_protected=each.address_protected,
        )
        for each in once.values()
    )


def _repeat(shown_in: UUID, story: _Story) -> Repeat | None:
    """Return the most often told of among a row's people."""
    found = [_repeat_of(each) for each in story.subjects.get(shown_in, ())]
    return max(filter(None, found), key=lambda each: each.nth, default=None)


def _repeat_of(subject: Subject) -> Repeat | None:
    told = vars(subject)
    return repeat_of(told["earlier"] or 0, told["first_at"], received_at=told["told_at"])


def concern_of(contact: Contact, document: PolicyDocument) -> str:
    """Return the sender's reasons in words, or how their account begins."""
    labels = [reason_label(document, each) for each in contact.reasons]
    return ", ".join(labels) or Truncator(contact.told).chars(CONCERN_LENGTH)
