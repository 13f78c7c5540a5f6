"""What of a story somebody asked to see."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from openmash.chronology.terms import EntryKind, Order


@dataclass(frozen=True)
class EntryFilters:
    """Filters of the page's address; empty means everything. `until` is not itself included."""

    kinds: frozenset[EntryKind] = field(default_factory=frozenset)
    agency_id: UUID | None = None
    about_id: UUID | None = None
    significant_only: bool = False
    since: date | None = None
    until: date | None = None
    order: Order = Order.NEWEST
    page: int = 1

    @property
    def are_any(self) -> bool:
        """Say whether something may be left out."""
        narrowed = (self.kinds, self.agency_id, self.about_id, self.since, self.until)
        return self.significant_only or any(narrowed)


EVERYTHING = EntryFilters()
