"""What happened here that later rooms may hear of."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class RequestOpened:
    """An agency was asked."""

    request_id: UUID
    hub_id: UUID


@dataclass(frozen=True)
class RequestAnswered:
    """An agency has answered about every person it was asked about."""

    request_id: UUID
    hub_id: UUID


@dataclass(frozen=True)
class AgencyChased:
    """An agency was reminded; `tells` says whom the hub's ladder tells at this rung (A6.3)."""

    chaser_id: UUID
    request_id: UUID
    hub_id: UUID
    tells: str
