"""Gathering what `rules.next_step` asks about: as annotations, so that rows cost no query each."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from openmash.accounts.terms import Power
from openmash.cases.models import Case
from openmash.cases.terms import CaseStatus
from openmash.core.viewers import Viewer
from openmash.decisions.models import SecondReading
from openmash.decisions.terms import ReadingState
from openmash.governance.models import Task
from openmash.governance.rules import PolicyDocument
from openmash.governance.terms import AgencyKind, Track
from openmash.information_requests.models import InformationRequest, Item
from openmash.information_requests.selectors import AgencyState
from openmash.information_requests.terms import LATE_RETURN, RequestState
from openmash.insight.rules import Asked, StepFacts
from openmash.intake.models import Contact, Screening, Subject
from openmash.intake.terms import ContactState
from openmash.pathways.models import Handover
from openmash.pathways.terms import HandoverState
from openmash.people.terms import Sex
from openmash.sharing.models import SharingDecision

ADULT_TRACKS = [each.value for each in Track if each.is_adult]
KNOWN_ANSWERS = ["yes", "no"]


def with_step_facts(viewer: Viewer, rows: QuerySet[Case]) -> QuerySet[Case]:
    """Return the cases with everything `facts_of_case` reads, in the same query."""
    hub_ids = viewer.hubs_where(Power.SEE_EVERY_RETURN)
    return rows.annotate(
        unsafe=_unsafe_adult(),
        asked=Exists(_asked_at_all()),
        may_ask=Exists(_decided_to_share()),
        outstanding=Exists(_still_asked()),
        must_speak=Exists(_must_speak(hub_ids)),
        late=Exists(_late_answer()),
        returned=Exists(_returned()),
        sent_back=Exists(_sent_back()),
        held=Subquery(_waits_for_second().values("holds")[:1]),
        team=Subquery(_handed_over().values("team__name")[:1]),
    )


def facts_of_case(
    case: Case,
    states: Sequence[AgencyState],
    *,
    document: PolicyDocument,
    due_at: datetime | None,
) -> StepFacts:
    """Return the facts of a case read by `with_step_facts`."""
    row: dict[str, object] = vars(case)
    unsafe, team = row["unsafe"], row["team"]
    return StepFacts(
        status=CaseStatus(case.status),
        is_screened=True,
        is_urgent=case.rating in document.gate.never_wait,
        may_ask=bool(row["may_ask"]),
        was_asked=bool(row["asked"]),
        waiting_for=tuple(_asked(each) for each in states if each.is_waited_for),
        unsafe_adult=None if unsafe is None else Sex(str(unsafe)),
        must_speak=bool(row["must_speak"]),
        was_returned=bool(row["returned"]),
        was_sent_back=bool(row["sent_back"]),
        late_answer=bool(row["late"]),
        waits_for_second=row["held"] is not None,
        is_held=bool(row["held"]),
        team=str(team or ""),
        due_at=due_at,
    )


def facts_of_contact(contact: Contact, *, due_at: datetime | None) -> StepFacts:
    """Return the facts of a contact read by `with_screening`."""
    return StepFacts(
        is_screened=bool(vars(contact)["rated"]),
        in_danger=contact.immediate_danger,
        was_asked_back=contact.state == ContactState.AWAITING_CLARIFICATION,
        due_at=due_at,
    )


def with_screening(rows: QuerySet[Contact]) -> QuerySet[Contact]:
    """Return the contacts with the rating of their latest screening, in the same query."""
    latest = Screening.objects.filter(contact_id=OuterRef("pk")).order_by("-screened_at")
    return rows.annotate(rated=Subquery(latest.values("rating")[:1]))


def short_name(state: AgencyState) -> str:
    """Return how people in a hub call an agency: `health`, `police`, `Cafcass`."""
    kind = next((each for each in AgencyKind if each.letters == state.letters), None)
    if kind is None or kind is AgencyKind.CAFCASS:
        return state.name
    return kind.label[0].lower() + kind.label[1:]


def _unsafe_adult() -> Subquery:
    """The sex of an adult in the case of whom nobody has written whether they are safe tonight."""
    adults = (
        Subject.objects.filter(
            contact__case_link__case_id=OuterRef("pk"),
            is_concern=True,
            tracks__track__in=ADULT_TRACKS,
        )
        .exclude(adult_tests__safe_tonight__in=KNOWN_ANSWERS)
        .order_by("position")
    )
    return Subquery(adults.values("person__sex")[:1])


def _asked_at_all() -> QuerySet[InformationRequest]:
    return InformationRequest.objects.filter(case_id=OuterRef("pk")).exclude(
        state=RequestState.WITHDRAWN.value
    )


def _still_asked() -> QuerySet[InformationRequest]:
    return InformationRequest.objects.filter(case_id=OuterRef("pk"), state=RequestState.OPEN.value)


def _late_answer() -> QuerySet[Task]:
    return Task.objects.filter(case_id=OuterRef("pk"), kind=LATE_RETURN, done_at=None)


def _handed_over() -> QuerySet[Handover]:
    return Handover.objects.filter(case_id=OuterRef("pk"), state=HandoverState.SENT.value).order_by(
        "sent_at"
    )


def _returned() -> QuerySet[Handover]:
    return Handover.objects.filter(
        Q(decision__replaced_by=None), case_id=OuterRef("pk"), state=HandoverState.RETURNED.value
    )


def _waits_for_second() -> QuerySet[SecondReading]:
    """The second reading that a case's decision waits for; whether it holds it (A10.3)."""
    state = ReadingState.WAITING.value
    return SecondReading.objects.filter(decision__case_id=OuterRef("pk"), state=state)


def _sent_back() -> QuerySet[SecondReading]:
    return SecondReading.objects.filter(
        decision__case_id=OuterRef("pk"),
        decision__replaced_by=None,
        state=ReadingState.SENT_BACK.value,
    )


def _decided_to_share() -> QuerySet[SharingDecision]:
    return SharingDecision.objects.filter(case_id=OuterRef("pk"), to_share=True)


def _must_speak(hub_ids: Collection[UUID]) -> QuerySet[Item]:
    """What an agency will only say aloud; known to exist by those who see every return (A8.2)."""
    return Item.objects.filter(
        hub_id__in=hub_ids,
        of_return__request__case_id=OuterRef("pk"),
        of_return__corrected_by=None,
        code="H4",
        spoken=None,
    )


def _asked(state: AgencyState) -> Asked:
    return Asked(short_name(state), asked_at=state.asked_at, due_at=state.due_at)
