"""The case page: everything a decision needs, in reading order, fetched once (look 3).

Twelve queries whatever the number of people, agencies or items. The running record and the
chronology are parts of their own, each with its own gate.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from openmash.accounts.terms import Power
from openmash.cases.models import Case, CasePerson, Rating
from openmash.cases.selectors import cases_visible_to, contacts_of
from openmash.cases.terms import CaseStatus
from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer
from openmash.core.working_time import LONDON
from openmash.decisions.models import Decision, Outcome, SecondReading
from openmash.decisions.rules import ViewSeen
from openmash.decisions.selectors import may_read_again
from openmash.decisions.selectors.seeing import sender_words
from openmash.decisions.selectors.viewing import views_in
from openmash.decisions.terms import ReadingState
from openmash.governance.rules import PolicyDocument, review_due
from openmash.governance.selectors import policy_for
from openmash.governance.terms import AgreementAnswer, Zone
from openmash.information_requests.selectors import (
    AgencyState,
    ReturnShown,
    agencies_state,
    returns_in,
)
from openmash.insight.rules import NextStep, next_step
from openmash.insight.selectors.open_work import due_of_case
from openmash.insight.selectors.step_facts import facts_of_case, with_step_facts
from openmash.intake.models import Contact, Subject
from openmash.intake.rules.adult_words import ToldLine, adult_lines
from openmash.intake.terms import InformedAnswer, Part
from openmash.people.selectors import PersonShown, people_shown


@dataclass(frozen=True)
class PersonOnCase:
    """Somebody in the case, as far as this viewer may know of them."""

    shown: PersonShown
    age: str
    part: str
    is_concern: bool
    relationship: str


@dataclass(frozen=True)
class ContactOnCase:
    """What one sender told, with who they are where that may be shown."""

    contact: Contact
    sender: str
    agreement: str
    family_aware: str
    of_adult: Sequence[ToldLine]


@dataclass(frozen=True)
class AgencyAnswers:
    """One agency's answers on the case, newest first."""

    agency: str
    answers: Sequence[ReturnShown]

    @property
    def newest_at(self) -> datetime:
        return max(each.answered_at for each in self.answers)

    @property
    def telling(self) -> list[ReturnShown]:
        """The answers with something in them to read."""
        return [each for each in self.answers if not _is_nil(each)]

    @property
    def nil(self) -> list[tuple[str, list[str]]]:
        """The rest in a line for each answer: `Not known`, and of whom."""
        found: dict[str, list[str]] = {}
        for each in self.answers:
            if each.answer and _is_nil(each):
                found.setdefault(each.answer.label, []).append(each.person_name)
        return list(found.items())


@dataclass(frozen=True)
class OutcomeShown:
    """What was decided for one person."""

    person: str
    track: str
    label: str
    words: str


@dataclass(frozen=True)
class DecisionShown:
    """The decision that stands, and what it was for each person."""

    decision: Decision
    outcomes: Sequence[OutcomeShown]

    @property
    def second(self) -> SecondReading | None:
        """The second person's reading of it, where the policy asked for one (A10.3)."""
        return getattr(self.decision, "second_reading", None)

    @property
    def waits_for_second(self) -> bool:
        return self.second is not None and self.second.state == ReadingState.WAITING

    @property
    def is_held(self) -> bool:
        return self.waits_for_second and self.second is not None and self.second.holds


@dataclass(frozen=True)
class CasePage:
    """A case as one of the hub's workers reads it."""

    case: Case
    status: CaseStatus
    rating_why: str
    people: Sequence[PersonOnCase]
    contacts: Sequence[ContactOnCase]
    agencies: Sequence[AgencyState]
    answers: Sequence[AgencyAnswers]
    views: Sequence[ViewSeen]
    decision: DecisionShown | None
    next: NextStep
    due_at: datetime | None
    held_by: str
    may_read_again: bool
    review_due: date | None = None  # of a closed case, where the policy says for how long (A18.7)

    @property
    def concerns(self) -> list[PersonOnCase]:
        return [each for each in self.people if each.is_concern]

    @property
    def others(self) -> list[PersonOnCase]:
        return [each for each in self.people if not each.is_concern]

    @property
    def address_protected(self) -> bool:
        return any(each.shown.address_protected for each in self.people)

    @property
    def worker_safety(self) -> list[str]:
        """What a worker must know before they knock on the door."""
        return [each.contact.worker_safety for each in self.contacts if each.contact.worker_safety]

    @property
    def waits_for_answers(self) -> bool:
        return any(each.is_waited_for for each in self.agencies)

    @property
    def person_ids(self) -> list[UUID]:
        return [each.shown.id for each in self.people]


def case_page(viewer: Viewer, reference: str, *, at: datetime) -> CasePage:
    """Return the whole of a case for one of the hub's workers, or raise NotHere."""
    case = _case(viewer, reference)
    document = policy_for(viewer, case.hub_id, at).document
    rows = list(_people_rows(case))
    shown = people_shown(viewer, [each.person_id for each in rows], on=at.date())
    agencies = agencies_state([case.id], viewer=viewer, at=at).get(case.id, [])
    decided = decision_shown(case.id, shown)
    due_at: datetime | None = vars(case)["due"]
    facts = facts_of_case(case, agencies, document=document, due_at=due_at)
    return CasePage(
        case=case,
        status=CaseStatus(case.status),
        rating_why=vars(case)["rating_why"] or "",
        people=_people(rows, shown, on=at.date()),
        contacts=[_contact(each.contact) for each in contacts_of(case)],
        agencies=agencies,
        answers=by_agency(returns_in(viewer, case, at)),
        views=views_in(viewer, case, agencies, at),
        decision=decided,
        next=next_step(facts, at=at),
        due_at=due_at,
        held_by=case.allocated_to.name if case.allocated_to else "",
        may_read_again=_may_read_again(viewer, case, decided, at),
        review_due=_review_due(case, document),
    )


def _review_due(case: Case, document: PolicyDocument) -> date | None:
    """Return the day the hub's working record of a closed case is to be reviewed."""
    if case.closed_at is None:
        return None
    return review_due(document, Zone.HUB, case.closed_at.astimezone(LONDON).date())


def _may_read_again(
    viewer: Viewer, case: Case, decided: DecisionShown | None, at: datetime
) -> bool:
    if decided is None or not decided.waits_for_second:
        return False
    is_own = viewer.id == decided.decision.decided_by_id
    return not is_own and may_read_again(viewer, case, at)


def by_agency(answers: Sequence[ReturnShown]) -> list[AgencyAnswers]:
    """Return answers one agency after another, whoever answered last first."""
    found: dict[str, list[ReturnShown]] = {}
    for each in answers:
        found.setdefault(each.agency_name, []).append(each)
    return [AgencyAnswers(agency, given) for agency, given in found.items()]


def _is_nil(answer: ReturnShown) -> bool:
    return (
        answer.answer is not None
        and answer.answer.is_nil
        and not (answer.items or answer.analysis or answer.involvement)
    )


def decision_shown(case_id: UUID, shown: Mapping[UUID, PersonShown]) -> DecisionShown | None:
    """Return the standing decision with its outcomes, or None; one query."""
    rows = list(
        Outcome.objects.filter(decision__case_id=case_id, decision__reopened_at=None)
        .select_related("decision__decided_by", "decision__second_reading__read_by")
        .order_by("person_id", "track")
    )
    if not rows:
        return None
    outcomes = [
        OutcomeShown(shown[each.person_id].name, each.track, each.label, each.words)
        for each in rows
        if each.person_id in shown
    ]
    return DecisionShown(rows[0].decision, outcomes)


def _case(viewer: Viewer, reference: str) -> Case:
    """Return the case through its gate, with what the page's first lines need; one query."""
    why = Rating.objects.filter(case_id=OuterRef("pk"), is_hub=True).order_by("-rated_at")
    rows = (
        with_step_facts(viewer, cases_visible_to(viewer))
        .filter(reference=reference, hub_id__in=viewer.hubs_where(Power.SEE_CASES))
        .annotate(due=due_of_case(), rating_why=Subquery(why.values("why")[:1]))
        .select_related("allocated_to")
    )
    found = rows.first()
    if found is None:
        raise NotHere
    return found


def _people_rows(case: Case) -> QuerySet[CasePerson]:
    as_told = Subject.objects.filter(person_id=OuterRef("person_id")).order_by("position")
    return (
        CasePerson.objects.filter(case=case)
        .annotate(relationship=Subquery(as_told.values("relationship_as_told")[:1]))
        .order_by("-is_concern", "position")
    )


def _people(
    rows: Sequence[CasePerson], shown: Mapping[UUID, PersonShown], *, on: date
) -> list[PersonOnCase]:
    """Return each human being once, the most concerning part of theirs first."""
    found: dict[UUID, PersonOnCase] = {}
    for each in rows:
        person = shown.get(each.person_id)
        if person and person.identity_id not in found:
            found[person.identity_id] = PersonOnCase(
                shown=person,
                age=person.age_words(on),
                part=Part(each.part).label,
                is_concern=each.is_concern,
                relationship=vars(each)["relationship"] or "",
            )
    return list(found.values())


def _contact(row: Contact) -> ContactOnCase:
    return ContactOnCase(
        contact=row,
        sender=sender_words(row),
        agreement=AgreementAnswer(row.agreement).label,
        family_aware=InformedAnswer(row.family_aware).label,
        of_adult=adult_lines(row.adult),
    )
