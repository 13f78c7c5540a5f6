"""Where each agency stands on a case; who is still waited for; whom the hub must still speak to."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from openmash.accounts.terms import Power
from openmash.core.handling import HandlingCode
from openmash.core.viewers import Viewer
from openmash.governance.terms import AgencyKind
from openmash.information_requests.models import InformationRequest, Item, Return
from openmash.information_requests.terms import AgencyAnswer, Answer, RequestState

HOLDS_SOMETHING = (Answer.KNOWN.value, Answer.KNOWN_HISTORIC.value)


@dataclass(frozen=True)
class AgencyState:
    """One agency's mark on a case: its letters, its name, and where it stands.

    `asked_at` and `due_at` are those of what it has still to answer, or else of what it was asked.
    """

    agency_id: UUID
    name: str
    letters: str
    state: AgencyAnswer
    asked_at: datetime
    due_at: datetime

    @property
    def is_waited_for(self) -> bool:
        return self.state in (AgencyAnswer.WAITING, AgencyAnswer.LATE)


@dataclass(frozen=True)
class MustSpeak:
    """An agency holds something it will only say aloud (A8.2)."""

    item_id: UUID
    agency_name: str
    speak_to: str
    person_id: UUID


def agencies_state(
    case_ids: Sequence[UUID], *, viewer: Viewer | None = None, at: datetime | None = None
) -> dict[UUID, list[AgencyState]]:
    """Return where each agency asked stands, case by case, in one query.

    Whether an agency holds anything, or refused, is told only to a viewer who sees every return;
    to anybody else an answer is an answer, so that no mark lets them infer an item (A8.4).
    """
    kept = _current_returns()
    rows = (
        InformationRequest.objects.filter(case_id__in=case_ids)
        .exclude(state=RequestState.WITHDRAWN.value)
        .select_related("agency")
        .annotate(
            holds=Exists(kept.filter(answer__in=HOLDS_SOMETHING)),
            refuses=Exists(kept.filter(answer=Answer.CANNOT_DISCLOSE.value)),
        )
        .order_by("asked_at", "agency__name")
    )
    by_agency: dict[UUID, dict[UUID, list[InformationRequest]]] = defaultdict(dict)
    for each in rows:
        by_agency[each.case_id].setdefault(each.agency_id, []).append(each)
    return {
        case_id: [_state_of(requests, viewer, at) for requests in agencies.values()]
        for case_id, agencies in by_agency.items()
    }


def outstanding_on(case_id: UUID) -> QuerySet[InformationRequest]:
    """Return what has been asked and not answered on a case, soonest due first."""
    return (
        InformationRequest.objects.filter(case_id=case_id, state=RequestState.OPEN.value)
        .select_related("agency")
        .order_by("due_at", "reference")
    )


def must_speak_open(case_id: UUID) -> list[MustSpeak]:
    """Return the conversations that `H4` items ask for and nobody has yet recorded (A8.2).

    For rules about closing, and for pages of those who see every return; never for another.
    """
    rows = (
        Item.objects.filter(
            of_return__request__case_id=case_id,
            of_return__corrected_by=None,
            code=HandlingCode.H4.value,
            spoken=None,
        )
        .select_related("supplied_by")
        .order_by("given_at", "position")
    )
    return [
        MustSpeak(each.id, each.supplied_by.name, each.speak_to, each.person_id) for each in rows
    ]


def _current_returns() -> QuerySet[Return]:
    return Return.objects.filter(request=OuterRef("pk"), corrected_by=None)


def _state_of(
    requests: Iterable[InformationRequest], viewer: Viewer | None, at: datetime | None
) -> AgencyState:
    asked = list(requests)
    agency, hub_id = asked[0].agency, asked[0].hub_id
    telling = [each for each in asked if each.state == RequestState.OPEN] or asked
    sees_all = viewer is not None and viewer.may(Power.SEE_EVERY_RETURN, hub_id)
    return AgencyState(
        agency_id=agency.id,
        name=agency.name,
        letters=AgencyKind(agency.kind).letters,
        state=_where_it_stands(asked, sees_all=sees_all, at=at),
        asked_at=min(each.asked_at for each in telling),
        due_at=min(each.due_at for each in telling),
    )


def _where_it_stands(
    asked: Sequence[InformationRequest], *, sees_all: bool, at: datetime | None
) -> AgencyAnswer:
    waiting = [each for each in asked if each.state == RequestState.OPEN]
    if waiting:
        is_late = at is not None and any(each.due_at < at for each in waiting)
        return AgencyAnswer.LATE if is_late else AgencyAnswer.WAITING
    if not sees_all or any(getattr(each, "holds", False) for each in asked):
        return AgencyAnswer.ANSWERED
    refuses = any(getattr(each, "refuses", False) for each in asked)
    return AgencyAnswer.REFUSED if refuses else AgencyAnswer.NIL
