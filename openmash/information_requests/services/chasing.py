"""Reminding an agency, by hand or as its time goes (A6.3)."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from django.db import transaction

from openmash.accounts.terms import Power
from openmash.core.facts import tell
from openmash.core.refusals import NotHere, Refusal
from openmash.core.viewers import Viewer
from openmash.governance.rules import PolicyDocument
from openmash.governance.selectors import policy_for
from openmash.governance.services import raise_task
from openmash.governance.terms import AgencyKind, Rung
from openmash.information_requests.facts import AgencyChased
from openmash.information_requests.models import Chaser, InformationRequest
from openmash.information_requests.rules import agency_calendar, rungs_due
from openmash.information_requests.selectors import request_by_id, requests_visible_to
from openmash.information_requests.services.footprints import leave_footprint
from openmash.information_requests.terms import REQUEST_OVERDUE, RequestState


class CannotChase(Refusal):
    """There is nothing to remind an agency of."""


@transaction.atomic
def chase(*, by: Viewer, request_id: UUID, at: datetime, rung: int = 0, words: str = "") -> Chaser:
    """Remind an agency; `rung` 0 is by hand, the others are the hub's ladder, once each (A6.3)."""
    request = request_by_id(by, request_id)
    if not by.may(Power.ASK_AGENCIES, request.hub_id):
        raise NotHere
    if request.state != RequestState.OPEN:
        raise CannotChase("This request is no longer waiting for an answer.")
    if rung and Chaser.objects.filter(request=request, rung=rung).exists():
        raise CannotChase("The agency has been reminded at this point already.")
    return _chase(by, request, rung, words, at)


@transaction.atomic
def chase_what_is_late(*, by: Viewer, hub_id: UUID, at: datetime) -> list[Chaser]:
    """Remind every agency whose time has reached a rung, once a rung; safe to run at any time."""
    document = policy_for(by, hub_id, at).document
    waiting = (
        requests_visible_to(by)
        .filter(hub_id=hub_id, state=RequestState.OPEN.value)
        .select_related("agency", "case")
        .select_for_update(of=("self",), skip_locked=True)
        .prefetch_related("chasers")
        .order_by("due_at")
    )
    return [
        _chase(by, request, rung, "", at)
        for request in waiting
        for rung in _rungs_to_climb(request, document, at)
    ]


def _rungs_to_climb(
    request: InformationRequest, document: PolicyDocument, at: datetime
) -> Iterator[int]:
    climbed = {each.rung for each in request.chasers.all()}
    calendar = agency_calendar(document, AgencyKind(request.agency.kind)) or "hub"
    never_waits = request.rating in document.gate.never_wait
    reached = rungs_due(
        [step.percent for step in document.ladder],
        asked_at=request.asked_at,
        due_at=request.due_at,
        now=at,
        hours=None if never_waits else document.calendar(calendar).hours,
    )
    return (rung for rung in reached if rung not in climbed)


def _chase(by: Viewer, request: InformationRequest, rung: int, words: str, at: datetime) -> Chaser:
    chaser = Chaser.objects.create(
        hub_id=request.hub_id,
        request=request,
        rung=rung,
        words=words.strip()[:300],
        chased_at=at,
        chased_by_name=by.name,
    )
    tells = _whom_to_tell(by, request, rung, at)
    if tells is Rung.HUB_MANAGER:
        _ask_manager(request, at=at)
    leave_footprint(
        by=by,
        request=request,
        action="information_requests.chased",
        at=at,
        details={"rung": rung, "tells": tells.value},
    )
    tell(AgencyChased(chaser.id, request.id, request.hub_id, tells.value))
    return chaser


def _whom_to_tell(by: Viewer, request: InformationRequest, rung: int, at: datetime) -> Rung:
    """Return whom this rung tells; a reminder by hand goes to the agency's lead."""
    ladder = policy_for(by, request.hub_id, at).document.ladder
    return ladder[rung - 1].tells if 0 < rung <= len(ladder) else Rung.AGENCY_LEAD


def _ask_manager(request: InformationRequest, *, at: datetime) -> None:
    raise_task(
        hub_id=request.hub_id,
        kind=REQUEST_OVERDUE,
        about_kind="information_request",
        about_id=request.id,
        words=f"{request.agency.name} has not answered {request.reference}, and its time is up."[
            :300
        ],
        needs_power=Power.DIRECT.value,
        at=at,
        case_id=request.case_id,
    )
