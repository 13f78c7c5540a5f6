"""How a name sounds, so that a name heard down a telephone is found however it was spelled.

Metaphone (the jellyfish library) with its code made coarser where British records disagree:
`th` and `t` (Sujatha, Sujata), `w` and `v` (Jaswinder, Jasvinder; Kowalski, Kovalsky), the first
vowel (Iman, Eman), a last `s` (Williams, William). A code only ever proposes; scoring decides.
"""

import re
from functools import lru_cache

import jellyfish

from openmash.people.rules.names import UNWRITABLE

_COARSER = str.maketrans({"0": "T", "W": "F", "Y": "", "H": "", " ": ""})
_FIRST_VOWEL = re.compile("^[AEIOU]+")
_LIKELY_UNWRITABLE = ("", "a", "o", "l", "s", "c", "z", "n", "d", "t", "g", "r")
LONGEST = 8


@lru_cache(maxsize=20_000)
def sound_of(token: str) -> str:
    """Return the code of one normalised word; a word in another script is its own code."""
    if not token.isascii():
        return token
    code = _FIRST_VOWEL.sub("A", jellyfish.metaphone(token).translate(_COARSER))
    if len(code) > 2 and code.endswith("S"):
        code = code[:-1]
    return code[:LONGEST] or token


@lru_cache(maxsize=20_000)
def sounds_of(token: str) -> frozenset[str]:
    """Return every code `token` may have, trying likely letters where one could not be written."""
    if UNWRITABLE not in token:
        return frozenset({sound_of(token)})
    before, _, after = token.partition(UNWRITABLE)
    after = after.replace(UNWRITABLE, "")
    whole = (f"{before}{each}{after}" for each in _LIKELY_UNWRITABLE)
    return frozenset(sound_of(each) for each in whole if each)
