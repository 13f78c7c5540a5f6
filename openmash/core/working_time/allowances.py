"""How long somebody has, in which unit, and how it treats the ends of a day."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum

MICROSECONDS_IN_AN_HOUR = 3_600_000_000


class Unit(StrEnum):
    """What an allowance is counted in."""

    ELAPSED_HOURS = "elapsed_hours"
    HUB_HOURS = "hub_hours"
    WORKING_DAYS = "working_days"
    SCHOOL_DAYS = "school_days"
    DAYS = "days"
    MONTHS = "months"

    @property
    def is_hours(self) -> bool:
        return self in (Unit.ELAPSED_HOURS, Unit.HUB_HOURS)

    @property
    def skips_days(self) -> bool:
        """Whether only some days count: those of the law, or those of the school."""
        return self in (Unit.WORKING_DAYS, Unit.SCHOOL_DAYS)


@dataclass(frozen=True)
class Allowance:
    """How long somebody has, and the choices a policy may make about it.

    - `same_time` ends working days at the time of receipt in place of closing.
    - `runs_past_closing` lets hub hours, once they have started, run on overnight (Luton's Red,
      clock rule (d0)).
    - `by_opening` ends at the opening of the *n*th day: before the start of the next school day
      (T17).
    - `counts_at_once` counts from the day it happened, open or not: by the close of the next
      working day (T20).
    - `ends_on_working_day` carries days or months that run out on a day nobody works to the next
      working day (T21).
    """

    amount: Decimal | int
    unit: Unit
    same_time: bool = False
    runs_past_closing: bool = False
    by_opening: bool = False
    counts_at_once: bool = False
    ends_on_working_day: bool = False

    def __post_init__(self) -> None:
        if not Decimal(self.amount).is_finite() or self.amount < 0:
            raise ValueError(f"An allowance cannot be {self.amount}: give nought or more.")
        if not self.unit.is_hours and self.amount != int(self.amount):
            raise ValueError(f"Days are counted whole: {self.amount} cannot be counted.")
        for fits, wrong in self._choices():
            if not fits:
                raise ValueError(wrong)

    def _choices(self) -> tuple[tuple[bool, str], ...]:
        """Return each choice with whether it fits, and what is wrong where it does not."""
        unit, some_days = self.unit, self.unit.skips_days
        return (
            (
                not self.same_time or unit is Unit.WORKING_DAYS,
                "Only working days can end at the same time of day.",
            ),
            (
                not (self.same_time and self.counts_at_once),
                "What counts at once ends at closing, and not at the same time of day.",
            ),
            (
                not self.runs_past_closing or unit is Unit.HUB_HOURS,
                "Only hub hours can run on past closing.",
            ),
            (
                not self.by_opening or (some_days and self.amount >= 1 and not self.same_time),
                "Only working days or school days, one or more, can end at an opening.",
            ),
            (
                not self.counts_at_once or (some_days and self.amount >= 1),
                "Only working days or school days, one or more, can count at once.",
            ),
            (
                not self.ends_on_working_day or unit in (Unit.DAYS, Unit.MONTHS),
                "Only days or months can be carried to a working day.",
            ),
        )

    @property
    def hours(self) -> timedelta:
        """The amount read as hours, to the nearest microsecond."""
        return timedelta(microseconds=round(self.amount * MICROSECONDS_IN_AN_HOUR))
