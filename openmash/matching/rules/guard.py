"""Why a bare threshold is not enough: who agrees on nearly everything and is somebody else.

Measured before this was written: at a plain threshold most wrong matches were family, and half of
those twins. So two records are called the same only when the forename and the birth agree, or a
number of their own does; twins, namesakes and contradictions are for a person to look at.
"""

from collections.abc import Mapping, Sequence

from openmash.matching.rules.births import are_a_generation_apart
from openmash.matching.rules.evidence import Evidence
from openmash.matching.rules.levels import LEVELS, Level
from openmash.matching.rules.weights import Weights
from openmash.matching.terms import Agreement, Band, Caution, Field
from openmash.people.rules import PersonFacts, birth_parts

_SAME_FORENAME = frozenset({"same", "form", "swapped", "initial"})
_AGREEING = frozenset({Agreement.SAME, Agreement.CLOSE})
_BIRTH_THAT_TELLS = frozenset({"same", "swapped", "near", "month", "due"})
_BIRTH_WITH_ADDRESS = frozenset({"year", "about", "near_due"})
_ONE_PLACE = frozenset({"same", "postcode", "nearly", "line", "shared"})
_SHORT_NAME = 5


def cautions(
    left: PersonFacts, right: PersonFacts, evidence: Sequence[Evidence]
) -> tuple[Caution, ...]:
    """Return every reason these two may be two people, gravest first."""
    seen = _levels(evidence)
    checks = {
        Caution.TWINS: _may_be_twins(seen),
        Caution.GENERATIONS: _share_a_name(seen) and are_a_generation_apart(left, right),
        Caution.NAMESAKES: _are_namesakes(seen) and not are_a_generation_apart(left, right),
        Caution.NUMBERS_DIFFER: "different" in _identifier_levels(evidence),
        Caution.NUMBER_ALONE: _is_number_alone(seen, evidence),
        Caution.NO_FORENAME: not _agrees(seen, Field.FORENAME)
        and _is_unknown(seen, Field.FORENAME),
        Caution.NO_BIRTH: not _birth_is_enough(seen, evidence) and _birth_says_nothing(seen),
        Caution.NEARLY_TWINS: _may_be_nearly_twins(seen),
        Caution.FILLER_BIRTH: _has_filler(left) or _has_filler(right),
        Caution.SHARED_PLACE: seen[Field.ADDRESS] == "shared",
        Caution.OTHER_SCRIPT: "other_script" in (seen[Field.FORENAME], seen[Field.SURNAME]),
    }
    return tuple(caution for caution, holds in checks.items() if holds)


def band_of(
    weight: float, found: Sequence[Caution], evidence: Sequence[Evidence], weights: Weights
) -> Band:
    """Return what the weight suggests, held to `look` where a caution or a gap says so."""
    if weight < weights.look_at:
        return Band.LOOK if "same" in _identifier_levels(evidence) else Band.DIFFERENT
    held = any(each.forbids_same for each in found) or not _is_enough(evidence)
    return Band.LOOK if held or weight < weights.same_at else Band.SAME


def _is_enough(evidence: Sequence[Evidence]) -> bool:
    """Say whether the right facts agree, however much they weigh together."""
    seen = _levels(evidence)
    if "same" in _identifier_levels(evidence):
        return any(_agrees(seen, each) for each in (Field.FORENAME, Field.SURNAME, Field.BORN))
    return _agrees(seen, Field.FORENAME) and _birth_is_enough(seen, evidence)


def _birth_is_enough(seen: Mapping[Field, Level], evidence: Sequence[Evidence]) -> bool:
    if "same" in _identifier_levels(evidence) or seen[Field.BORN] in _BIRTH_THAT_TELLS:
        return True
    return seen[Field.BORN] in _BIRTH_WITH_ADDRESS and seen[Field.ADDRESS] in ("same", "postcode")


def _levels(evidence: Sequence[Evidence]) -> dict[Field, Level]:
    return {each.field: each.level for each in evidence if each.field is not Field.IDENTIFIER}


def _identifier_levels(evidence: Sequence[Evidence]) -> set[Level]:
    return {each.level for each in evidence if each.field is Field.IDENTIFIER}


def _agrees(seen: Mapping[Field, Level], field: Field) -> bool:
    return LEVELS[field][seen[field]][0] in _AGREEING


def _is_unknown(seen: Mapping[Field, Level], field: Field) -> bool:
    return LEVELS[field][seen[field]][0] is Agreement.NOT_KNOWN


def _may_be_twins(seen: Mapping[Field, Level]) -> bool:
    """Say whether they have one birthday, one family or home, and two forenames."""
    one_family = _agrees(seen, Field.SURNAME) or seen[Field.ADDRESS] in _ONE_PLACE
    another = seen[Field.FORENAME] in ("different", "first_only", "middle")
    return seen[Field.BORN] in ("same", "due") and one_family and another


def _may_be_nearly_twins(seen: Mapping[Field, Level]) -> bool:
    alike = seen[Field.FORENAME] in ("nearly", "form") and seen[Field.SURNAME] == "same"
    return alike and seen[Field.BORN] in ("same", "due") and seen[Field.ADDRESS] in _ONE_PLACE


def _share_a_name(seen: Mapping[Field, Level]) -> bool:
    return seen[Field.FORENAME] in _SAME_FORENAME and _agrees(seen, Field.SURNAME)


def _are_namesakes(seen: Mapping[Field, Level]) -> bool:
    return (
        _share_a_name(seen) and not _is_unknown(seen, Field.BORN) and not _agrees(seen, Field.BORN)
    )


def _is_number_alone(seen: Mapping[Field, Level], evidence: Sequence[Evidence]) -> bool:
    fields = (Field.FORENAME, Field.SURNAME, Field.BORN)
    differs = sum(LEVELS[each][seen[each]][0] is Agreement.DIFFERENT for each in fields)
    return "same" in _identifier_levels(evidence) and differs >= 2


def _birth_says_nothing(seen: Mapping[Field, Level]) -> bool:
    return _is_unknown(seen, Field.BORN) or seen[Field.BORN] in _BIRTH_WITH_ADDRESS


def _has_filler(facts: PersonFacts) -> bool:
    parts = birth_parts(facts.born)
    return parts is not None and parts.is_filler
