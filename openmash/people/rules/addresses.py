"""Addresses made comparable: postcode, building, flat and the words of the street."""

import re
from functools import lru_cache

from openmash.people.rules.names import normalised

_POSTCODE = re.compile(r"([A-Z]{1,2}[0-9][0-9A-Z]?)([0-9][A-Z]{2})")
_FLAT = re.compile(r"\b(?:flat|apartment|apt|unit|room|rm)\s*(\d+[a-z]?|[a-z])\b")
_NUMBER = re.compile(r"\b(\d+[a-z]?)(?:\s*[-–/]\s*(\d+[a-z]?))?\b")
_NO_FIXED_ABODE = re.compile(
    r"\b(nfa|no fixed (abode|address)|homeless|sofa surfing|rough sleep(ing|er)|street homeless)\b"
)
_SHORT_FORMS = {
    "st": "street",
    "rd": "road",
    "ave": "avenue",
    "av": "avenue",
    "ln": "lane",
    "dr": "drive",
    "cl": "close",
    "ct": "court",
    "cres": "crescent",
    "gdns": "gardens",
    "gr": "grove",
    "pl": "place",
    "sq": "square",
    "ter": "terrace",
    "apt": "flat",
    "apartment": "flat",
    "hse": "house",
    "heol": "road",
    "ffordd": "road",
    "stryd": "street",
    "fflat": "flat",
}


def tidy_postcode(text: str) -> str:
    """Return a postcode as it is printed, `ZX1 2AB`; a part of one in capitals as it is."""
    squeezed = compact_postcode(text)
    whole = _POSTCODE.fullmatch(squeezed)
    return f"{whole[1]} {whole[2]}" if whole else squeezed


@lru_cache(maxsize=20_000)
def compact_postcode(text: str) -> str:
    """Return a postcode in capitals with nothing between: `ZX12AB`."""
    return re.sub(r"[^0-9A-Za-z]", "", text).upper()


def postcode_problem(text: str) -> str | None:
    """Return what to mend in a postcode, or None when it is well formed."""
    if _POSTCODE.fullmatch(compact_postcode(text)):
        return None
    return "A postcode looks like ZX1 2AB. Check it, or leave it empty if it is not known."


@lru_cache(maxsize=20_000)
def is_no_fixed_abode(text: str) -> bool:
    """Say whether an address says there is none: "NFA", "no fixed abode", "sofa surfing"."""
    return _NO_FIXED_ABODE.search(normalised(text)) is not None


@lru_cache(maxsize=20_000)
def flat_number(line: str) -> str:
    """Return the flat or room of an address line, or nothing."""
    found = _FLAT.search(line.casefold())
    return found[1] if found else ""


@lru_cache(maxsize=20_000)
def building_number(line: str) -> str:
    """Return the number of the building, `12a` or `12-14`, leaving the flat aside."""
    found = _NUMBER.search(_FLAT.sub(" ", line.casefold()))
    if not found:
        return ""
    return f"{found[1]}-{found[2]}" if found[2] else found[1]


def same_building(left: str, right: str) -> bool:
    """Say whether two building numbers may be one: equal, or one inside the other's range."""
    if not left or not right:
        return False
    return left == right or _within(left, right) or _within(right, left)


def _within(number: str, span: str) -> bool:
    first, _, last = span.partition("-")
    if not last or "-" in number:
        return False
    return _digits(first) <= _digits(number) <= _digits(last)


def _digits(number: str) -> int:
    return int(re.sub(r"\D", "", number))


@lru_cache(maxsize=20_000)
def address_tokens(line: str) -> frozenset[str]:
    """Return the words of an address line, short forms written out, numbers among them."""
    return frozenset(_SHORT_FORMS.get(each, each) for each in normalised(line).split())
