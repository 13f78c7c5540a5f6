"""Whom to tell that time limits have reached a rung of the hub's ladder (A6.3).

A letter says how many and no more: not whose, nor about whom.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from openmash.accounts.models import Hub, HubAgency, Membership
from openmash.cases.models import Case
from openmash.governance.models import Clock, ClockRung
from openmash.governance.terms import Rung
from openmash.pathways.models import Handover


@dataclass(frozen=True)
class RungLetter:
    """One letter: to whom, and of how many time limits."""

    address: str
    limits: int


@dataclass(frozen=True)
class _Known:
    """What it takes to say whose a clock is, read once for all of a climb."""

    duty: str
    holders: Mapping[UUID, UUID]
    emails: Mapping[UUID, str]
    agency_of: Mapping[UUID, UUID]
    team_agency: Mapping[UUID, UUID]
    leads: Mapping[UUID, str]


def letters_of(hub: Hub, climb_id: UUID) -> list[RungLetter]:
    """Return the letters of one climb, one for each address; the manager's rung is a task.

    The owner is whoever holds the case; what nobody holds is on the board for everybody. The lead
    is that of the agency waited for, or the holder's own, or else the hub's duty address.
    """
    rungs = list(
        ClockRung.objects.filter(
            hub_id=hub.id, climb_id=climb_id, clock__stopped_at=None, clock__paused_at=None
        )
        .exclude(tells=Rung.HUB_MANAGER.value)
        .select_related("clock")
    )
    known = _known(hub, [each.clock for each in rungs])
    told = {(_address(each, known), each.clock_id) for each in rungs}
    counted = Counter(address for address, _ in told if address)
    return [RungLetter(address, number) for address, number in sorted(counted.items())]


def _address(rung: ClockRung, known: _Known) -> str:
    holder = known.holders.get(rung.clock.case_id) if rung.clock.case_id else None
    if rung.tells == Rung.OWNER:
        return known.emails.get(holder, "") if holder else ""
    agency = known.team_agency.get(rung.clock.about_id)
    agency = agency or (known.agency_of.get(holder) if holder else None)
    return (known.leads.get(agency, "") if agency else "") or known.duty


def _known(hub: Hub, clocks: Collection[Clock]) -> _Known:
    cases = Case.objects.filter(id__in=[each.case_id for each in clocks if each.case_id])
    held = cases.exclude(allocated_to=None).select_related("allocated_to")
    holders = {each.id: each.allocated_to for each in held if each.allocated_to}
    ids = [each.id for each in holders.values()]
    members = Membership.objects.filter(hub_id=hub.id, practitioner_id__in=ids)
    places = HubAgency.objects.filter(hub_id=hub.id)
    handed = Handover.objects.filter(id__in=[each.about_id for each in clocks], team__isnull=False)
    return _Known(
        duty=hub.duty_email,
        holders={case_id: each.id for case_id, each in holders.items()},
        emails={each.id: each.email for each in holders.values() if each.is_active},
        agency_of=dict(members.values_list("practitioner_id", "agency_id")),
        team_agency=dict(handed.values_list("id", "team__agency_id")),
        leads=dict(places.values_list("agency_id", "lead_email")),
    )
