"""Dates as people know them: whole, month and year, a year, or not at all (A9.3)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Precision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    ABOUT = "about"  # a year somebody estimated, from an age for example
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class PartialDate:
    """A day with the precision it was told with; `day` is None only when unknown."""

    day: date | None
    precision: Precision = Precision.DAY

    def __post_init__(self) -> None:
        if (self.day is None) != (self.precision is Precision.UNKNOWN):
            raise ValueError("A partial date has a day exactly when something of it is known.")

    def in_words(self) -> str:
        if self.day is None:
            return "not known"
        if self.precision is Precision.DAY:
            return f"{self.day.day} {self.day:%B %Y}"
        if self.precision is Precision.MONTH:
            return f"{self.day:%B %Y}"
        about = "about " if self.precision is Precision.ABOUT else ""
        return f"{about}{self.day.year}"


def age_on(born: date, day: date) -> int:
    """Return whole years lived on `day`; a person born on 29 February ages on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
