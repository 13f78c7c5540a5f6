"""Asking agencies, and asking no longer (A7)."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from openmash.accounts.selectors import agencies_of
from openmash.accounts.services import write_under_reference
from openmash.accounts.terms import Power
from openmash.cases.selectors import cases_visible_to
from openmash.cases.services import add_agency_to_case
from openmash.core.facts import tell
from openmash.core.refusals import NotHere, Refusal
from openmash.core.viewers import Viewer
from openmash.governance.rules import prompts_for
from openmash.governance.selectors import PolicyInForce, policy_for
from openmash.governance.services import cancel_clock, settle_task, start_clock
from openmash.governance.terms import AgencyKind, ClockKind
from openmash.information_requests.facts import RequestOpened
from openmash.information_requests.models import InformationRequest, RequestPerson
from openmash.information_requests.rules import (
    Asking,
    agency_calendar,
    obstacles_to_asking,
    still_to_ask,
)
from openmash.information_requests.selectors import (
    AskOptions,
    PersonToAskAbout,
    ask_options,
    due_for,
    waiting_about,
)
from openmash.information_requests.services.footprints import leave_footprint
from openmash.information_requests.services.holding import held_request
from openmash.information_requests.terms import (
    REQUEST_OVERDUE,
    USUAL_QUESTION,
    RequestState,
)
from openmash.sharing.selectors import law_offered
from openmash.sharing.services import record_disclosure, share_urgently
from openmash.sharing.terms import PROTECT, DisclosureKind

if TYPE_CHECKING:
    from openmash.accounts.models import Agency
    from openmash.cases.models import Case


class CannotAsk(Refusal):
    """Agencies cannot be asked yet, or not this way."""


class CannotWithdraw(Refusal):
    """A request cannot be withdrawn."""


@transaction.atomic
def ask_agencies(
    *,
    by: Viewer,
    case_id: UUID,
    agency_ids: Collection[UUID],
    person_ids: Collection[UUID],
    summary: str,
    purpose: str,
    power_relied_on: str,
    at: datetime,
    question: str = "",
    question_by_agency: Mapping[UUID, str] | None = None,
    people_by_agency: Mapping[UUID, Collection[UUID]] | None = None,
    period_from: date | None = None,
    period_until: date | None = None,
) -> list[InformationRequest]:
    """Ask each agency about people of a case; refused until sharing is decided (A7.1, A7.7).

    `question_by_agency` and `people_by_agency` say otherwise for the agencies they name. Somebody
    an agency has already been asked about, and has yet to answer for, is not asked about again.
    """
    case = _held_case(by, case_id)
    options = ask_options(by, case, at)
    asking = Asking(
        people_by_agency={
            each: list((people_by_agency or {}).get(each, person_ids)) for each in agency_ids
        },
        question_by_agency={
            each: (question_by_agency or {}).get(each, question) for each in agency_ids
        },
        summary=summary,
        purpose=purpose,
        power_relied_on=power_relied_on,
        period_from=period_from,
        period_until=period_until,
    )
    if found := obstacles_to_asking(asking, options.picture):
        raise CannotAsk(*found)
    left = still_to_ask(asking.people_by_agency, waiting_about(case.id))
    if not left:
        raise CannotAsk("These agencies have already been asked about these people.")
    return _ask_each(by, case, options, asking, left, at)


@transaction.atomic
def ask_now(
    *, by: Viewer, case_id: UUID, at: datetime, power_relied_on: str = ""
) -> list[InformationRequest]:
    """Ask in one press, for a rating that never waits: the usual agencies, about everybody (A7.7).

    Agreement is recorded as not sought because seeking it increases the risk; the detail follows.
    """
    case = _held_case(by, case_id)
    power = power_relied_on.strip() or law_offered(by, case, at).usual_power
    share_urgently(by=by, case_id=case.id, power_relied_on=power, at=at)
    options = ask_options(by, case, at)
    return ask_agencies(
        by=by,
        case_id=case.id,
        agency_ids=[each.id for each in options.agencies if each.by_default],
        person_ids=[each.id for each in options.people],
        summary=case.concern or PROTECT,
        purpose=PROTECT,
        power_relied_on=power,
        question=USUAL_QUESTION,
        at=at,
    )


@transaction.atomic
def withdraw_request(
    *, by: Viewer, request_id: UUID, because: str, at: datetime
) -> InformationRequest:
    """Ask no longer. What was already answered stays, and so does the request."""
    request = held_request(by, request_id)
    if not by.may(Power.ASK_AGENCIES, request.hub_id):
        raise NotHere
    if request.state != RequestState.OPEN:
        raise CannotWithdraw("This request is no longer waiting for an answer.")
    if not because.strip():
        raise CannotWithdraw("Say why the agency need not answer.")
    request.state, request.withdrawn_because = RequestState.WITHDRAWN.value, because.strip()
    request.save(update_fields=["state", "withdrawn_because"])
    cancel_clock(about_id=request.id, kind=ClockKind.REQUEST_RETURN, at=at)
    settle_task(about_id=request.id, kind=REQUEST_OVERDUE, by=by, at=at, answer=because.strip())
    leave_footprint(
        by=by, request=request, action="information_requests.withdrawn", at=at, reason=because
    )
    return request


def _held_case(by: Viewer, case_id: UUID) -> "Case":
    cases = cases_visible_to(by).select_for_update(of=("self",))
    case = cases.filter(id=case_id).first()
    if case is None:
        raise NotHere
    return case


def _ask_each(
    by: Viewer,
    case: "Case",
    options: AskOptions,
    asking: Asking,
    people_by_agency: Mapping[UUID, Sequence[UUID]],
    at: datetime,
) -> list[InformationRequest]:
    policy = policy_for(by, case.hub_id, at)
    agencies = {each.id: each for each in agencies_of(case.hub_id, on=at.date())}
    people = {each.id: each for each in options.people}
    asked = []
    for agency_id, person_ids in people_by_agency.items():
        request = _open_request(by, case, options, asking, agencies[agency_id], policy, at)
        about = [people[each] for each in people if each in person_ids]
        _name_people(request, about, at)
        _let_it_out(by, request, about, at)
        asked.append(request)
    return asked


def _open_request(
    by: Viewer,
    case: "Case",
    options: AskOptions,
    asking: Asking,
    agency: "Agency",
    policy: PolicyInForce,
    at: datetime,
) -> InformationRequest:
    kind = AgencyKind(agency.kind)
    due = due_for(case, kind, policy, at)
    if due is None:
        raise CannotAsk("This hub's policy does not say how long an agency has to answer.")
    standing = options.decision
    if standing is None:  # the rule has refused already; the column may not be empty
        raise CannotAsk("Complete the agreement and lawful basis step before asking.")
    request = InformationRequest(
        hub_id=case.hub_id,
        case=case,
        agency=agency,
        decision=standing,
        state=RequestState.OPEN.value,
        rating=case.rating,
        purpose=asking.purpose.strip(),
        power_relied_on=asking.power_relied_on.strip(),
        summary=asking.summary.strip(),
        question=asking.question_by_agency[agency.id].strip(),
        prompts=list(prompts_for(policy.document, kind)),
        period_from=asking.period_from,
        period_until=asking.period_until,
        asked_at=at,
        asked_by_id=by.practitioner_id,
        due_at=due,
    )
    write_under_reference("R", request, InformationRequest.objects.bulk_create)
    start_clock(
        policy=policy,
        hub_id=case.hub_id,
        kind=ClockKind.REQUEST_RETURN,
        about_kind="information_request",
        about_id=request.id,
        started_at=at,
        rating=case.rating,
        case_id=case.id,
        calendar=agency_calendar(policy.document, kind),
    )
    return request


def _name_people(
    request: InformationRequest, about: Sequence[PersonToAskAbout], at: datetime
) -> None:
    """Give the agency the least it needs to look somebody up; a protected address is not in it."""
    RequestPerson.objects.bulk_create(
        RequestPerson(
            hub_id=request.hub_id,
            request=request,
            person_id=each.id,
            position=position,
            part=each.part,
            name=each.shown.name,
            born_words=each.shown.born_words(),
            address_words=each.shown.address_words,
        )
        for position, each in enumerate(about)
    )


def _let_it_out(
    by: Viewer, request: InformationRequest, about: Sequence[PersonToAskAbout], at: datetime
) -> None:
    """Let the agency onto the case, and keep what it was told, to whom and on what basis."""
    persons = [each.id for each in about]
    add_agency_to_case(case_id=request.case_id, agency_id=request.agency_id, at=at)
    record_disclosure(
        by=by,
        case_id=request.case_id,
        decision_id=request.decision_id,
        kind=DisclosureKind.REQUEST,
        about_id=request.id,
        to_agency_id=request.agency_id,
        to_words=request.agency.name,
        what=f"{request.summary}\n{request.question}",
        persons=persons,
        at=at,
    )
    leave_footprint(
        by=by,
        request=request,
        action="information_requests.asked",
        at=at,
        persons=persons,
        details={"agency": str(request.agency_id)},
    )
    tell(RequestOpened(request.id, request.hub_id))
