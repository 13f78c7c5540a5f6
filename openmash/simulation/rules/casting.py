"""Who of the cast works in a hub, for which agency, and which teams take its hand-overs."""

from dataclasses import dataclass, replace

from openmash.accounts.terms import Role
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

    Where no children's social care is a member, its people work for adult social care. Whoever sits
    at a table that decides speaks for their agency there, and a team nobody leads is led by the
    first who works for its agency.
    """
    first = _first_codes(document) | {AgencyKind.SCHOOL: ""}
    home = AgencyKind.CSC if AgencyKind.CSC in first else AgencyKind.ASC
    kinds = [home if each.agency is AgencyKind.CSC else each.agency for each in CAST]
    further = zip(FURTHER_CAST, further_agencies(document), strict=False)
    members = (
        *(
            replace(each, agency=kind, agency_code=first[kind])
            for each, kind in zip(CAST, kinds, strict=True)
            if kind in first
        ),
        *(_works_for(name, agency) for name, agency in further),
    )
    speak = _at_the_table(document) - {home}
    members = tuple(_speaking(each) if each.agency in speak else each for each in members)
    leaders = _missing_leaders(document, members)
    return tuple(_leading(each) if each.username in leaders else each for each in members)


def _at_the_table(document: PolicyDocument) -> set[AgencyKind]:
    """Return the kinds of agency that decide: in a meeting, or an outcome jointly."""
    sit = {kind for each in document.meetings if each.decides for kind in each.agencies}
    return sit | {kind for each in document.outcomes for kind in each.needs_views_of}


def _speaking(member: CastMember) -> CastMember:
    """Return a member who also gives their agency's view, if they answer for it."""
    if Role.RESEARCHER not in member.roles:
        return member
    return replace(member, roles=(*member.roles, Role.AGENCY_DECISION_MAKER))


def _missing_leaders(document: PolicyDocument, members: tuple[CastMember, ...]) -> set[str]:
    """Return who is to lead each team that nobody leads, by their sign-in names."""
    places = {(each.agency, each.agency_code) for each in teams_for(document)}
    led = {(each.agency, each.agency_code) for each in members if each.leads_team}
    first = {(each.agency, each.agency_code): each.username for each in reversed(members)}
    return {first[each] for each in places - led if each in first}


def _leading(member: CastMember) -> CastMember:
    return replace(member, roles=(*member.roles, Role.RECEIVING_MANAGER), leads_team=True)


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
