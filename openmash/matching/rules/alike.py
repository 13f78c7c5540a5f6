"""How alike two words are, the same whichever is asked about first."""

from functools import lru_cache

import jellyfish

from openmash.people.rules import sounds_of

NEARLY = 0.88
ALIKE_IN_SOUND = 0.75
SHORT = 4


def likeness(left: str, right: str) -> float:
    """Return the Jaro-Winkler likeness of two words, 0 to 1, in either order."""
    first, second = sorted((left, right))
    return jellyfish.jaro_winkler_similarity(first, second)


def one_slip(left: str, right: str) -> bool:
    """Say whether one character mistyped, left out, added or swapped makes one the other."""
    return jellyfish.damerau_levenshtein_distance(left, right) == 1


@lru_cache(maxsize=20_000)
def nearly_same(left: str, right: str) -> bool:
    """Say whether two words may be one misspelt, or heard and written down otherwise."""
    if min(len(left), len(right)) < SHORT and not one_slip(left, right):
        return False
    closeness = likeness(left, right)
    if closeness >= NEARLY:
        return True
    return closeness >= ALIKE_IN_SOUND and not sounds_of(left).isdisjoint(sounds_of(right))


def in_one_script(left: str, right: str) -> bool:
    """Say whether two names can be compared letter by letter: both Latin, or neither."""
    return left.replace("?", "").isascii() == right.replace("?", "").isascii()
