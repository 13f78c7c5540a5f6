"""Dates of birth as told: whole, partial, an age, an expected date, or a slip (A3.6, A9.3).

Officers make mistakes. Whatever was told is kept; what cannot be read, or cannot be so, is a
doubt for the person who screens and never a reason to refuse.
"""

import re
from dataclasses import dataclass
from datetime import date

from openmash.core.partial_dates import PartialDate, Precision, age_on
from openmash.intake.rules.moments import read_day

_OLDEST = 115
_NOTHING = frozenset({"", "-", "?", "n/a", "n/k", "nk", "none", "not known", "unknown"})
_LOOSE = re.IGNORECASE | re.ASCII | re.DOTALL
_EXPECTED = re.compile(r"(?:e\.?d\.?d\.?|due|unborn|u/?b)\b[\s:.\-]*(.*)", _LOOSE)
_ABOUT = r"(?:approx(?:imately)?|about|circa|abt|aged?|c)?\s*[.:~]?\s*"
_AGE = re.compile(_ABOUT + r"(\d{1,3})\s*(?:y(?:ea)?rs?|y/?o)?(?:\s*old)?", _LOOSE)
_YEAR = re.compile(_ABOUT + r"(\d{4})", _LOOSE)
_MONTH = re.compile(r"(?:(\d{1,2})[/.\-](\d{4})|(\d{4})-(\d{1,2}))", re.ASCII)
_SHORT_YEAR = re.compile(r"(\d{1,2}[/.\-]\d{1,2}[/.\-])(\d{2})", re.ASCII)


@dataclass(frozen=True)
class ToldBirth:
    born: PartialDate | None = None
    expected_on: date | None = None
    doubts: tuple[str, ...] = ()

    @property
    def is_unreadable(self) -> bool:
        """Say whether something was told of which nothing could be read."""
        return bool(self.doubts) and self.born is None and self.expected_on is None


def read_birth(text: str, *, on: date) -> ToldBirth:
    """Return what a date of birth told about the day `on` says, with every doubt about it."""
    told = text.strip()
    if told.casefold() in _NOTHING:
        return ToldBirth()
    if expected := _EXPECTED.fullmatch(told):
        return _expected(expected[1])
    born = _whole_day(told, on=on) or _part(told) or _age(told, on=on)
    if born is None or born.day is None:
        return ToldBirth(
            doubts=(f"Date of birth “{told[:60]}” could not be read; it is kept as told.",)
        )
    return ToldBirth(born=born, doubts=_doubts(born.day, born.precision, on=on))


def _expected(told: str) -> ToldBirth:
    expected_on = read_day(told)
    if expected_on is None and told:
        return ToldBirth(doubts=(f"Expected date “{told[:60]}” could not be read.",))
    return ToldBirth(expected_on=expected_on)


def _whole_day(told: str, *, on: date) -> PartialDate | None:
    """Two figures for the year mean the latest such year that has already been."""
    day = read_day(told)
    if day and _SHORT_YEAR.fullmatch(told) and day > on:
        day = read_day(_SHORT_YEAR.sub(rf"\g<1>{day.year - 100}", told))
    return PartialDate(day) if day else None


def _part(told: str) -> PartialDate | None:
    if found := _MONTH.fullmatch(told):
        month, year = (found[1], found[2]) if found[1] else (found[4], found[3])
        return _partial(int(year), int(month), Precision.MONTH)
    if found := _YEAR.fullmatch(told):
        told_as_fact = told.isdigit()
        return _partial(int(found[1]), 1, Precision.YEAR if told_as_fact else Precision.ABOUT)
    return None


def _age(told: str, *, on: date) -> PartialDate | None:
    """An age of 3 told in May is most likely of somebody born in the year of three and a half."""
    found = _AGE.fullmatch(told)
    if not found or int(found[1]) > _OLDEST:
        return None
    return _partial(on.year - int(found[1]) - (on.month < 7), 1, Precision.ABOUT)


def _partial(year: int, month: int, precision: Precision) -> PartialDate | None:
    if not 1880 <= year <= 2200 or not 1 <= month <= 12:
        return None
    return PartialDate(date(year, month, 1), precision)


def _doubts(day: date, precision: Precision, *, on: date) -> tuple[str, ...]:
    found = []
    if day > on:
        found.append("The date of birth comes after what was reported: a slip, or a date expected.")
    elif age_on(day, on) > _OLDEST:
        found.append(f"This date of birth makes the person {age_on(day, on)} years old.")
    if precision is Precision.DAY and (day.month, day.day) == (1, 1):
        found.append("1 January is often written when only the year is known.")
    if precision is Precision.ABOUT:
        found.append("The age is an estimate.")
    return tuple(found)
