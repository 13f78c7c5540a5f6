"""When a hub, an agency or a school is open, and which days count for whom (clock rule (e))."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cache, cached_property
from itertools import pairwise
from zoneinfo import ZoneInfo

import holidays

LONDON = ZoneInfo("Europe/London")
MIDNIGHT = time(0)
ONE_DAY = timedelta(days=1)
SATURDAY = 5


class Nation(StrEnum):
    """Whose bank holidays count: each nation has its own."""

    ENGLAND = "ENG"
    WALES = "WLS"
    SCOTLAND = "SCT"
    NORTHERN_IRELAND = "NIR"


@dataclass(frozen=True)
class Span:
    """One opening within a day; closing at 00:00 means the midnight that ends it."""

    opens: time
    closes: time

    def __post_init__(self) -> None:
        if self.closes != MIDNIGHT and self.closes <= self.opens:
            raise ValueError(f"Hours that open at {self.opens} cannot close at {self.closes}.")
        if 1 in (self.opens.hour, self.closes.hour):
            raise ValueError("No hours open or close between 1 and 2: the clocks change then.")


@dataclass(frozen=True)
class Spell:
    """One stretch of time, in UTC, through which a hub is open; `day` is its day in the hub."""

    day: date
    opens: datetime
    closes: datetime


@dataclass(frozen=True, order=True)
class Term:
    """A school's term, or half of one: its first day and its last."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"A term that begins on {self.first} cannot end on {self.last}.")


@dataclass(frozen=True)
class HubHours:
    """When a hub is open: a week of spans from Monday, and the days that are not like others.

    `extra_bank_holidays` are those proclaimed too lately for the calendar to know, and
    `not_bank_holidays` those moved to another day; `closed_days` are the hub's own, which no
    statutory clock waits for. `terms` make it a school's.
    """

    week: tuple[tuple[Span, ...], ...]
    nation: Nation = Nation.ENGLAND
    open_on_bank_holidays: bool = False
    extra_bank_holidays: frozenset[date] = frozenset()
    closed_days: frozenset[date] = frozenset()
    not_bank_holidays: frozenset[date] = frozenset()
    terms: tuple[Term, ...] = ()

    def __post_init__(self) -> None:
        if len(self.week) != 7:
            raise ValueError("A week of hours has seven days, Monday first.")
        if not any(self.week):
            raise ValueError("These hours never open, so no time could ever be spent in them.")
        for earlier, later in (pair for spans in self.week for pair in pairwise(spans)):
            if earlier.closes == MIDNIGHT or later.opens < earlier.closes:
                raise ValueError(
                    f"Hours overlap: one set closes at {earlier.closes}, after "
                    f"the next opens at {later.opens}."
                )
        for before, after in pairwise(self.terms):
            if after.first <= before.last:
                raise ValueError("Terms stand in order, and none begins before another ends.")

    @cached_property
    def _spells(self) -> dict[date, tuple[Spell, ...]]:
        """The spells of the days asked about so far: the same days are asked about again."""
        return {}

    @cached_property
    def usual(self) -> "HubHours":
        """The same hours without the days a hub closes of its own accord: the law's."""
        return replace(self, closed_days=frozenset()) if self.closed_days else self

    def is_bank_holiday(self, day: date) -> bool:
        if day in self.extra_bank_holidays:
            return True
        return day not in self.not_bank_holidays and day in bank_holidays(self.nation, day.year)

    def is_working_day(self, day: date) -> bool:
        """Say whether the law counts this day: Monday to Friday, save bank holidays."""
        return (
            day.weekday() < SATURDAY
            and bool(self.week[day.weekday()])
            and not self.is_bank_holiday(day)
        )

    def is_school_day(self, day: date) -> bool:
        """Say whether children are at school: a day of term, save those the school is closed.

        Where the terms told of do not reach, any weekday counts: to be told too soon harms nobody.
        """
        if not self.is_working_day(day) or day in self.closed_days:
            return False
        if not self.terms or not self.terms[0].first <= day <= self.terms[-1].last:
            return True
        return any(each.first <= day <= each.last for each in self.terms)

    def is_open_on(self, day: date) -> bool:
        """Say whether the hub opens on this day at all."""
        if day in self.closed_days or not self.week[day.weekday()]:
            return False
        return self.open_on_bank_holidays or not self.is_bank_holiday(day)

    def spells_on(self, day: date) -> tuple[Spell, ...]:
        return self.spells_of_week_on(day) if self.is_open_on(day) else ()

    def spells_of_week_on(self, day: date) -> tuple[Spell, ...]:
        """Return the spells this day of the week has, whatever day it is."""
        if day not in self._spells:
            self._spells[day] = tuple(_spell(day, span) for span in self.week[day.weekday()])
        return self._spells[day]

    def spells_from(self, moment: datetime) -> Iterator[Spell]:
        """Yield every spell, in order, that has not closed before `moment`, without end."""
        day = moment.astimezone(LONDON).date() - ONE_DAY  # yesterday may close at midnight
        while True:
            yield from (each for each in self.spells_on(day) if each.closes >= moment)
            day += ONE_DAY

    def is_open_at(self, moment: datetime) -> bool:
        """Say whether the hub is open; the moment of closing is still inside."""
        return next(self.spells_from(moment)).opens <= moment


@cache
def bank_holidays(nation: Nation, year: int) -> frozenset[date]:
    """Return a nation's bank holidays in a year, worked out once."""
    return frozenset(holidays.country_holidays("GB", subdiv=nation.value, years=year))


def _spell(day: date, span: Span) -> Spell:
    closing_day = day + ONE_DAY if span.closes == MIDNIGHT else day
    opens = datetime.combine(day, span.opens, LONDON)
    closes = datetime.combine(closing_day, span.closes, LONDON)
    return Spell(day, opens.astimezone(UTC), closes.astimezone(UTC))
