"""The case as an agency asked about it sees it: its own part, and what was decided (A8.3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from openmash.cases.models import Case
from openmash.cases.selectors import case_for
from openmash.core.viewers import Viewer
from openmash.decisions.rules import ViewSeen
from openmash.decisions.selectors.viewing import views_in
from openmash.information_requests.models import InformationRequest
from openmash.information_requests.selectors import agencies_state, requests_on, returns_in
from openmash.information_requests.terms import RequestState
from openmash.insight.selectors.case_page import (
    AgencyAnswers,
    DecisionShown,
    by_agency,
    decision_shown,
)
from openmash.people.selectors import PersonShown, people_shown


@dataclass(frozen=True)
class PartnerPage:
    """What a partner may read: those it was asked about, its own answers, its view, the outcome.

    In an open hub other agencies' items are among the answers, as far as their codes allow.
    """

    case: Case
    people: Sequence[PersonShown]
    requests: Sequence[InformationRequest]
    answers: Sequence[AgencyAnswers]
    views: Sequence[ViewSeen]
    decision: DecisionShown | None

    @property
    def to_answer(self) -> list[InformationRequest]:
        return [each for each in self.requests if each.state == RequestState.OPEN]

    @property
    def person_ids(self) -> list[UUID]:
        return [each.id for each in self.people]


def partner_page(viewer: Viewer, reference: str, *, at: datetime) -> PartnerPage:
    """Return an agency's part of a case it is on, or raise NotHere."""
    case = case_for(viewer, reference)
    requests = list(requests_on(viewer, case.id))
    about = [each.person_id for request in requests for each in request.people.all()]
    shown = people_shown(viewer, about, on=at.date())
    own = viewer.agency_in(case.hub_id)
    asked = agencies_state([case.id], viewer=viewer, at=at).get(case.id, [])
    views = views_in(viewer, case, [each for each in asked if each.agency_id == own], at)
    return PartnerPage(
        case=case,
        people=_in_order(about, shown),
        requests=requests,
        answers=by_agency(returns_in(viewer, case, at)),
        views=[each for each in views if each.is_readable],
        decision=_told(decision_shown(case.id, shown)),
    )


def _told(decided: DecisionShown | None) -> DecisionShown | None:
    """What waits for a second person in the hub is not yet told outside it (A10.3)."""
    return None if decided is None or decided.is_held else decided


def _in_order(about: Sequence[UUID], shown: dict[UUID, PersonShown]) -> list[PersonShown]:
    once = {shown[each].identity_id: shown[each] for each in about if each in shown}
    return list(once.values())
