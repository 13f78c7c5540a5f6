"""The numbers evidence weighs, in bits, and where they come from.

This is the seam a trained model replaces. A `Weights` is numbers in a file: for each field and
level (`LEVELS`) the log, base 2, of how much oftener that level is seen between two records of one
person than between two people; for common names what the same name is worth; and the marks the
bands are cut at. Training writes another file of the same shape beside `first.json`; nothing in
the code changes, and a judgement keeps the name of the weights it was shown.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType

from openmash.matching.rules.levels import NOT_KNOWN, Level
from openmash.matching.terms import Field


@dataclass(frozen=True)
class Weights:
    """A frozen mapping of bits; what a file does not mention weighs nothing."""

    name: str
    bits: Mapping[Field, Mapping[Level, float]]
    common: Mapping[Field, Mapping[str, float]]
    same_at: float
    look_at: float
    lead: float

    def of(self, field: Field, level: Level, value: str = "") -> float:
        """Return the bits of a level; the same common name is worth less than a rare one."""
        if level == NOT_KNOWN:
            return 0.0
        usual = self.bits.get(field, {}).get(level, 0.0)
        if level == "same" and value:
            return min(usual, self.common.get(field, {}).get(value, usual))
        return usual


def load_weights(text: str) -> Weights:
    """Read weights from the text of a file of the shape of `weights/first.json`."""
    read = json.loads(text)
    return Weights(
        name=read["name"],
        bits=_by_field(read["bits"]),
        common=_by_field(read["common"]),
        same_at=float(read["bands"]["same_at"]),
        look_at=float(read["bands"]["look_at"]),
        lead=float(read["bands"]["lead"]),
    )


def _by_field(read: dict[str, dict[str, float]]) -> Mapping[Field, Mapping[str, float]]:
    return MappingProxyType(
        {Field(field): MappingProxyType(numbers) for field, numbers in read.items()}
    )


FIRST_WEIGHTS = load_weights(
    files("openmash.matching").joinpath("weights/first.json").read_text("utf-8")
)
