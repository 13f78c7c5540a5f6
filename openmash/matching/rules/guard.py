"""Why a bare threshold is not enough: who agrees on nearly everything and is somebody else.

Measured before this was written: at a plain threshold most wrong matches were family, and half of
those twins. So two records are called the same only when the forename and the birth agree, or a
number of their own does; twins, namesakes and contradictions are for a person to look at.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from openmash.matching.rules.births import are_a_generation_apart
from openmash.matching.rules.evidence import Evidence
from openmash.matching.rules.levels import LEVELS, Level
from openmash.matching.rules.weights import Weights
from openmash.matching.terms import Agreement, Band, Caution, Field
from openmash.people.rules import PersonFacts, birth_parts

_BIRTH_THAT_TELLS = frozenset({"same", "swapped", "near", "month", "due"})
_BIRTH_WITH_ADDRESS = frozenset({"year", "about", "near_due"})
_ONE_BIRTHDAY = frozenset({"same", "due"})
_ONE_PLACE = frozenset({"same", "postcode", "nearly", "line", "shared"})
_ONE_HOME = frozenset({"same", "postcode"})
_SAME_FORENAME = frozenset({"same", "form", "swapped", "initial"})
_ANOTHER_FORENAME = frozenset({"different", "first_only", "middle"})
_ALMOST_THE_FORENAME = frozenset({"nearly", "form"})
_WHO = (Field.FORENAME, Field.SURNAME, Field.BORN)


@dataclass(frozen=True)
class Seen:
    """What comparing found, field by field, with the identifiers of every scheme together."""

    forename: Level
    surname: Level
    born: Level
    address: Level
    numbers: frozenset[Level]
    agreeing: frozenset[Field]
    differing: frozenset[Field]

    @property
    def has_number(self) -> bool:
        return "same" in self.numbers

    def is_unknown(self, field: Field) -> bool:
        return field not in self.agreeing and field not in self.differing

    @property
    def shares_a_name(self) -> bool:
        return self.forename in _SAME_FORENAME and Field.SURNAME in self.agreeing

    @property
    def birth_is_enough(self) -> bool:
        if self.has_number or self.born in _BIRTH_THAT_TELLS:
            return True
        return self.born in _BIRTH_WITH_ADDRESS and self.address in _ONE_HOME

    @property
    def is_enough(self) -> bool:
        """Say whether the right facts agree, however much they weigh together."""
        if self.has_number:
            return not self.agreeing.isdisjoint(_WHO)
        return Field.FORENAME in self.agreeing and self.birth_is_enough


def seen_in(evidence: Sequence[Evidence]) -> Seen:
    """Gather the evidence for the guard's questions."""
    levels = {each.field: each.level for each in evidence}
    agreements = {field: LEVELS[field][level][0] for field, level in levels.items()}
    known = [field for field, how in agreements.items() if how is not Agreement.NOT_KNOWN]
    differing = frozenset(field for field in known if agreements[field] is Agreement.DIFFERENT)
    return Seen(
        forename=levels[Field.FORENAME],
        surname=levels[Field.SURNAME],
        born=levels[Field.BORN],
        address=levels[Field.ADDRESS],
        numbers=frozenset(each.level for each in evidence if each.field is Field.IDENTIFIER),
        agreeing=frozenset(known) - differing,
        differing=differing,
    )


def cautions(left: PersonFacts, right: PersonFacts, seen: Seen) -> tuple[Caution, ...]:
    """Return every reason these two may be two people, gravest first."""
    checks = (
        (Caution.TWINS, _may_be_twins(seen)),
        (Caution.GENERATIONS, seen.shares_a_name and are_a_generation_apart(left, right)),
        (Caution.NAMESAKES, _are_namesakes(seen) and not are_a_generation_apart(left, right)),
        (Caution.NUMBERS_DIFFER, "different" in seen.numbers),
        (Caution.NUMBER_ALONE, seen.has_number and len(seen.differing.intersection(_WHO)) > 1),
        (Caution.NO_FORENAME, seen.is_unknown(Field.FORENAME)),
        (Caution.NO_BIRTH, not seen.birth_is_enough and Field.BORN not in seen.differing),
        (Caution.NEARLY_TWINS, _may_be_nearly_twins(seen)),
        (Caution.FILLER_BIRTH, _has_filler(left) or _has_filler(right)),
        (Caution.SHARED_PLACE, seen.address == "shared"),
        (Caution.OTHER_SCRIPT, "other_script" in (seen.forename, seen.surname)),
    )
    return tuple(caution for caution, holds in checks if holds)


def band_of(weight: float, found: Sequence[Caution], seen: Seen, weights: Weights) -> Band:
    """Return what the weight suggests, held to `look` where a caution or a gap says so.

    One number on two records is always worth a look, however unlike they are.
    """
    if weight < weights.look_at:
        return Band.LOOK if seen.has_number else Band.DIFFERENT
    held = any(each.forbids_same for each in found) or not seen.is_enough
    return Band.LOOK if held or weight < weights.same_at else Band.SAME


def _may_be_twins(seen: Seen) -> bool:
    """Say whether they have one birthday, one family or home, and two forenames."""
    one_family = Field.SURNAME in seen.agreeing or seen.address in _ONE_PLACE
    return seen.born in _ONE_BIRTHDAY and one_family and seen.forename in _ANOTHER_FORENAME


def _may_be_nearly_twins(seen: Seen) -> bool:
    one_family = seen.surname == "same" and seen.address in _ONE_PLACE
    return seen.born in _ONE_BIRTHDAY and one_family and seen.forename in _ALMOST_THE_FORENAME


def _are_namesakes(seen: Seen) -> bool:
    return seen.shares_a_name and Field.BORN in seen.differing


def _has_filler(facts: PersonFacts) -> bool:
    parts = birth_parts(facts.born)
    return parts is not None and parts.is_filler
