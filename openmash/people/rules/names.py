"""Names made comparable. The original is kept elsewhere: this is only ever for finding (A3.3)."""

import re
import unicodedata
from functools import lru_cache

UNWRITABLE = "?"
"""A character the sender's system could not write; it never counts as a difference."""

_LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ħ": "h",
        "ŋ": "ng",
        "ə": "a",
        "\N{REPLACEMENT CHARACTER}": UNWRITABLE,
    }
)
_APOSTROPHES = re.compile("['’‘`´ʼʻʹ′]")

_JOINS_THE_NEXT = frozenset({"o", "mc", "mac", "ni", "nic", "ui"})
_WELSH = {"ap", "ab", "ferch", "verch"}
_ARABIC = {"bin", "binti", "bint", "ibn", "al", "el", "ul", "ur", "ud"}
_ROMANCE_AND_DUTCH = {"de", "da", "di", "du", "la", "le", "van", "von", "der", "den"}
_PARTICLES = frozenset(_WELSH | _ARABIC | _ROMANCE_AND_DUTCH)


@lru_cache(maxsize=20_000)
def normalised(name: str) -> str:
    """Return `name` in small Latin letters without accents, other scripts as they are.

    Apostrophes vanish (`O'Connor`, `oconnor`); hyphens and other marks become one space.
    """
    folded = _APOSTROPHES.sub("", unicodedata.normalize("NFKC", name).casefold())
    plain = _without_latin_accents(folded.translate(_LETTERS))
    return " ".join("".join(each if _is_written(each) else " " for each in plain).split())


def _is_written(each: str) -> bool:
    """Letters, digits, the vowel signs of other scripts, and the mark of the unwritable."""
    return each.isalnum() or each == UNWRITABLE or unicodedata.category(each).startswith("M")


def _without_latin_accents(text: str) -> str:
    """Drop the marks of Latin letters only: in other scripts a mark makes another letter."""
    kept, latin = [], False
    for each in unicodedata.normalize("NFKD", text):
        if unicodedata.combining(each):
            if latin:
                continue
        else:
            latin = each.isascii() or unicodedata.name(each, "").startswith("LATIN")
        kept.append(each)
    return unicodedata.normalize("NFC", "".join(kept))


@lru_cache(maxsize=20_000)
def name_tokens(full: str) -> tuple[str, ...]:
    """Return the words of a name that tell people apart, in order.

    `Ó Conchobhair` and `Mc Donald` are one word each; `ap`, `ferch`, `bin`, `al-` and the like
    are left out where something else remains, because they come and go between records.
    """
    words = _joined(normalised(full).split())
    telling = tuple(each for each in words if each not in _PARTICLES)
    return telling or tuple(words)


def _joined(words: list[str]) -> list[str]:
    joined: list[str] = []
    waiting = ""
    for each in words:
        if each in _JOINS_THE_NEXT and not waiting:
            waiting = each
            continue
        joined.append(waiting + each)
        waiting = ""
    return [*joined, waiting] if waiting else joined


def squashed(name: str) -> str:
    """Return the telling words run together: `Mary-Ann`, `Mary Ann` and `Maryann` are one."""
    return "".join(name_tokens(name))


def trigrams(token: str) -> frozenset[str]:
    """Return the runs of three letters in `token`, its ends marked."""
    padded = f"  {token} "
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2)) if token else frozenset()


def same_but_for_unwritable(left: str, right: str) -> bool:
    """Say whether two normalised words are equal, each `?` standing for any one letter or two.

    A sender that wrote two bytes as two marks (`Nguy??n`) is read as well as one that wrote one.
    """
    if left == right:
        return True
    if UNWRITABLE in left and UNWRITABLE in right:
        return _shape(left) == _shape(right)
    marked, plain = (left, right) if UNWRITABLE in left else (right, left)
    if UNWRITABLE not in marked or not marked.strip(UNWRITABLE):
        return False
    return _pattern(marked).fullmatch(plain) is not None


def _shape(token: str) -> str:
    return re.sub(r"\?+", UNWRITABLE, token)


@lru_cache(maxsize=2_000)
def _pattern(token: str) -> re.Pattern[str]:
    parts = re.split(r"(\?+)", token)
    return re.compile(
        "".join(f".{{1,{len(p) + 1}}}" if p.startswith("?") else re.escape(p) for p in parts)
    )
