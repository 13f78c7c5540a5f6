"""A team accepts a hand-over, or sends it back; or the hub does without its answer (A12.2)."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from openmash.accounts.terms import Power
from openmash.core.refusals import NotHere, RecordHasMoved, Refusal
from openmash.core.viewers import Viewer
from openmash.decisions.services import reopen_decision
from openmash.governance.services import raise_task, stop_clock
from openmash.governance.terms import ClockKind
from openmash.pathways.models import Handover
from openmash.pathways.rules import (
    obstacles_to_accepting,
    obstacles_to_returning,
    obstacles_to_waiving,
)
from openmash.pathways.selectors import handovers_to_answer, handovers_visible_to
from openmash.pathways.services.footprints import of_handover
from openmash.pathways.services.handing import write_story
from openmash.pathways.services.hub import hub_after, move_on
from openmash.pathways.terms import RETURNED_TASK, HandoverState


class CannotAnswerHandover(Refusal):
    """This hand-over cannot be answered this way."""


@transaction.atomic
def accept_handover(
    *, by: Viewer, handover_id: UUID, at: datetime, system_reference: str = ""
) -> Handover:
    """Accept for the team, with its reference in the team's own system (A12.2)."""
    handover = _open_to(by, handover_id)
    found = obstacles_to_accepting(
        may_receive=_may_receive(by, handover),
        is_open=_is_open(handover),
        still_stands=_still_stands(handover),
    )
    if found:
        raise CannotAnswerHandover(*found)
    _answer(
        by,
        handover,
        HandoverState.ACCEPTED,
        at,
        system_name=handover.team.system_name if handover.team else "",
        system_reference=system_reference.strip(),
    )
    write_story(handover, f"{_team(handover)} accepted the hand-over.", at)
    of_handover(by, handover, "handover.accepted", at)
    move_on(handover.case, hub=handover.hub, by=by, at=at)
    return handover


@transaction.atomic
def return_handover(*, by: Viewer, handover_id: UUID, because: str, at: datetime) -> Handover:
    """Send it back with a reason: the hub's decision is reopened (A12.3).

    A receiving manager cannot open the hub's cases, so the hub reopens its own decision; the
    footprint of the return names the manager.
    """
    handover = _open_to(by, handover_id)
    found = obstacles_to_returning(
        may_receive=_may_receive(by, handover),
        is_open=_is_open(handover),
        still_stands=_still_stands(handover),
        because=because,
    )
    if found:
        raise CannotAnswerHandover(*found)
    _answer(by, handover, HandoverState.RETURNED, at, returned_because=because.strip())
    write_story(handover, f"{_team(handover)} returned the hand-over to the hub.", at)
    of_handover(by, handover, "handover.returned", at, reason=because)
    why = f"{_team(handover)} returned it: {because.strip()}"
    reopen_decision(by=hub_after(handover.hub, by), case_id=handover.case_id, because=why, at=at)
    _ask_to_decide_again(handover, why, at)
    return handover


@transaction.atomic
def waive_handover(*, by: Viewer, handover_id: UUID, because: str, at: datetime) -> Handover:
    """Go on without the team's answer, on a decision maker's word (requirements 2.3)."""
    handover = _open_to(by, handover_id)
    found = obstacles_to_waiving(
        may_waive=by.may(Power.DECIDE, handover.hub_id),
        is_open=_is_open(handover),
        because=because,
    )
    if found:
        raise CannotAnswerHandover(*found)
    _answer(by, handover, HandoverState.WAIVED, at, waived_because=because.strip())
    of_handover(by, handover, "handover.waived", at, reason=because)
    move_on(handover.case, hub=handover.hub, by=by, at=at)
    return handover


def _open_to(by: Viewer, handover_id: UUID) -> Handover:
    found = (
        handovers_visible_to(by)
        .filter(id=handover_id)
        .select_related("hub", "case", "team", "decision")
        .first()
    )
    if found is None:
        raise NotHere
    return found


def _may_receive(by: Viewer, handover: Handover) -> bool:
    return handovers_to_answer(by).filter(id=handover.id).exists()


def _is_open(handover: Handover) -> bool:
    return handover.state == HandoverState.SENT


def _still_stands(handover: Handover) -> bool:
    return handover.decision.reopened_at is None


def _team(handover: Handover) -> str:
    return handover.team.name if handover.team else ""


def _answer(
    by: Viewer, handover: Handover, state: HandoverState, at: datetime, **words: Any
) -> None:
    """Answer it if it is still as it was found; a lost race is told (idiom 4)."""
    still = Handover.objects.filter(id=handover.id, state=HandoverState.SENT.value)
    if not still.update(
        state=state.value, answered_at=at, answered_by_id=by.practitioner_id, **words
    ):
        raise RecordHasMoved
    stop_clock(about_id=handover.id, kind=ClockKind.HANDOVER_ACCEPTANCE, at=at)
    handover.refresh_from_db(fields=["state", "answered_at", "answered_by", *words])


def _ask_to_decide_again(handover: Handover, why: str, at: datetime) -> None:
    raise_task(
        hub_id=handover.hub_id,
        kind=RETURNED_TASK,
        about_kind="handover",
        about_id=handover.id,
        case_id=handover.case_id,
        words=f"Decide again. {why}"[:300],
        needs_power=Power.DECIDE,
        at=at,
    )
