"""What the ask page shows before anybody presses: whom to ask, why them, and by when (A7.1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from openmash.accounts.selectors import agencies_of
from openmash.accounts.terms import Power
from openmash.cases.selectors import is_worked_by, people_of
from openmash.cases.terms import CaseStatus
from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer
from openmash.core.working_time import LONDON
from openmash.governance.rules import (
    AgencyTerms,
    PolicyDocument,
    default_agencies,
    is_asked,
    prompts_for,
    site_of,
)
from openmash.governance.selectors import PolicyInForce, clocks_about, policy_for
from openmash.governance.terms import AgencyKind, ClockKind, Track
from openmash.information_requests.models import InformationRequest, RequestPerson
from openmash.information_requests.rules import (
    AskingPicture,
    reply_due,
)
from openmash.information_requests.terms import RequestState
from openmash.people.selectors import PersonShown, people_shown
from openmash.sharing.selectors import lets_agencies_be_asked, standing_decision

if TYPE_CHECKING:
    from openmash.accounts.models import Agency
    from openmash.cases.models import Case
    from openmash.sharing.models import SharingDecision


@dataclass(frozen=True)
class AgencyToAsk:
    """An agency that may be asked about this case."""

    id: UUID
    name: str
    kind: AgencyKind
    by_default: bool
    prompts: tuple[str, ...]
    agreement_rule: str
    due_at: datetime | None
    was_asked_at: datetime | None


@dataclass(frozen=True)
class PersonToAskAbout:
    """Somebody in the case, as the agencies would be told of them."""

    id: UUID
    part: str
    is_concern: bool
    shown: PersonShown


@dataclass(frozen=True)
class AskOptions:
    """Everything the ask page needs, and what the rules need to know."""

    agencies: Sequence[AgencyToAsk]
    people: Sequence[PersonToAskAbout]
    decision: "SharingDecision | None"
    never_waits: bool
    picture: AskingPicture


def ask_options(viewer: Viewer, case: "Case", at: datetime) -> AskOptions:
    """Return whom a case's concern is usually put to, about whom, and by when they must answer."""
    if not is_worked_by(viewer, case):
        raise NotHere
    policy = policy_for(viewer, case.hub_id, at)
    document = policy.document
    agencies = list(agencies_of(case.hub_id, on=at.date()))
    people = people_to_ask_about(viewer, case, at)
    decision = standing_decision(case.id)
    never_waits = case.rating in document.gate.never_wait
    return AskOptions(
        agencies=_agencies_to_ask(case, agencies, people, policy, at),
        people=people,
        decision=decision,
        never_waits=never_waits,
        picture=AskingPicture(
            may_ask=viewer.id is not None and viewer.may(Power.ASK_AGENCIES, case.hub_id),
            case_is_open=case.status != CaseStatus.CLOSED,
            sharing_is_decided=decision is not None,
            may_share=lets_agencies_be_asked(decision, never_waits=never_waits),
            agencies_of_hub=[each.id for each in agencies if is_asked(document, each.kind)],
            people_of_case=[each.id for each in people],
            threshold_is_clear=not never_waits and _is_clear(case, policy),
        ),
    )


def _is_clear(case: "Case", policy: PolicyInForce) -> bool:
    """Say whether checks may not run beside, and the case waits for its decision alone (A5.2)."""
    beside = policy.document.gate.checks_may_run_beside
    return not beside and case.status == CaseStatus.DECISION_PENDING


def people_to_ask_about(viewer: Viewer, case: "Case", at: datetime) -> list[PersonToAskAbout]:
    """Return the people of a case whom the viewer may know of, those of concern first."""
    rows = list(people_of(case))
    shown = people_shown(viewer, [each.person_id for each in rows], on=at.date())
    return [
        PersonToAskAbout(each.person_id, each.part, each.is_concern, shown[each.person_id])
        for each in rows
        if each.person_id in shown
    ]


def waiting_about(case_id: UUID) -> set[tuple[UUID, UUID]]:
    """Return each agency with each person it has been asked about and has yet to answer for."""
    rows = RequestPerson.objects.filter(
        request__case_id=case_id, request__state=RequestState.OPEN.value
    )
    return set(rows.values_list("request__agency_id", "person_id"))


def due_for(case: "Case", kind: AgencyKind, policy: PolicyInForce, at: datetime) -> datetime | None:
    """Return when an agency asked now must answer: on its own clock, or the product's (A7.9)."""
    own = reply_due(policy.document, rating=case.rating, kind=kind, asked_at=at)
    return own or _product_due(case)


def _product_due(case: "Case") -> datetime | None:
    clocks = clocks_about([case.id]).get(case.id, [])
    running = (c for c in clocks if c.kind == ClockKind.PRODUCT and c.stopped_at is None)
    return next((each.due_at for each in running), None)


def _agencies_to_ask(
    case: "Case",
    agencies: Sequence["Agency"],
    people: Sequence[PersonToAskAbout],
    policy: PolicyInForce,
    at: datetime,
) -> list[AgencyToAsk]:
    document = policy.document
    usual = _usual(case, people, document, on=at.astimezone(LONDON).date())
    asked = _last_asked(case.id)
    return [
        AgencyToAsk(
            id=each.id,
            name=each.name,
            kind=AgencyKind(each.kind),
            by_default=_is_one_of(each, usual),
            prompts=prompts_for(document, AgencyKind(each.kind)),
            agreement_rule=_agreement_rule(document.agencies, each.kind),
            due_at=due_for(case, AgencyKind(each.kind), policy, at),
            was_asked_at=asked.get(each.id),
        )
        for each in agencies
        if is_asked(document, each.kind)
    ]


def _usual(
    case: "Case", people: Sequence[PersonToAskAbout], document: PolicyDocument, *, on: date
) -> Sequence[AgencyTerms]:
    """Return those asked as a matter of course, at the site whose people these are (A7.1)."""
    site = site_of(document, [each.shown.area for each in people if each.is_concern])
    tracks = [Track(each) for each in case.tracks]
    return default_agencies(document, case.rating, tracks, on=on, site=site)


def _is_one_of(agency: "Agency", terms: Sequence[AgencyTerms]) -> bool:
    """Say whether the policy means this agency: by its name, where it has a code of its own."""
    alike = [each for each in terms if each.kind == agency.kind]
    return any(each.code is None or each.name == agency.name for each in alike)


def _agreement_rule(agencies: Sequence[AgencyTerms], kind: str) -> str:
    return next((each.agreement_rule for each in agencies if each.kind == kind), "")


def _last_asked(case_id: UUID) -> dict[UUID, datetime]:
    rows = InformationRequest.objects.filter(case_id=case_id).exclude(
        state=RequestState.WITHDRAWN.value
    )
    return dict(rows.order_by("asked_at").values_list("agency_id", "asked_at"))
