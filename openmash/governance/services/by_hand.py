"""Time limits that only a person can say began, or were kept: told by hand (T7 to T22)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from openmash.accounts.terms import Power
from openmash.audit.services import record
from openmash.core.refusals import NotHere, RecordHasMoved, Refusal
from openmash.core.viewers import Viewer
from openmash.governance.models import Clock
from openmash.governance.rules import clock_terms
from openmash.governance.selectors.policies import PolicyInForce, policy_for
from openmash.governance.services.clocks import start_clock, stop_clock
from openmash.governance.services.lateness import check_reason
from openmash.governance.terms import ClockKind, Track
from openmash.governance.terms.clocks import BY_HAND, ENDED_BY_HAND


class CannotTime(Refusal):
    """A time limit cannot be started, or said to be kept, the way it was asked."""


@dataclass(frozen=True)
class TimedMatter:
    """What a time limit is told about: a case, with the track and rating its limits go by."""

    hub_id: UUID
    about_kind: str
    about_id: UUID
    case_id: UUID | None = None
    track: Track | None = None
    rating: str | None = None


@transaction.atomic
def start_told_clock(
    *, by: Viewer, matter: TimedMatter, kind: ClockKind, began_at: datetime, at: datetime
) -> Clock:
    """Start a time limit from when somebody says it began (T11 to T14, T17 to T22)."""
    policy = _policy(by, matter.hub_id, at)
    reasons = []
    terms = clock_terms(policy.document, kind, matter.track, matter.rating)
    if kind not in BY_HAND or terms is None:
        reasons.append("This hub's policy has no such time limit to start by hand.")
    if began_at > at:
        reasons.append("It cannot have begun in the future.")
    if Clock.objects.filter(about_id=matter.about_id, kind=kind.value, stopped_at=None).exists():
        reasons.append("This time limit is running already.")
    if reasons:
        raise CannotTime(*reasons)
    clock = start_clock(
        policy=policy,
        hub_id=matter.hub_id,
        kind=kind,
        about_kind=matter.about_kind,
        about_id=matter.about_id,
        case_id=matter.case_id,
        started_at=began_at,
        track=matter.track,
        rating=matter.rating,
    )
    if clock is None:
        raise RecordHasMoved
    _footprint(by, clock, "clock.started", at)
    return clock


@transaction.atomic
def meet_clock(
    *,
    by: Viewer,
    clock: Clock,
    done_at: datetime,
    reason: str = "",
    words: str = "",
    at: datetime,
) -> None:
    """Say that what a time limit was for has been done; late, with one of the hub's reasons."""
    _policy(by, clock.hub_id, at)
    kind = ClockKind(clock.kind)
    reasons = []
    if kind not in ENDED_BY_HAND:
        reasons.append("This time limit ends by itself when what it is for is recorded.")
    if not clock.started_at <= done_at <= at:
        reasons.append("Give a time between when it began and now.")
    if reasons:
        raise CannotTime(*reasons)
    is_late = done_at > clock.due_at
    if is_late:
        check_reason(by, clock, reason, at)
    reason, words = (reason, words.strip()) if is_late else ("", "")
    if not stop_clock(about_id=clock.about_id, kind=kind, at=done_at, reason=reason, words=words):
        raise RecordHasMoved
    _footprint(by, clock, "clock.met", at)


def _policy(by: Viewer, hub_id: UUID, at: datetime) -> PolicyInForce:
    if not by.may(Power.KEEP_RECORD, hub_id):
        raise NotHere
    return policy_for(by, hub_id, at)


def _footprint(by: Viewer, clock: Clock, action: str, at: datetime) -> None:
    record(
        by=by,
        action=action,
        at=at,
        hub_id=clock.hub_id,
        subject_kind="clock",
        subject_id=clock.id,
        subject_label=clock.label,
        case_id=clock.case_id,
        details={"kind": clock.kind, "due": clock.due_at.isoformat()},
    )
