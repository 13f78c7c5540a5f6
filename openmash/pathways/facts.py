"""News this room tells; `config.wiring` says who listens."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class FeedbackSent:
    """A referrer has something to read: an e-mail says so, and nothing more (A13.4)."""

    feedback_id: UUID
    hub_id: UUID


@dataclass(frozen=True)
class HandoverSent:
    """A team has something to accept or return."""

    handover_id: UUID
    hub_id: UUID
