"""Who acts or looks: a practitioner, a job, an agency's system, or an anonymous door.

Every service takes a `Viewer` as `by` and every selector takes one as `viewer`, so authority is
checked where the work is done, whichever edge it came through (ADR 6).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from openmash.core.refusals import Refusal


class ViewerKind(StrEnum):
    PRACTITIONER = "practitioner"
    JOB = "job"
    AGENCY_SYSTEM = "agency_system"
    DOOR = "door"


@dataclass(frozen=True)
class Standing:
    """One membership: what this viewer is in one hub, for one agency."""

    hub_id: UUID
    hub_name: str
    agency_id: UUID | None
    agency_kind: str
    agency_name: str
    roles: frozenset[str]
    powers: frozenset[str]
    policies_changed_at: datetime | None = None  # so that policy costs no query of its own


@dataclass(frozen=True)
class Viewer:
    """An actor with its standings; `id` is the practitioner's where there is one."""

    kind: ViewerKind
    name: str
    id: UUID | None = None
    standings: tuple[Standing, ...] = field(default=())
    registration: str = ""  # a professional registration number, where there is one (A10.3)
    session: str = ""  # which sign-in the viewer looks through; empty for jobs and doors
    origin: str = ""  # the address the request came from

    @property
    def practitioner_id(self) -> UUID:
        """Return the practitioner's id, for what only a person may do: a job or a door is not."""
        if self.id is None:
            raise Refusal("Only a practitioner who has signed in may do this.")
        return self.id

    @property
    def hub_ids(self) -> frozenset[UUID]:
        return frozenset(each.hub_id for each in self.standings)

    @property
    def agency_ids(self) -> frozenset[UUID]:
        return frozenset(each.agency_id for each in self.standings if each.agency_id)

    def may(self, power: str, hub_id: UUID) -> bool:
        """Say whether any standing in this hub carries the power."""
        return any(power in each.powers for each in self.standings if each.hub_id == hub_id)

    def hubs_where(self, power: str) -> frozenset[UUID]:
        return frozenset(each.hub_id for each in self.standings if power in each.powers)

    def agencies_where(self, power: str) -> frozenset[UUID]:
        """Return the agencies this viewer holds the power for, in any hub."""
        return frozenset(
            each.agency_id for each in self.standings if power in each.powers and each.agency_id
        )

    def agency_in(self, hub_id: UUID) -> UUID | None:
        """Return the agency this viewer belongs to in the hub, or None."""
        return next((s.agency_id for s in self.standings if s.hub_id == hub_id), None)

    def agency_kind_in(self, hub_id: UUID) -> str:
        """Return the kind of agency this viewer belongs to in the hub, or nothing."""
        return next((s.agency_kind for s in self.standings if s.hub_id == hub_id), "")

    def roles_in(self, hub_id: UUID) -> frozenset[str]:
        return _union(each.roles for each in self.standings if each.hub_id == hub_id)

    def powers_in(self, hub_id: UUID) -> frozenset[str]:
        return _union(each.powers for each in self.standings if each.hub_id == hub_id)


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)


@dataclass(frozen=True)
class HubInFocus:
    """The hub a practitioner of several is working in just now."""

    id: UUID
    name: str
