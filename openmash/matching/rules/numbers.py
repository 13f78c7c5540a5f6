"""How two people's identifiers agree, scheme by scheme."""

from collections import defaultdict

from openmash.matching.rules.alike import one_slip
from openmash.matching.rules.evidence import Evidence
from openmash.matching.rules.levels import NOT_KNOWN, Level
from openmash.matching.rules.weights import Weights
from openmash.matching.terms import Field
from openmash.people.rules import PersonFacts, identifier_problem, tidy
from openmash.people.terms import IdentifierScheme


def compare_identifiers(
    left: PersonFacts, right: PersonFacts, weights: Weights
) -> tuple[Evidence, ...]:
    """Return one piece of evidence for each scheme both have a number in."""
    ours, theirs = _numbers(left), _numbers(right)
    shared = sorted(ours.keys() & theirs.keys())
    if not shared:
        return (Evidence(Field.IDENTIFIER, NOT_KNOWN, 0.0, Field.IDENTIFIER.label),)
    found = ((scheme, identifier_level(scheme, ours[scheme], theirs[scheme])) for scheme in shared)
    return tuple(
        Evidence(Field.IDENTIFIER, level, weights.of(Field.IDENTIFIER, level), scheme.label)
        for scheme, level in found
    )


def _numbers(facts: PersonFacts) -> dict[IdentifierScheme, set[str]]:
    """Return each person's own numbers; an incident's number is everybody's who was there."""
    numbers: dict[IdentifierScheme, set[str]] = defaultdict(set)
    for each in facts.identifiers:
        if each.scheme.numbers_people and tidy(each.value):
            numbers[each.scheme].add(tidy(each.value))
    return numbers


def identifier_level(scheme: IdentifierScheme, left: set[str], right: set[str]) -> Level:
    """Return how numbers of one scheme agree; a number that cannot be right does not disagree."""
    if left & right:
        return "same"
    sound = {each for each in left | right if identifier_problem(scheme, each) is None}
    mistyped = any(one_slip(one, other) for one in left for other in right)
    if mistyped and len(sound) < len(left | right):
        return "nearly"
    both_sound = bool(left & sound and right & sound)
    return "different" if both_sound and scheme.one_per_person else "another"
