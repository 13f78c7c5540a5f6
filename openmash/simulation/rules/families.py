"""Fictional families: who lives together, how old they are, and where (no framework, no clock)."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from random import Random

import yaml


@dataclass(frozen=True)
class Made:
    """One fictional person."""

    given: str
    family: str
    sex: str
    born: date

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}"


@dataclass(frozen=True)
class Family:
    """A household: its children, whoever looks after them, another adult, and an older one."""

    children: tuple[Made, ...]
    parent: Made
    other: Made
    elder: Made
    address: str
    postcode: str
    phone: str


@cache
def names() -> dict[str, list[str]]:
    """Return the names to choose from, by kind."""
    text = files("openmash.simulation").joinpath("data/names.yaml").read_text(encoding="utf-8")
    loaded: dict[str, list[str]] = yaml.safe_load(text)
    return loaded


def make_family(chance: Random, *, on: date, ages: tuple[int, int] = (0, 17)) -> Family:
    """Return a family as it is on a day; its first child is between these ages, in whole years."""
    family = chance.choice(names()["families"])
    elsewhere = chance.choice(names()["families"])
    more = chance.choices((0, 1, 2, 3), weights=(5, 4, 2, 1))[0]
    children = tuple(
        _made(chance, family, years=years, on=on, kinds=("girls", "boys"))
        for years in (ages, *[(0, 17)] * more)
    )
    return Family(
        children=children,
        parent=_made(chance, family, years=(20, 45), on=on, kinds=("women",)),
        other=_made(chance, elsewhere, years=(20, 50), on=on, kinds=("men",)),
        elder=_made(chance, family, years=(66, 94), on=on, kinds=("elders",)),
        address=f"{chance.randint(1, 180)} {chance.choice(names()['streets'])}",
        postcode=_postcode(chance),
        phone=f"07700 900{chance.randint(0, 999):03d}",
    )


def _made(
    chance: Random, family: str, *, years: tuple[int, int], on: date, kinds: tuple[str, ...]
) -> Made:
    kind = chance.choice(kinds)
    days = chance.randint(years[0] * 366 + 20, years[1] * 365 + 200)
    sex = {"girls": "F", "women": "F", "boys": "M", "men": "M"}.get(kind, "")
    return Made(chance.choice(names()[kind]), family, sex, on - timedelta(days=days))


def _postcode(chance: Random) -> str:
    letters = "ABDEFGHJLNPQRSTUWXYZ"
    tail = "".join(chance.choice(letters) for _ in range(2))
    return f"{chance.choice(names()['districts'])} {chance.randint(1, 9)}{tail}"
