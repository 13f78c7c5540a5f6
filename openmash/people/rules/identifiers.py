"""Numbers people are known by: tidied, and said in words what is wrong with one (5.13)."""

import re
from functools import lru_cache

from openmash.people.terms import IdentifierScheme

UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_UPN = re.compile(r"[A-Z]\d{11}[0-9A-Z]")
_SPACING = re.compile(r"[\s./\\–—-]+")


@lru_cache(maxsize=20_000)
def tidy(value: str) -> str:
    """Return an identifier as it is stored: capitals, no spaces, dots, strokes or hyphens."""
    return _SPACING.sub("", value).upper()


def tidy_nhs_number(value: str) -> str:
    """Return an NHS number as ten digits run together, as far as it has them."""
    return tidy(value)


def spaced_nhs_number(value: str) -> str:
    """Return an NHS number as it is printed, in threes: `999 123 4578`."""
    digits = tidy_nhs_number(value)
    return f"{digits[:3]} {digits[3:6]} {digits[6:]}" if len(digits) == 10 else digits


def nhs_number_problem(value: str) -> str | None:
    """Return what to mend in an NHS number, or None when its check digit agrees (section 16LC)."""
    digits = tidy_nhs_number(value)
    if not (digits.isascii() and digits.isdigit()):
        return "An NHS number has digits only. Take out any letters or other marks."
    if len(digits) != 10:
        return "An NHS number has 10 digits. Count them again."
    if len(set(digits)) == 1:
        return "This is not a real NHS number. Leave it empty if it is not known."
    if _mod_11_digit(digits) != digits[9]:
        return (
            "These digits do not agree with one another. Check each with whoever gave the number."
        )
    return None


def _mod_11_digit(digits: str) -> str:
    total = sum(int(each) * weight for each, weight in zip(digits, range(10, 1, -1), strict=False))
    return str((11 - total % 11) % 11)


def upn_problem(value: str) -> str | None:
    """Return what to mend in a unique pupil number, or None when its first letter agrees."""
    upn = tidy(value)
    if len(upn) != 13:
        return "A UPN has 13 characters: a letter, then 12 more. Count them again."
    if not _UPN.fullmatch(upn):
        return "A UPN is a letter, then 11 digits, then a digit (or a letter if it is temporary)."
    if upn[12] not in "0123456789" + UPN_LETTERS:
        return "A temporary UPN never ends in I, O or S. Check the last letter."
    if upn_check_letter(upn[1:]) != upn[0]:
        return (
            "The first letter does not agree with the rest. Check each character with the school."
        )
    return None


def upn_check_letter(rest: str) -> str:
    """Return the letter the other 12 characters call for; I, O and S are never used."""
    values = (int(each) if each.isdigit() else UPN_LETTERS.index(each) for each in rest)
    return UPN_LETTERS[sum(place * each for place, each in enumerate(values, start=2)) % 23]


_PROBLEMS = {
    IdentifierScheme.NHS_NUMBER: nhs_number_problem,
    IdentifierScheme.UPN: upn_problem,
}


def identifier_problem(scheme: IdentifierScheme, value: str) -> str | None:
    """Return what to mend in an identifier of this scheme; most schemes have no check."""
    if not tidy(value):
        return "Enter the number, or leave it out if it is not known."
    check = _PROBLEMS.get(scheme)
    return check(value) if check else None
