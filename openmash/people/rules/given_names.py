"""Forenames as evidence: which words of one tell people apart, and which are only a stand-in."""

from functools import lru_cache

from openmash.people.rules.names import name_tokens

_NOBODY_YET = {
    "baby",
    "babi",
    "unborn",
    "infant",
    "bump",
    "boy",
    "girl",
    "child",
    "of",
    "one",
    "two",
}
_NOT_KNOWN = {"unknown", "unnamed", "not", "known", "no", "name", "none", "nk", "tbc", "fnu", "lnu"}
_TITLES = {"mr", "mrs", "ms", "miss", "master", "dr", "male", "female", "twin", "triplet"}
_STAND_INS = frozenset(_NOBODY_YET | _NOT_KNOWN | _TITLES)


@lru_cache(maxsize=20_000)
def telling_tokens(name: str) -> tuple[str, ...]:
    """Return the words of a name that could be somebody's, nothing for `Baby` or `Unknown`.

    A stand-in is dropped only when the whole name is made of them: Baby can be a real forename
    beside another, and Mr Unknown is nobody.
    """
    tokens = name_tokens(name)
    return () if all(each in _STAND_INS or each.isdigit() for each in tokens) else tokens
