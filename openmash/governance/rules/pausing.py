"""May this clock stand still, or go on? Every reason why not, with its mend (rules (c), (f))."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from openmash.governance.terms import Force
from openmash.governance.terms.clocks import PauseReason


@dataclass(frozen=True)
class Standing:
    """A clock as somebody finds it who would pause it or let it go on."""

    force: Force
    due_at: datetime
    may_pause_for: Sequence[str]
    is_stopped: bool
    paused_at: datetime | None


def obstacles_to_pausing(clock: Standing, reason: str, at: datetime) -> Iterator[str]:
    """Yield every reason not to pause this clock now."""
    if clock.is_stopped:
        yield "This time limit has stopped. There is nothing to pause."
    elif clock.paused_at is not None:
        yield "This time limit stands still already. Let it go on first."
    elif at >= clock.due_at:
        yield "This time limit has passed. A pause does not cure that: say why it was late."
    if clock.force is Force.STATUTORY:
        yield "This time limit is set by statute and waits for nobody. Do what can be done in time."
    elif not clock.may_pause_for:
        yield "The hub's policy lets this time limit stand still for nothing."
    elif reason not in clock.may_pause_for:
        allowed = "; ".join(PauseReason(each).label for each in clock.may_pause_for)
        yield f"The hub's policy lets this time limit stand still only for: {allowed}."


def obstacles_to_going_on(clock: Standing, at: datetime) -> Iterator[str]:
    """Yield every reason why this clock cannot go on now."""
    if clock.paused_at is None:
        yield "This time limit is not standing still."
    elif at < clock.paused_at:
        yield "It cannot go on before it was paused."
