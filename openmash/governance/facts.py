"""What happened here that later rooms may hear of (ADR 5)."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class ClocksMoved:
    """Due times moved: those who keep a copy of one look again."""

    hub_id: UUID
    about_kinds: tuple[str, ...]


@dataclass(frozen=True)
class RungsReached:
    """Time limits reached rungs of the hub's ladder, told of together (A6.3)."""

    hub_id: UUID
    climb_id: UUID
