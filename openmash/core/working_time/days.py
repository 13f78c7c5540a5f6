"""Counting days: those the law counts, those children are at school, and those of the calendar."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from itertools import count, islice

from openmash.core.working_time.allowances import Allowance, Unit
from openmash.core.working_time.hours import (
    LONDON,
    MIDNIGHT,
    ONE_DAY,
    SATURDAY,
    HubHours,
    Spell,
)

MONTHS_IN_A_YEAR = 12


@dataclass(frozen=True)
class Days:
    """The days an allowance counts from `start` on, in the hours it is kept in, each with its end.

    A day ends at closing, at its opening, or at the time of day of receipt, as the allowance says.
    """

    start: datetime
    allowance: Allowance
    hours: HubHours

    def __post_init__(self) -> None:
        must_open_on_a_working_day(self.hours)

    def end(self, number: int) -> datetime:
        """Return when the day so many counted days after the first ends."""
        if number == 0:
            return self._end_of(self.first)
        after = (self.first + ONE_DAY * ahead for ahead in count(1))
        return self._end_of(next(islice(filter(self._counts, after), number - 1, None)))

    def ended_between(self, earlier: datetime, later: datetime) -> int:
        """Return how many counted days ended after one moment and no later than another."""
        before = max(self.first, day_of(earlier) - ONE_DAY * 2)
        ahead = range(1, (day_of(later) - before).days + 1)
        days = (before + ONE_DAY * each for each in ahead)
        return sum(earlier < self._end_of(day) <= later for day in days if self._counts(day))

    @cached_property
    def first(self) -> date:
        """The day it counts as received, which is not among those counted.

        Outside hours that is the day of the next opening, unless it counts at once.
        """
        today = day_of(self.start)
        if self.allowance.by_opening:
            has_opened = self._counts(today) and self._end_of(today) <= self.start
            return today if has_opened else today - ONE_DAY
        received = self._received.day
        return min(received, today) if self.allowance.counts_at_once else received

    @cached_property
    def _kept(self) -> HubHours:
        """The law waits for no day the hub closes; a school's closed day is no school day."""
        return self.hours if self._is_of_school else self.hours.usual

    @property
    def _is_of_school(self) -> bool:
        return self.allowance.unit is Unit.SCHOOL_DAYS

    @cached_property
    def _received(self) -> Spell:
        """The spell it was received in, or the next: for a school, of a school day."""
        spells = self._kept.spells_from(self.start)
        if self._is_of_school:
            return next(each for each in spells if self._kept.is_school_day(each.day))
        return next(spells)

    def _counts(self, day: date) -> bool:
        return (
            self._kept.is_school_day(day) if self._is_of_school else self._kept.is_working_day(day)
        )

    def _end_of(self, day: date) -> datetime:
        spells = self._kept.spells_of_week_on(day)
        if self.allowance.by_opening:
            return spells[0].opens
        if self.allowance.same_time and self._counts(self.first):
            return _same_time(max(self.start, self._received.opens), self.first, spells)
        return spells[-1].closes


def must_open_on_a_working_day(hours: HubHours) -> None:
    """Refuse hours in which no working day could ever be counted."""
    if not any(hours.week[:SATURDAY]):
        raise ValueError("These hours never open on a working day, so none can be counted.")


def months_after(day: date, months: int) -> date:
    """Return the same day so many months on, or the last day of a month that has no such day."""
    years, month = divmod(day.month - 1 + months, MONTHS_IN_A_YEAR)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def day_of(moment: datetime) -> date:
    """Return which day it is in London."""
    return moment.astimezone(LONDON).date()


def midnight_after(day: date) -> datetime:
    """Return the midnight that ends a day."""
    return datetime.combine(day + ONE_DAY, MIDNIGHT, LONDON).astimezone(UTC)


def _same_time(received: datetime, on: date, spells: tuple[Spell, ...]) -> datetime:
    """Return the same time on another day; where that is closed, the closing just before.

    Both days are Monday to Friday and the clocks change on Sundays, so wall time is safe here.
    """
    since_midnight = received.astimezone(LONDON) - datetime.combine(on, MIDNIGHT, LONDON)
    wanted = datetime.combine(spells[0].day, MIDNIGHT, LONDON) + since_midnight
    begun = [each for each in spells if each.opens <= wanted]
    return min(wanted.astimezone(UTC), begun[-1].closes) if begun else spells[0].opens
