"""What became of a clock, and of whom it is asked why it was late (5.17, A6.1, A15.4)."""

from dataclasses import dataclass
from datetime import datetime

from openmash.governance.rules.document import PolicyDocument
from openmash.governance.terms import BreachReason, ClockKind, ClockState, Force

# Another's lateness, which the hub need not account for.
OF_OTHERS = frozenset({ClockKind.REQUEST_RETURN, ClockKind.HANDOVER_ACCEPTANCE})


@dataclass(frozen=True)
class Course:
    """How a clock has run so far."""

    due_at: datetime
    gross_due_at: datetime | None
    paused_at: datetime | None
    stopped_at: datetime | None
    cancelled: bool = False


def state_of(clock: Course) -> ClockState:
    """Return where a clock has got to, with what it stood still for given back (net)."""
    if clock.cancelled:
        return ClockState.CANCELLED
    if clock.stopped_at is not None:
        return ClockState.MET if clock.stopped_at <= clock.due_at else ClockState.BREACHED
    return ClockState.RUNNING if clock.paused_at is None else ClockState.PAUSED


def is_late_gross(clock: Course) -> bool:
    """Say whether it stopped later than due, had it never stood still (rule (f))."""
    due = clock.gross_due_at or clock.due_at
    return clock.stopped_at is not None and not clock.cancelled and clock.stopped_at > due


def asks_why_late(kind: str, standing: str) -> bool:
    """Say whether the hub accounts for this clock's lateness: not another's, nor a target's."""
    return kind not in OF_OTHERS and standing != Force.INDICATIVE


def late_reasons(document: PolicyDocument) -> tuple[tuple[str, str], ...]:
    """Return the reasons a hub chooses from, code and label: the list of 5.17, then its own."""
    own = ((each.code, each.label) for each in document.late_reasons)
    return (*((each.value, each.label) for each in BreachReason), *own)
