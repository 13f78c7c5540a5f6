"""How the names of two people agree: every name of one beside every name of the other."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from openmash.matching.rules.alike import in_one_script, nearly_same
from openmash.matching.rules.evidence import Evidence
from openmash.matching.rules.levels import NOT_KNOWN, Level
from openmash.matching.rules.weights import Weights
from openmash.matching.terms import Field
from openmash.people.rules import (
    NameFact,
    PersonFacts,
    are_forms_of_one_name,
    same_but_for_unwritable,
    telling_tokens,
)

Tokens = tuple[str, ...]
NamePair = tuple[Evidence, Evidence]


def compare_names(left: PersonFacts, right: PersonFacts, weights: Weights) -> NamePair:
    """Return how forename and surname agree, by the pair of names that agrees best."""
    found = [
        way for one, other in product(left.names, right.names) for way in _ways(one, other, weights)
    ]
    if not found:
        return (
            _found(Field.FORENAME, NOT_KNOWN, weights),
            _found(Field.SURNAME, NOT_KNOWN, weights),
        )
    return max(found, key=_standing)


def _standing(pair: NamePair) -> tuple[float, Level, Level]:
    """Order pairs by weight, then by what they say, never by which record came first."""
    forename, surname = pair
    return forename.weight + surname.weight, forename.level, surname.level


def _ways(one: NameFact, other: NameFact, weights: Weights) -> Iterator[NamePair]:
    """Yield the names as written, and crossed over where that is how they agree."""
    given, family = telling_tokens(one.given), telling_tokens(one.family)
    its_given, its_family = telling_tokens(other.given), telling_tokens(other.family)
    yield (
        _found(Field.FORENAME, forename_level(given, its_given), weights, given, its_given),
        _found(Field.SURNAME, surname_level(family, its_family), weights, family, its_family),
    )
    crossed = sorted((_crossed(given, its_family), _crossed(family, its_given)), reverse=True)
    if set(crossed) <= {"swapped", NOT_KNOWN} and "swapped" in crossed:
        forename, surname = crossed
        yield _found(Field.FORENAME, forename, weights), _found(Field.SURNAME, surname, weights)


@lru_cache(maxsize=20_000)
def _crossed(given: Tokens, family: Tokens) -> Level:
    if not given or not family:
        return NOT_KNOWN
    agree = forename_level(given, family) in ("same", "form", "nearly")
    return "swapped" if agree else "different"


def _found(
    field: Field, level: Level, weights: Weights, left: Tokens = (), right: Tokens = ()
) -> Evidence:
    """Return the evidence; the word both share says how common a name they agree on."""
    shared = min(set(left) & set(right), default="")
    return Evidence(field, level, weights.of(field, level, shared), field.label)


@lru_cache(maxsize=20_000)
def forename_level(left: Tokens, right: Tokens) -> Level:
    """Return how two forenames agree; second names matter when the first are the same.

    Brothers may share a first name and be known by the second (Mohammed Adam, Mohammed Yusuf).
    """
    if not left or not right:
        return NOT_KNOWN
    if not in_one_script("".join(left), "".join(right)):
        return "other_script"
    if same_but_for_unwritable("".join(left), "".join(right)):
        return "same"
    if same_but_for_unwritable(left[0], right[0]):
        return "same" if _seconds_agree(left[1:], right[1:]) else "first_only"
    return _other_forename_level(left, right)


def _other_forename_level(left: Tokens, right: Tokens) -> Level:
    first, its_first = left[0], right[0]
    if _is_initial_of(first, its_first):
        return "initial"
    if level := _spelling_level(first, its_first):
        return level if _seconds_agree(left[1:], right[1:]) else "first_only"
    return "middle" if _share_a_word(left, right) else "different"


def _spelling_level(first: str, its_first: str) -> Level | None:
    if are_forms_of_one_name(first, its_first):
        return "form"
    return "nearly" if nearly_same(first, its_first) else None


def _seconds_agree(left: Tokens, right: Tokens) -> bool:
    if not left or not right:
        return True
    return any(
        _is_initial_of(one, other) or are_forms_of_one_name(one, other) or nearly_same(one, other)
        for one, other in product(left, right)
    )


def _is_initial_of(one: str, other: str) -> bool:
    return one[0] == other[0] and 1 in (len(one), len(other))


def _share_a_word(left: Tokens, right: Tokens) -> bool:
    return any(
        are_forms_of_one_name(one, other) for one, other in product(left, right) if len(one) > 1
    )


@lru_cache(maxsize=20_000)
def surname_level(left: Tokens, right: Tokens) -> Level:
    """Return how two surnames agree; either part of a double name counts as part of it."""
    if not left or not right:
        return NOT_KNOWN
    joined, its_joined = "".join(left), "".join(right)
    if not in_one_script(joined, its_joined):
        return "other_script"
    if same_but_for_unwritable(joined, its_joined) or set(left) == set(right):
        return "same"
    if any(same_but_for_unwritable(one, other) for one, other in product(left, right)):
        return "part"
    pairs = ((joined, its_joined), *product(left, right))
    return "nearly" if any(nearly_same(one, other) for one, other in pairs) else "different"
