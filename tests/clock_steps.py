"""A time limit that was not kept, for tests that walk the whole site."""

from datetime import timedelta
from typing import TYPE_CHECKING

from openmash.governance.models import Clock
from openmash.governance.selectors import policy_in_force
from openmash.governance.services import start_clock, stop_clock
from openmash.governance.terms import ClockKind, Track
from tests.cast import NOW, Cast

if TYPE_CHECKING:
    from openmash.cases.models import Case


def a_late_conference(cast: Cast, case: "Case") -> Clock:
    """Return a case's conference that was held too late, and nobody has said why."""
    cast.see_as("fay")
    clock = start_clock(
        policy=policy_in_force(cast.hub.id, NOW),
        hub_id=cast.hub.id,
        kind=ClockKind.ICPC,
        about_kind="case",
        about_id=case.id,
        case_id=case.id,
        track=Track.CHILD_EN,
        started_at=NOW - timedelta(days=60),
    )
    assert clock is not None
    stop_clock(about_id=case.id, kind=ClockKind.ICPC, at=NOW)
    return clock
