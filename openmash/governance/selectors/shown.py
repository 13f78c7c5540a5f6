"""Time limits as a page shows them: how each has run, and what may be done about it (A6.1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from openmash.governance.models import Clock, ClockMove, ClockPause
from openmash.governance.rules import PolicyDocument
from openmash.governance.rules.lateness import Course, is_late_gross, late_reasons, state_of
from openmash.governance.terms import ClockState, Force
from openmash.governance.terms.clocks import ENDED_BY_HAND, PauseReason


@dataclass(frozen=True)
class PauseShown:
    """A span through which a clock stood still, and why."""

    why: PauseReason
    pause: ClockPause


@dataclass(frozen=True)
class ClockShown:
    """One time limit: where it stands, what moved it, and what it stood still for.

    `is_late_gross` is False only where it was kept even without what it stood still for (rule (f)).
    """

    clock: Clock
    state: ClockState
    force: Force
    is_late_gross: bool
    moves: Sequence[ClockMove]
    pauses: Sequence[PauseShown]
    why_late: str
    may_pause_for: Sequence[PauseReason]
    may_end: bool

    @property
    def is_running(self) -> bool:
        return self.clock.stopped_at is None

    @property
    def stands_still(self) -> bool:
        return self.state is ClockState.PAUSED

    @property
    def is_late(self) -> bool:
        return self.state is ClockState.BREACHED


def clocks_shown(case_id: UUID, document: PolicyDocument) -> list[ClockShown]:
    """Return a case's time limits, running ones first, soonest due first; three queries."""
    rows = Clock.objects.filter(case_id=case_id).prefetch_related("moves", "pauses")
    words = dict(late_reasons(document))
    in_order = sorted(rows, key=lambda each: (each.stopped_at is not None, each.due_at))
    return [_shown(each, words) for each in in_order]


def _shown(clock: Clock, words: dict[str, str]) -> ClockShown:
    course = Course(
        due_at=clock.due_at,
        gross_due_at=clock.gross_due_at,
        paused_at=clock.paused_at,
        stopped_at=clock.stopped_at,
        cancelled=clock.cancelled,
    )
    runs = clock.stopped_at is None
    return ClockShown(
        clock=clock,
        state=state_of(course),
        force=Force(clock.standing),
        is_late_gross=is_late_gross(course),
        moves=sorted(clock.moves.all(), key=lambda each: each.moved_at),
        pauses=[
            PauseShown(PauseReason(each.reason), each)
            for each in sorted(clock.pauses.all(), key=lambda each: each.paused_at)
        ],
        why_late=words.get(clock.breach_reason, clock.breach_reason),
        may_pause_for=[PauseReason(each) for each in clock.may_pause_for if runs],
        may_end=runs and clock.kind in {each.value for each in ENDED_BY_HAND},
    )
