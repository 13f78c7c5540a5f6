"""Dates of birth as people say and type them (A3.6, A9.3).

A whole date, a month, a year, an age, or the date a baby is due. What cannot be read is answered
in words that say how to mend it. Days are read before months: this is a British hub.
"""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from openmash.core.partial_dates import PartialDate, Precision

OLDEST = 120
LONGEST_WAIT = timedelta(days=310)
LONG_OVERDUE = timedelta(days=42)


@dataclass(frozen=True)
class Expected:
    """The day a baby is due."""

    on: date


@dataclass(frozen=True)
class Problem:
    """What to mend, in words for the person typing."""

    words: str


BirthReading = PartialDate | Expected | Problem

UNREADABLE = Problem(
    "Write a date such as 20/10/2011, a month such as Oct 2011, a year, an age such as about 7, "
    "or EDD and the date a baby is due."
)
NO_SUCH_MONTH = Problem(
    "The month is not between 1 and 12. Write the day, then the month, then the year."
)
NO_SUCH_DAY = Problem("That month does not have that day. Check the day and the month.")
IN_THE_FUTURE = Problem(
    "This date is in the future. For a baby not yet born write EDD and then the date."
)
TOO_LONG_AGO = Problem("This is more than 120 years ago. Check the year.")
TOO_FAR_AHEAD = Problem("A baby is due within ten months at most. Check the date.")
ALREADY_DUE = Problem(
    "This due date is more than six weeks ago. If the baby is born, give the date of birth."
)
FIRST_OF_JANUARY = (
    "1 January is often written when the day is not known. Ask, or give the year only."
)

_MONTHS = {
    name.casefold(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
_WELSH_MONTHS = (
    "ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr"
)
_MONTHS |= {
    short: number
    for number, name in enumerate(_WELSH_MONTHS.split(), start=1)
    for short in (name, name[:3], name[:4])
}
_EDD = re.compile(r"^(?:edd|eta|due(?: on| date)?|expected(?: on)?|baby due)[\s:]+(.+)$")
_NOT_KNOWN = re.compile(r"^(?:not known|unknown|n/?k|\?+|don'?t know)$")
_ABOUT = re.compile(r"^(?:about|around|approx(?:imately|\.)?|circa|c\.?|roughly|tua|~)\s*")


def parse_birth(text: str, *, on: date) -> BirthReading:
    """Read what was typed for a date of birth; `on` is the day it was said, for ages."""
    plain = " ".join(text.casefold().split())
    if due := _EDD.match(plain):
        return _expected(due[1], on)
    if _NOT_KNOWN.match(plain):
        return PartialDate(None, Precision.UNKNOWN)
    certain = _ABOUT.sub("", plain)
    read = _read(certain, on)
    if certain != plain and isinstance(read, PartialDate) and read.day:
        read = PartialDate(date(read.day.year, 1, 1), Precision.ABOUT)
    return _within_a_lifetime(read, on)


def birth_doubt(born: PartialDate | None) -> str | None:
    """Return why a date of birth may be a filler, or None (default dates of 1 January)."""
    if born and born.day and born.precision is Precision.DAY and _is_new_year(born.day):
        return FIRST_OF_JANUARY
    return None


def _is_new_year(day: date) -> bool:
    return (day.month, day.day) == (1, 1)


def _expected(text: str, on: date) -> BirthReading:
    read = _read(text, on)
    if not isinstance(read, PartialDate):
        return read
    if read.day is None or read.precision is not Precision.DAY:
        return UNREADABLE
    if read.day > on + LONGEST_WAIT:
        return TOO_FAR_AHEAD
    return ALREADY_DUE if read.day < on - LONG_OVERDUE else Expected(read.day)


def _within_a_lifetime(read: BirthReading, on: date) -> BirthReading:
    if not isinstance(read, PartialDate) or read.day is None:
        return read
    if read.day > on:
        return IN_THE_FUTURE
    return TOO_LONG_AGO if read.day.year < on.year - OLDEST else read


def _read(text: str, on: date) -> BirthReading:
    for shape, reader in _SHAPES:
        if found := shape.match(text):
            return reader(found, on)
    return UNREADABLE


def _day_of(year: int, month: int, day: int) -> BirthReading:
    if not 1 <= month <= 12:
        return NO_SUCH_MONTH
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return NO_SUCH_DAY
    return PartialDate(date(year, month, day))


def _month_of(year: int, month: int) -> BirthReading:
    if not 1 <= month <= 12:
        return NO_SUCH_MONTH
    return PartialDate(date(year, month, 1), Precision.MONTH)


def _whole_year(written: str, on: date) -> int:
    """Read two figures as the latest year not after this one: 12 is 2012, 87 is 1987."""
    year = int(written)
    if len(written) == 4:
        return year
    century = on.year - on.year % 100
    return century + year if century + year <= on.year else century - 100 + year


def _numbers(found: re.Match[str], on: date) -> BirthReading:
    return _day_of(_whole_year(found["y"], on), int(found["m"]), int(found["d"]))


def _named_month(found: re.Match[str], on: date) -> BirthReading:
    month = _MONTHS.get(found["m"])
    if month is None:
        return UNREADABLE
    return _day_of(_whole_year(found["y"], on), month, int(found["d"]))


def _month_and_year(found: re.Match[str], on: date) -> BirthReading:
    month = int(found["m"]) if found["m"].isdigit() else _MONTHS.get(found["m"])
    return UNREADABLE if month is None else _month_of(int(found["y"]), month)


def _year(found: re.Match[str], on: date) -> BirthReading:
    precision = Precision.ABOUT if found["doubt"] else Precision.YEAR
    return PartialDate(date(int(found["y"]), 1, 1), precision)


def _age(found: re.Match[str], on: date) -> BirthReading:
    """Read an age as the likeliest year: half of those aged 7 are nearer 8."""
    unit, count = found["unit"] or "y", int(found["age"])
    days = {"y": 365.25, "m": 30.44, "w": 7, "d": 1}[unit[0]]
    if count * days > OLDEST * 366:
        return TOO_LONG_AGO
    born = on - timedelta(days=(count + 0.5) * days)
    return PartialDate(date(born.year, 1, 1), Precision.ABOUT)


_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_UNIT = "(?P<unit>years?|yrs?|y/?o|y|months?|mths?|m|weeks?|wks?|w|days?|d)"
_SHAPES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], BirthReading]], ...] = tuple(
    (re.compile(f"^{shape}$"), reader)
    for shape, reader in (
        (r"(?P<y>[12]\d{3})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})", _numbers),
        (r"(?P<d>\d{1,2})[-/. ](?P<m>\d{1,2})[-/. ](?P<y>[12]\d{3}|\d{2})", _numbers),
        (r"(?P<d>\d{2})(?P<m>\d{2})(?P<y>[12]\d{3})", _numbers),
        (rf"{_DAY}[-/. ](?P<m>[a-z]{{3,10}})\.?,?[-/. ](?P<y>[12]\d{{3}}|\d{{2}})", _named_month),
        (rf"(?P<m>[a-z]{{3,10}}) {_DAY},? (?P<y>[12]\d{{3}})", _named_month),
        (r"(?P<m>[a-z]{3,10})\.?[-/. ](?P<y>[12]\d{3})", _month_and_year),
        (r"(?P<m>\d{1,2})[-/. ](?P<y>[12]\d{3})", _month_and_year),
        (r"(?P<y>[12]\d{3})(?P<doubt>\??)", _year),
        (rf"(?:aged? )?(?P<age>\d{{1,3}})(?:[ -]?{_UNIT})?(?:[ -]old)?", _age),
    )
)
