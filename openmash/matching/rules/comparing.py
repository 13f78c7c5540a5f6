"""Might these two records be one person, and why (A3.1, A4.2)."""

from openmash.matching.rules.births import born_level
from openmash.matching.rules.evidence import Evidence, Suggestion
from openmash.matching.rules.guard import band_of, cautions, seen_in
from openmash.matching.rules.levels import NOT_KNOWN, Level
from openmash.matching.rules.names import compare_names
from openmash.matching.rules.numbers import compare_identifiers
from openmash.matching.rules.places import address_level
from openmash.matching.rules.weights import FIRST_WEIGHTS, Weights
from openmash.matching.terms import Band, Caution, Field
from openmash.people.rules import PersonFacts, tidy_email, tidy_phone
from openmash.people.terms import Sex


def compare(left: PersonFacts, right: PersonFacts, weights: Weights = FIRST_WEIGHTS) -> Suggestion:
    """Weigh every fact of two records. The same either way round; the unknown counts nothing."""
    evidence = (
        *compare_identifiers(left, right, weights),
        *compare_names(left, right, weights),
        *_others(left, right, weights),
    )
    weight = sum(each.weight for each in evidence)
    seen = seen_in(evidence)
    found = cautions(left, right, seen)
    return Suggestion(evidence, weight, band_of(weight, found, seen, weights), found)


def _others(left: PersonFacts, right: PersonFacts, weights: Weights) -> list[Evidence]:
    levels = {
        Field.BORN: born_level(left, right),
        Field.ADDRESS: address_level(left, right),
        Field.PHONE: _any_shared(*({tidy_phone(p) for p in each.phones} for each in (left, right))),
        Field.EMAIL: _any_shared(*({tidy_email(e) for e in each.emails} for each in (left, right))),
        Field.SEX: _sex_level(left.sex, right.sex),
    }
    return [
        Evidence(field, level, weights.of(field, level), field.label)
        for field, level in levels.items()
    ]


def _any_shared(left: set[str], right: set[str]) -> Level:
    left, right = left - {""}, right - {""}
    if not left or not right:
        return NOT_KNOWN
    return "same" if left & right else "different"


def _sex_level(left: Sex, right: Sex) -> Level:
    unknown = {Sex.NOT_KNOWN, Sex.UNBORN}
    if left in unknown or right in unknown:
        return NOT_KNOWN
    return "same" if left is right else "different"


LOOK_ALIKE = "These two people look alike. Check which of them is meant."
_OF_LOOK_ALIKES = (Caution.TWINS, Caution.GENERATIONS, Caution.NAMESAKES)


def look_alike_warning(one: PersonFacts, other: PersonFacts) -> str | None:
    """Return what to tell somebody about to write on one of two people easily confused."""
    found = compare(one, other)
    named = next((each for each in found.cautions if each in _OF_LOOK_ALIKES), None)
    if found.band is Band.DIFFERENT:
        return None
    return named.label if named else LOOK_ALIKE
