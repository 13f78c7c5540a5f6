"""Turning a case's clocks by hand, through the gate of the case (A6.1, 5.17)."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from openmash.cases.selectors import case_by_id, clock_of_case, is_worked_by, late_about, track_for
from openmash.core.refusals import NotHere, Refusal
from openmash.core.viewers import Viewer
from openmash.governance.selectors import policy_for
from openmash.governance.services import (
    TimedMatter,
    explain_late,
    meet_clock,
    pause_clock,
    resume_clock,
    start_told_clock,
)
from openmash.governance.terms import ClockKind


class NothingChosen(Refusal):
    """A reason was given for nothing."""


@transaction.atomic
def start_limit(
    *, by: Viewer, case_id: UUID, kind: ClockKind, began_at: datetime, at: datetime
) -> None:
    """Start a time limit on a case, from when somebody says it began."""
    case = case_by_id(by, case_id)
    if not is_worked_by(by, case):
        raise NotHere
    track = track_for(case, policy_for(by, case.hub_id, at).document, kind)
    matter = TimedMatter(
        hub_id=case.hub_id,
        about_kind="case",
        about_id=case.id,
        case_id=case.id,
        track=track,
        rating=case.rating,
    )
    start_told_clock(by=by, matter=matter, kind=kind, began_at=began_at, at=at)


@transaction.atomic
def pause_limit(
    *, by: Viewer, case_id: UUID, clock_id: UUID, reason: str, words: str, at: datetime
) -> None:
    """Let a time limit of a case stand still, for a reason the hub's policy allows."""
    clock = clock_of_case(by, case_id, clock_id)
    pause_clock(by=by, clock=clock, reason=reason, words=words, at=at)


@transaction.atomic
def resume_limit(*, by: Viewer, case_id: UUID, clock_id: UUID, at: datetime) -> None:
    """Let a time limit of a case go on."""
    resume_clock(by=by, clock=clock_of_case(by, case_id, clock_id), at=at)


@transaction.atomic
def meet_limit(
    *,
    by: Viewer,
    case_id: UUID,
    clock_id: UUID,
    done_at: datetime,
    reason: str,
    words: str,
    at: datetime,
) -> None:
    """Say that what a time limit of a case was for is done; late, with a reason."""
    clock = clock_of_case(by, case_id, clock_id)
    meet_clock(by=by, clock=clock, done_at=done_at, reason=reason, words=words, at=at)


@transaction.atomic
def say_why_late(
    *,
    by: Viewer,
    about_id: UUID,
    clock_ids: Collection[UUID],
    reason: str,
    words: str,
    at: datetime,
) -> None:
    """Give one reason for some or all of what was late about a case, or about a contact in none."""
    chosen = [each for each in late_about(by, about_id) if each.id in clock_ids]
    if not chosen:
        raise NothingChosen("Choose at least one time limit that this is the reason for.")
    explain_late(by=by, clocks=chosen, reason=reason, words=words, at=at)
