"""A fictional hub is founded from a preset: its agencies, its teams and the cast."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from openmash.accounts import services
from openmash.accounts.selectors import job_viewer, practitioner_called
from openmash.accounts.services import act_as
from openmash.core.viewers import Viewer
from openmash.governance.rules import (
    AgencyTerms,
    ContactFacts,
    PolicyDocument,
    load_preset,
    not_taken_on,
)
from openmash.governance.services import adopt_policy
from openmash.governance.terms import AgencyKind, Edition
from openmash.intake.terms import Channel, ContactKind, SourceCode
from openmash.simulation.rules.casting import cast_for, teams_for
from openmash.simulation.terms import ELSEWHERE, SCHOOL, CastMember

Place = tuple[AgencyKind, str]  # an agency's kind, and its code where there are several of a kind


@dataclass(frozen=True)
class Founded:
    """A hub that has been founded: its id, its agencies, and who signs in as what.

    Where it has several agencies of a kind, `agencies` and `teams` have the first of them, and
    `further` has the others by the code the policy gives them.
    """

    hub_id: UUID
    maker: Viewer
    agencies: dict[AgencyKind, UUID]
    teams: dict[AgencyKind, UUID]
    practitioners: dict[str, UUID]
    document: PolicyDocument
    further: dict[str, UUID] = field(default_factory=dict)


def found(
    *,
    preset: str,
    slug: str,
    password_hash: str,
    at: datetime,
    edition: Edition = Edition.TODAY,
) -> Founded:
    """Found a hub of this preset with its whole cast; call within a transaction.

    The preset's policy counts from `at`, so that a fictional past is judged by it too. An agency of
    the cast that the preset has not is left out, and its people with it; somebody who already works
    in another hub becomes a member of this one too (A17.3).
    """
    document = load_preset(preset, edition)
    nobody = job_viewer([], name="Set-up")
    hub = services.found_hub(
        by=nobody,
        slug=slug,
        name=document.hub.name,
        preset=preset,
        phone=document.hub.telephone,
        duty_email=f"duty@{slug}.example",
        at=at,
        takes_public_concerns=not not_taken_on(document, _from_the_public(at)),
    )
    maker = job_viewer([hub], name="Set-up")
    act_as(maker)
    adopt_policy(by=maker, hub_id=hub.id, document=document, effective_from=at, at=at)
    agencies = _join_agencies(maker, hub.id, document, at)
    teams = _add_teams(hub.id, agencies, document)
    practitioners = {
        member.username: _enrol(maker, hub.id, member, agencies, teams, password_hash, at)
        for member in cast_for(document)
    }
    return Founded(
        hub.id,
        maker,
        _first_of_each_kind(agencies),
        _first_of_each_kind(teams),
        practitioners,
        document,
        {code: agency for (_, code), agency in agencies.items() if code},
    )


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
    _enrol(maker, hub.id, ELSEWHERE, {(AgencyKind.CSC, ""): agency.id}, {}, password_hash, at)
    return hub.id


def _from_the_public(at: datetime) -> ContactFacts:
    """Return what is known beforehand of a concern sent through the public form."""
    return ContactFacts(
        received_on=at.date(),
        source=SourceCode.ACQUAINTANCE.value,
        channel=Channel.PUBLIC_FORM.value,
        kind=ContactKind.CONCERN.value,
    )


def _join_agencies(
    maker: Viewer, hub_id: UUID, document: PolicyDocument, at: datetime
) -> dict[Place, UUID]:
    def join(kind: AgencyKind, name: str, email: str, *, is_member: bool) -> UUID:
        return services.join_agency(
            by=maker,
            hub_id=hub_id,
            name=name,
            kind=kind.value,
            is_member=is_member,
            lead_email=email,
            at=at,
        ).id

    joined = {
        (each.kind, each.code or ""): join(
            each.kind, each.name, f"{_slug(each)}@agencies.example", is_member=True
        )
        for each in document.agencies
    }
    school = join(AgencyKind.SCHOOL, SCHOOL, "dsl@school.example", is_member=False)
    return joined | {(AgencyKind.SCHOOL, ""): school}


def _slug(agency: AgencyTerms) -> str:
    words = [agency.kind.value, agency.code] if agency.code else [agency.kind.value]
    return "-".join(words).replace("_", "-")


def _add_teams(
    hub_id: UUID, agencies: dict[Place, UUID], document: PolicyDocument
) -> dict[Place, UUID]:
    """Add every team, and return the first of each agency: the one its manager leads."""
    teams: dict[Place, UUID] = {}
    for each in teams_for(document):
        place = (each.agency, each.agency_code)
        team = services.add_team(
            hub_id=hub_id, agency_id=agencies[place], name=each.name, system_name=each.system
        )
        teams.setdefault(place, team.id)
    return teams


def _first_of_each_kind(places: dict[Place, UUID]) -> dict[AgencyKind, UUID]:
    return {kind: each for (kind, _), each in reversed(places.items())}


def _enrol(
    maker: Viewer,
    hub_id: UUID,
    member: CastMember,
    agencies: dict[Place, UUID],
    teams: dict[Place, UUID],
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
    place = (member.agency, member.agency_code)
    services.give_membership(
        by=maker,
        practitioner_id=practitioner.id,
        hub_id=hub_id,
        agency_id=agencies[place],
        team_id=teams.get(place) if member.leads_team else None,
        roles=member.roles,
        at=at,
    )
    return practitioner.id
