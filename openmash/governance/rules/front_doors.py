"""Any front door of the table of Wales, as a policy made of the presets of Wales (S-WAL, table 7).

A row says whom a front door serves, what its front door and its safeguarding team are called,
whether each is one agency's own or several agencies', where cases step down to, and the system work
goes on in. From that a whole policy is composed, as any other is (ADR 21).
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from pydantic import Field

from openmash.core.refusals import Refusal
from openmash.governance.rules.composing import FindPart, composed_policy
from openmash.governance.rules.document import PolicyDocument
from openmash.governance.rules.merging import Plain
from openmash.governance.rules.parts import Code, Part, Text
from openmash.governance.rules.presets import SHELF, part_called, preset_names, preset_source
from openmash.governance.rules.reading import read_yaml
from openmash.governance.terms import Edition, Membership

TABLE = "wales.yaml"
PREFIX = "wales/"
LATERAL = "MHUB"
NOT_PARTNERS = {"csc", "asc", "early_help", "vcse", "lado", "other_authority"}
SAID_BY_THE_ROW = {"name", "title", "editions", "meetings"}
LATERAL_CHECKS = {
    "name": "Lateral checks",
    "explanation": (
        "A senior practitioner enters the reason and the history; the partner agencies are told, "
        "research, and enter what they hold."
    ),
}
WHO_WORKS_THERE = {
    True: "One agency's own people.",
    False: "Several agencies.",
    None: "The source does not say who works here.",
}


class Service(StrEnum):
    """Whom a front door serves; both make the whole area."""

    CHILDREN = "children"
    ADULTS = "adults"

    @property
    def preset(self) -> str:
        return f"wales-{self.value}"

    @property
    def track(self) -> str:
        return "CHILD_WAL" if self is Service.CHILDREN else "ADULT_WAL"

    @property
    def agency(self) -> str:
        return "csc" if self is Service.CHILDREN else "asc"


class Door(Part):
    """One door or one team of a row; `serves` is everybody the row serves unless it says."""

    name: Text
    serves: tuple[Service, ...] = ()
    single_agency: bool | None


class FrontDoor(Part):
    """One row of the table: `printed` as the table has it, the rest as it is read."""

    code: Code
    area: Text
    printed: tuple[str, ...] = Field(min_length=7, max_length=7)
    serves: tuple[Service, ...] = Field(min_length=1)
    front_doors: tuple[Door, ...] = Field(min_length=1)
    safeguarding: tuple[Door, ...] = Field(min_length=1)
    early_intervention: tuple[Text, ...] = Field(min_length=1)
    connectors: str = ""
    systems: tuple[Text, ...] = ()
    systems_today: tuple[Text, ...] = ()
    co_located: bool = True
    planned: tuple[Text, ...] = ()

    def places(self) -> Iterator[tuple[str, Door]]:
        """Yield the code and the door of each place that serves those the row does."""
        for kind, doors in (("front_door", self.front_doors), ("safeguarding", self.safeguarding)):
            ours = [each for each in doors if self.serves_some_of(each)]
            for number, door in enumerate(ours, start=1):
                yield (kind if number == 1 else f"{kind}_{number}"), door

    def serves_some_of(self, door: Door) -> bool:
        return not door.serves or not set(door.serves).isdisjoint(self.serves)

    @property
    def is_multi_agency(self) -> bool:
        return any(door.single_agency is False for _, door in self.places())

    def system(self, edition: Edition) -> str:
        """Return what work goes on in, as words; none where the row has none yet."""
        today = self.systems_today if edition is Edition.TODAY else ()
        return " and ".join(today or self.systems)


class Table(Part):
    """The table, with where it is printed."""

    source: Text
    rows: tuple[FrontDoor, ...]


class NoSuchFrontDoor(Refusal):
    """Somebody asked for a row the table does not have."""


@cache
def front_doors() -> tuple[FrontDoor, ...]:
    """Return every row of the table, read and checked once."""
    text = files(SHELF).joinpath("presets", "tables", TABLE).read_text(encoding="utf-8")
    return Table.model_validate(read_yaml(TABLE, text)).rows


def front_door_called(code: str) -> FrontDoor:
    found = next((each for each in front_doors() if each.code == code), None)
    if found is None:
        known = ", ".join(each.code for each in front_doors())
        raise NoSuchFrontDoor(f"The table has no front door “{code}”. Choose from {known}.")
    return found


@cache
def front_door_policy(code: str, edition: Edition = Edition.TODAY) -> PolicyDocument:
    """Return the policy of one row: as the table described it, or the same under today's law."""
    row = front_door_called(code)
    return composed_policy(f"{PREFIX}{code}", front_door_source(row), edition, said_for(row))


def front_door_source(row: FrontDoor) -> Plain:
    """Return what a row says over the presets it is made of, as a preset's file would say it."""
    return {
        "name": f"wales-{row.code}",
        "title": f"{row.area}: a front door for {' and '.join(row.serves)}",
        "sources": ["S-WAL", "S-WAL, table 7"],
        "made_of": [each.preset for each in sorted(row.serves)],
        "hub": {"name": _door_names(row), "area": row.area, "sites": _sites(row)},
        "tracks": [*(each.track for each in row.serves), "DA", "INFO_REQ"],
        "stages": _stages(row),
        "agencies": [*_agencies(row)],
        "without": {"hub.sites": ["front_door", "safeguarding"], "teams": [*_teams_beneath(row)]},
        "editions": {each.value: _edition(row, each) for each in Edition},
    }


def said_for(row: FrontDoor) -> FindPart:
    """Return where parts are found for a row: a preset lends its words, with the row's own area."""

    def find(name: str) -> Plain | None:
        if name not in preset_names():
            return part_called(name)
        source = preset_source(name)
        lent = {key: said for key, said in source.items() if key not in SAID_BY_THE_ROW}
        return _placed(lent, source["hub"]["area"], row.area)  # type: ignore[no-any-return]

    return find


def _placed(said: Any, place: str, area: str) -> Any:
    """Return what is said of one place as said of another."""
    if isinstance(said, str):
        return said.replace(place, area)
    if isinstance(said, Mapping):
        return {name: _placed(value, place, area) for name, value in said.items()}
    if isinstance(said, list):
        return [_placed(each, place, area) for each in said]
    return said


def _door_names(row: FrontDoor) -> str:
    return " and ".join(door.name for code, door in row.places() if code.startswith("front_door"))


def _sites(row: FrontDoor) -> list[Plain]:
    return [{"code": code, "name": door.name, "authority": row.area} for code, door in row.places()]


def _stages(row: FrontDoor) -> list[Plain]:
    """Return the way through: the doors, lateral checks where there are, safeguarding, and down."""
    at = {
        code: {"name": door.name, "explanation": WHO_WORKS_THERE[door.single_agency]}
        for code, door in row.places()
    }
    return [
        *(stage for code, stage in at.items() if code.startswith("front_door")),
        *([LATERAL_CHECKS] if LATERAL in row.systems else []),
        *(stage for code, stage in at.items() if code.startswith("safeguarding")),
        *(
            {"name": each, "explanation": "What steps down goes here."}
            for each in row.early_intervention
        ),
    ]


def _agencies(row: FrontDoor) -> Iterator[Plain]:
    """Yield the authority's own, and each partner: in the room, at which places, or from outside.

    Partners are members where several agencies work; without co-location they are virtual ones.
    """
    for service in row.serves:
        yield {"kind": service.agency, "membership": Membership.CORE.value}
    places = [code for code, door in row.places() if door.single_agency is False]
    is_everywhere = len(places) == len([*row.places()])
    in_the_room = row.is_multi_agency and row.co_located
    membership = Membership.CORE if in_the_room else Membership.VIRTUAL
    for kind in dict.fromkeys(_partners(row)):
        yield {
            "kind": kind,
            "membership": membership.value,
            "sites": [] if is_everywhere else places,
        }


def _partners(row: FrontDoor) -> Iterator[str]:
    """Yield the kinds of agency that a preset of the row's has in its room."""
    for service in row.serves:
        for each in preset_source(service.preset)["agencies"]:
            if each["membership"] == Membership.CORE and each["kind"] not in NOT_PARTNERS:
                yield each["kind"]


def _teams_beneath(row: FrontDoor) -> Iterator[Plain]:
    """Yield the teams of the presets, none of which is the row's own."""
    for service in row.serves:
        for each in preset_source(service.preset)["teams"]:
            yield {key: each[key] for key in ("agency", "code") if key in each}


def _edition(row: FrontDoor, edition: Edition) -> Plain:
    said: dict[str, Any] = {"teams": [*_teams(row, row.system(edition))]}
    if edition is Edition.TODAY:
        return said | {"version": "2026.1", "effective_from": "2026-04-01"}
    return said | {"version": "2020", "effective_from": "2020-04-20", "planned": [*row.planned]}


def _teams(row: FrontDoor, system: str) -> Iterator[Plain]:
    """Yield the teams work is handed to, each with the system it goes on in: what to integrate."""
    for service in row.serves:
        for code, door in row.places():
            ours = not door.serves or service in door.serves
            if code.startswith("safeguarding") and ours:
                yield {
                    "agency": service.agency,
                    "code": code,
                    "name": door.name,
                    "system": system,
                    "sites": [code],
                }
        yield {
            "agency": service.agency,
            "code": "care_and_support",
            "name": "Care and Support Team",
            "system": system,
        }
    if Service.CHILDREN in row.serves:
        for number, name in enumerate(row.early_intervention, start=1):
            yield {"agency": "early_help", "code": f"early_{number}", "name": name}
    if Service.ADULTS in row.serves:
        yield {"agency": "vcse", "name": row.connectors or row.early_intervention[0]}
