"""What every source tells about people, read the same way for each (A3.3)."""

import re

from openmash.intake.rules.characters import fitting, lost_letters, storable
from openmash.people.terms import Ethnicity, Sex

LONGEST_NAME = 120
LONGEST_LINE = 200
LONGEST_PHONE = 60

_POSTCODE = re.compile(r"([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})", re.ASCII)
_NO_FIXED_ABODE = frozenset({"nfa", "nofixedabode", "ofnofixedabode", "nofixedaddress"})
_NOT_TOLD = frozenset({"", "-", "n/a", "n/k", "nk", "none", "not known", "unknown", "not stated"})
_SEXES = {
    "m": Sex.MALE,
    "male": Sex.MALE,
    "boy": Sex.MALE,
    "f": Sex.FEMALE,
    "female": Sex.FEMALE,
    "girl": Sex.FEMALE,
    "unborn": Sex.UNBORN,
}


def told_line(text: str, limit: int = LONGEST_LINE) -> str:
    """Return one line of an answer as told, trimmed, with nothing a record cannot hold."""
    return fitting(" ".join(storable(text).split()), limit)


def told_or_blank(text: str, limit: int = LONGEST_LINE) -> str:
    """Return an answer, with "not known" and its like as the blank they mean."""
    line = told_line(text, limit)
    return "" if line.casefold() in _NOT_TOLD else line


def read_sex(text: str) -> Sex:
    """A sender's U means unknown; only an unborn child is Unborn (5.13)."""
    return _SEXES.get(text.strip().casefold(), Sex.NOT_KNOWN)


def read_ethnicity(text: str) -> Ethnicity | None:
    """Return the code a sender gave, or the one whose label they wrote; anything else is a gap.

    It comes from the person or a parent (A3.5); what an officer perceived is never read here.
    """
    plain = " ".join(text.split()).casefold()
    return next((e for e in Ethnicity if plain in (e.value.casefold(), e.label.casefold())), None)


def is_no_fixed_abode(address: str) -> bool:
    return "".join(filter(str.isalpha, address.casefold())) in _NO_FIXED_ABODE


def read_postcode(text: str) -> str:
    """Return a postcode as it is printed; anything else as it was told."""
    line = told_line(text, 20)
    found = _POSTCODE.fullmatch(line.upper().replace(" ", ""))
    return f"{found[1]} {found[2]}" if found else line


def doubts_about_names(given_names: str, family_name: str) -> tuple[str, ...]:
    """A person with one name is in no doubt; one with no name at all is."""
    if not given_names and not family_name:
        return ("No name was told.",)
    if lost_letters(given_names) or lost_letters(family_name):
        return ("A letter of the name arrived as “?”: the sender's system could not write it.",)
    return ()


def doubts_about_postcode(postcode: str) -> tuple[str, ...]:
    if postcode and not _POSTCODE.fullmatch(postcode.upper().replace(" ", "")):
        return (f"“{postcode}” does not look like a postcode.",)
    return ()
