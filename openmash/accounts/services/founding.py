"""Founding hubs, letting agencies join them, and naming the teams that take hand-overs."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from openmash.accounts.models import Agency, Hub, HubAgency, Team
from openmash.audit.services import record
from openmash.core.viewers import Viewer


def note_policies_changed(*, hub_id: UUID, at: datetime) -> None:
    """Let every process know that what it has read of this hub's policies is out of date."""
    Hub.objects.filter(id=hub_id).update(policies_changed_at=at)


@transaction.atomic
def found_hub(
    *,
    by: Viewer,
    slug: str,
    name: str,
    preset: str,
    phone: str,
    duty_email: str,
    at: datetime,
    takes_public_concerns: bool = True,
) -> Hub:
    """Make a hub. Until it adopts a policy it can take no decision.

    One that `takes_public_concerns` is among those anybody may send a concern to.
    """
    hub = Hub.objects.create(
        slug=slug,
        name=name,
        preset=preset,
        phone=phone,
        duty_email=duty_email,
        takes_public_concerns=takes_public_concerns,
    )
    record(
        by=by,
        action="hub.founded",
        at=at,
        hub_id=hub.id,
        subject_kind="hub",
        subject_id=hub.id,
        subject_label=hub.slug,
    )
    return hub


@transaction.atomic
def join_agency(
    *,
    by: Viewer,
    hub_id: UUID,
    name: str,
    kind: str,
    is_member: bool,
    at: datetime,
    lead_email: str = "",
    agency: Agency | None = None,
) -> Agency:
    """Let an agency join a hub, as a member who is asked or as one that only refers.

    Give `agency` where it is already in another hub: one police force, several hubs (A17.3).
    """
    agency = agency or Agency.objects.create(name=name, kind=kind)
    HubAgency.objects.create(
        hub_id=hub_id,
        agency=agency,
        is_member=is_member,
        lead_email=lead_email,
        joined_on=at.date(),
    )
    record(
        by=by,
        action="agency.joined",
        at=at,
        hub_id=hub_id,
        subject_kind="agency",
        subject_id=agency.id,
        subject_label=agency.name,
    )
    return agency


def add_team(*, hub_id: UUID, agency_id: UUID, name: str, system_name: str) -> Team:
    """Name a team that takes hand-overs, and the system it keeps its own records in."""
    return Team.objects.create(
        hub_id=hub_id, agency_id=agency_id, name=name, system_name=system_name
    )
