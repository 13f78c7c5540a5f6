"""A fictional hub is founded from a preset: its agencies, its teams and the cast."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from openmash.accounts import services
from openmash.accounts.selectors import job_viewer, practitioner_called
from openmash.accounts.services import act_as
from openmash.core.viewers import Viewer
from openmash.governance.rules import PolicyDocument, load_preset
from openmash.governance.services import adopt_policy
from openmash.governance.terms import AgencyKind
from openmash.simulation.terms import CAST, ELSEWHERE, SCHOOL, SYSTEMS, TEAMS, CastMember


@dataclass(frozen=True)
class Founded:
    """A hub that has been founded: its id, its agencies by kind, and who signs in as what."""

    hub_id: UUID
    maker: Viewer
    agencies: dict[AgencyKind, UUID]
    teams: dict[AgencyKind, UUID]
    practitioners: dict[str, UUID]
    document: PolicyDocument


def found(*, preset: str, slug: str, password_hash: str, at: datetime) -> Founded:
    """Found a hub of this preset with its whole cast; call within a transaction.

    The preset's policy counts from `at`, so that a fictional past is judged by it too. An agency of
    the cast that the preset has not is left out, and its people with it; somebody who already works
    in another hub becomes a member of this one too (A17.3).
    """
    document = load_preset(preset)
    nobody = job_viewer([], name="Set-up")
    hub = services.found_hub(
        by=nobody,
        slug=slug,
        name=document.hub.name,
        preset=preset,
        phone=document.hub.telephone,
        duty_email=f"duty@{slug}.example",
        at=at,
    )
    maker = job_viewer([hub], name="Set-up")
    act_as(maker)
    adopt_policy(by=maker, hub_id=hub.id, document=document, effective_from=at, at=at)
    agencies = _join_agencies(maker, hub.id, document, at)
    teams = {
        kind: services.add_team(
            hub_id=hub.id, agency_id=agencies[kind], name=name, system_name=SYSTEMS.get(kind, "")
        ).id
        for kind, name in TEAMS.items()
        if kind in agencies
    }
    practitioners = {
        member.username: _enrol(maker, hub.id, member, agencies, teams, password_hash, at)
        for member in CAST
        if member.agency in agencies
    }
    return Founded(hub.id, maker, agencies, teams, practitioners, document)


def found_elsewhere(*, preset: str, password_hash: str, at: datetime) -> UUID:
    """Found the hub next door, where Noor decides and sees nothing of the first; return its id."""
    nobody = job_viewer([], name="Set-up")
    hub = services.found_hub(
        by=nobody,
        slug=f"{preset}-elsewhere",
        name="Harrowgate Vale MASH",
        preset="",
        phone="01632 960300",
        duty_email="duty@elsewhere.example",
        at=at,
    )
    maker = job_viewer([hub], name="Set-up")
    act_as(maker)
    adopt_policy(by=maker, hub_id=hub.id, document=load_preset(preset), effective_from=at, at=at)
    agency = services.join_agency(
        by=maker,
        hub_id=hub.id,
        name="Harrowgate Vale Children's Social Care",
        kind=AgencyKind.CSC.value,
        is_member=True,
        at=at,
    )
    _enrol(maker, hub.id, ELSEWHERE, {AgencyKind.CSC: agency.id}, {}, password_hash, at)
    return hub.id


def _join_agencies(
    maker: Viewer, hub_id: UUID, document: PolicyDocument, at: datetime
) -> dict[AgencyKind, UUID]:
    members = {each.kind: each.name for each in document.agencies}
    joined = {
        kind: services.join_agency(
            by=maker,
            hub_id=hub_id,
            name=name,
            kind=kind.value,
            is_member=True,
            lead_email=f"{kind.value.replace('_', '-')}@agencies.example",
            at=at,
        ).id
        for kind, name in members.items()
    }
    school = services.join_agency(
        by=maker,
        hub_id=hub_id,
        name=SCHOOL,
        kind=AgencyKind.SCHOOL.value,
        is_member=False,
        lead_email="dsl@school.example",
        at=at,
    )
    return joined | {AgencyKind.SCHOOL: school.id}


def _enrol(
    maker: Viewer,
    hub_id: UUID,
    member: CastMember,
    agencies: dict[AgencyKind, UUID],
    teams: dict[AgencyKind, UUID],
    password_hash: str,
    at: datetime,
) -> UUID:
    practitioner = practitioner_called(member.username) or services.enrol_practitioner(
        by=maker,
        username=member.username,
        name=member.name,
        email=f"{member.username}@agencies.example",
        job_title=member.job_title,
        registration_number=member.registration,
        password_hash=password_hash,
        mfa_required=False,
        is_fictional=True,
        at=at,
    )
    services.give_membership(
        by=maker,
        practitioner_id=practitioner.id,
        hub_id=hub_id,
        agency_id=agencies[member.agency],
        team_id=teams.get(member.agency) if member.leads_team else None,
        roles=member.roles,
        at=at,
    )
    return practitioner.id
