"""Who of the cast works in a hub, for which agency, and which teams take its hand-overs."""

from dataclasses import dataclass, replace

from openmash.governance.rules import AgencyTerms, PolicyDocument
from openmash.governance.terms import AgencyKind
from openmash.simulation.terms import (
    CAST,
    FURTHER_CAST,
    FURTHER_ROLES,
    RESEARCHES,
    SYSTEMS,
    TEAMS,
    CastMember,
)


@dataclass(frozen=True)
class CastTeam:
    """A team that takes hand-overs, whose it is, and the system it keeps its records in."""

    agency: AgencyKind
    agency_code: str
    name: str
    system: str = ""


def further_agencies(document: PolicyDocument) -> list[AgencyTerms]:
    """Return the agencies of a kind that is there already: another borough, another trust."""
    kinds: set[AgencyKind] = set()
    further = []
    for each in document.agencies:
        if each.kind in kinds:
            further.append(each)
        kinds.add(each.kind)
    return further


def cast_for(document: PolicyDocument) -> tuple[CastMember, ...]:
    """Return who of the cast is in a hub: those whose agency it has, and somebody for each other.

    Where no children's social care is a member, its people work for adult social care.
    """
    first = _first_codes(document) | {AgencyKind.SCHOOL: ""}
    home = AgencyKind.CSC if AgencyKind.CSC in first else AgencyKind.ASC
    kinds = [home if each.agency is AgencyKind.CSC else each.agency for each in CAST]
    further = zip(FURTHER_CAST, further_agencies(document), strict=False)
    return (
        *(
            replace(each, agency=kind, agency_code=first[kind])
            for each, kind in zip(CAST, kinds, strict=True)
            if kind in first
        ),
        *(_works_for(name, agency) for name, agency in further),
    )


def teams_for(document: PolicyDocument) -> list[CastTeam]:
    """Return the policy's teams, and one of the usual ones for each kind it names none of."""
    codes = {(each.kind, each.code or "") for each in document.agencies}
    first = _first_codes(document)
    own = [
        CastTeam(
            each.agency,
            each.code or "" if (each.agency, each.code) in codes else first[each.agency],
            each.name,
            each.system,
        )
        for each in document.teams
    ]
    named = {each.agency for each in own}
    usual = [
        CastTeam(kind, first[kind], name, SYSTEMS.get(kind, ""))
        for kind, name in TEAMS.items()
        if kind in first and kind not in named
    ]
    further = [
        CastTeam(each.kind, each.code or "", f"{each.name} {TEAMS[each.kind]}")
        for each in further_agencies(document)
        if each.kind in TEAMS and each.kind not in named
    ]
    return [*own, *usual, *further]


def _first_codes(document: PolicyDocument) -> dict[AgencyKind, str]:
    return {each.kind: each.code or "" for each in reversed(document.agencies)}


def _works_for(name: str, agency: AgencyTerms) -> CastMember:
    return CastMember(
        username=name.split()[0].casefold(),
        name=name,
        agency=agency.kind,
        agency_code=agency.code or "",
        roles=FURTHER_ROLES.get(agency.kind, RESEARCHES),
        job_title=f"{agency.kind.label} practitioner",
        registration="SW106600" if agency.kind in FURTHER_ROLES else "",
        leads_team=agency.kind in TEAMS,
    )
