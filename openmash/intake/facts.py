"""News this room tells; `config.wiring` says who listens."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class ContactReceived:
    """A concern has arrived and is kept."""

    contact_id: UUID
    hub_id: UUID
    immediate_danger: bool


@dataclass(frozen=True)
class ContactEnded:
    """A contact was closed or set aside and no case has it: its sender is to be told (A13.1).

    `ending_id` is this ending's own: what hears of it twice knows it is the same.
    """

    contact_id: UUID
    hub_id: UUID
    ending_id: UUID


@dataclass(frozen=True)
class ContactChanged:
    """A sender sent the same reference again with other content (A1.3)."""

    contact_id: UUID
    replaces_id: UUID
    hub_id: UUID
