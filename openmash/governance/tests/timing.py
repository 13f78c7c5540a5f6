"""Clocks for tests: a hub's policy with some changed, and one started about anything."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from openmash.core.working_time import LONDON
from openmash.governance.models import Clock
from openmash.governance.rules import check_document, load_preset
from openmash.governance.selectors import forget_versions, policy_in_force
from openmash.governance.services import adopt_policy, start_clock
from openmash.governance.terms import ClockKind
from tests.cast import Cast, maker

FROM = datetime(2026, 6, 1, tzinfo=LONDON)


def london(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=LONDON)


def with_clocks(cast: Cast, *clocks: Mapping[str, Any], **changed: Any) -> None:
    """Give the hub a policy in which these clocks stand for those with the same aim."""
    raw = load_preset("london").model_dump(mode="json") | {"version": "tested"} | changed
    aims = [_aim(each) for each in clocks]
    kept = [each for each in raw["clocks"] if _aim(each) not in aims]
    raw["clocks"] = [*kept, *({"rule": "T2", "label": "A time limit", **each} for each in clocks)]
    adopt_policy(
        by=maker(cast.hub),
        hub_id=cast.hub.id,
        document=check_document(raw),
        effective_from=FROM,
        at=FROM,
    )
    forget_versions()


def _aim(clock: Mapping[str, Any]) -> tuple[Any, ...]:
    return clock["kind"], clock.get("track"), clock.get("rating")


def started(
    cast: Cast,
    kind: ClockKind,
    at: datetime,
    *,
    about_id: UUID | None = None,
    about_kind: str = "case",
    case_id: UUID | None = None,
    **which: Any,
) -> Clock:
    """Start a clock of the hub's policy; it has one, or the test is wrong."""
    clock = start_clock(
        policy=policy_in_force(cast.hub.id, at),
        hub_id=cast.hub.id,
        kind=kind,
        about_kind=about_kind,
        about_id=about_id or uuid4(),
        case_id=case_id,
        started_at=at,
        **which,
    )
    assert clock is not None
    return clock
