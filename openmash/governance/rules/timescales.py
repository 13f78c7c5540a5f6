"""The catalogue of time limits, T1 to T25, each written as a policy writes a clock (3.1)."""

from functools import cache
from importlib.resources import files

from pydantic import Field

from openmash.governance.rules.clocks import ClockTerms
from openmash.governance.rules.parts import Part, Text
from openmash.governance.rules.reading import read_yaml

SHELF, FILE = "openmash.governance", "timescales.yaml"


class Timescale(Part):
    """One time limit, or a local variant of it, with where it comes from."""

    id: Text
    source: Text
    clock: ClockTerms


class Window(Part):
    """So many within so many months, counted back: no clock, but a count (T23 to T25)."""

    id: Text
    counts: Text
    number: int = Field(ge=1)
    months: int = Field(ge=1)
    source: Text


class Catalogue(Part):
    """Every time limit there is to choose from."""

    timescales: tuple[Timescale, ...]
    windows: tuple[Window, ...]


@cache
def catalogue() -> Catalogue:
    """Return the catalogue that is shipped, read once."""
    text = files(SHELF).joinpath("law", FILE).read_text(encoding="utf-8")
    return Catalogue.model_validate(read_yaml(FILE, text))
