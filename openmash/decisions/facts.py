"""News this room tells; `config.wiring` says who listens."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class DecisionRecorded:
    """A decision has been made: referrers and contributors are to be told (A13.1, A13.5)."""

    decision_id: UUID
    case_id: UUID
    hub_id: UUID


@dataclass(frozen=True)
class DecisionAgreed:
    """A second person agreed with a decision: what waited for them goes on (A10.3)."""

    decision_id: UUID
    case_id: UUID
    hub_id: UUID


@dataclass(frozen=True)
class DecisionReopened:
    """A decision was taken up again: what was about to be said of it is not said."""

    decision_id: UUID
    case_id: UUID
    hub_id: UUID
