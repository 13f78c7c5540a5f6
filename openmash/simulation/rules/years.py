"""How a hub's lived weeks become a year, on paper: which copies are made, and how far back."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

YEAR = timedelta(days=365)
OFFICE_DAY = timedelta(hours=8)


@dataclass(frozen=True)
class Copy:
    """One copy of what was lived: its number, how far back it lies, and what of it there is.

    A whole copy has everything; any other has the families of whom nothing is open any more.
    """

    number: int
    back: timedelta
    is_whole: bool


@dataclass(frozen=True)
class Weeks:
    """What was lived: how long, how many contacts, and how many of them are over."""

    length: timedelta
    contacts: int
    over: int


def whole_copies(number: int) -> list[Copy]:
    """Return copies that lie beside what was lived, minutes apart: their clocks stay plausible."""
    return [
        Copy(each, back=each * OFFICE_DAY / number, is_whole=True) for each in range(1, number + 1)
    ]


def copies_for(weeks: Weeks, *, contacts: int, whole: int | None = None) -> list[Copy]:
    """Return the copies that make these weeks a year of about so many contacts.

    The latest weeks are as busy as the year, unless `whole` says how often they are copied whole;
    before them comes only what is over, spread evenly.
    """
    if whole is None:
        whole = max(round(contacts * (weeks.length / YEAR) / weeks.contacts) - 1, 0)
    missing = contacts - weeks.contacts * (whole + 1)
    before = math.ceil(missing / weeks.over) if weeks.over and missing > 0 else 0
    return [*whole_copies(whole), *_before(weeks, first=whole + 1, number=before)]


def _before(weeks: Weeks, *, first: int, number: int) -> Iterator[Copy]:
    for each in range(number):
        back = weeks.length + (YEAR - weeks.length) * each / number
        yield Copy(first + each, back=back, is_whole=False)
