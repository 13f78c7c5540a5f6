"""Deadlines on a hub's own clock (T1 to T16; clock rules (d0), (e) and (f) of section 3.1).

The laws this arithmetic keeps, each one a property test:

- the answer is the same in whatever zone the moment was written;
- received outside hours counts from the next opening, and the moment of closing is still inside;
- *n* working days end at closing on the *n*th working day after the day of receipt;
- a hub moves its own hours, never the law's working days: a day it closes of its own accord
  stops hub hours, and only a bank holiday stops working days (clock rule (f)).

Every answer is in UTC, and so is every sum, which makes the changes of the clock need no care at
all save one: no hub opens or closes in the hour in which the clocks change.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cache
from itertools import count, islice, pairwise
from zoneinfo import ZoneInfo

import holidays

LONDON = ZoneInfo("Europe/London")
MIDNIGHT = time(0)
ONE_DAY = timedelta(days=1)
SATURDAY = 5
MICROSECONDS_IN_AN_HOUR = 3_600_000_000


class Nation(StrEnum):
    """Whose bank holidays count: each nation has its own."""

    ENGLAND = "ENG"
    WALES = "WLS"
    SCOTLAND = "SCT"
    NORTHERN_IRELAND = "NIR"


class Unit(StrEnum):
    """What an allowance is counted in."""

    ELAPSED_HOURS = "elapsed_hours"
    HUB_HOURS = "hub_hours"
    WORKING_DAYS = "working_days"
    DAYS = "days"


@dataclass(frozen=True)
class Allowance:
    """How long somebody has.

    `same_time` ends working days at the time of receipt in place of closing. `runs_past_closing`
    lets hub hours, once they have started, run on overnight (Luton's Red, clock rule (d0)).
    """

    amount: Decimal | int
    unit: Unit
    same_time: bool = False
    runs_past_closing: bool = False

    def __post_init__(self) -> None:
        if not Decimal(self.amount).is_finite() or self.amount < 0:
            raise ValueError(f"An allowance cannot be {self.amount}: give nought or more.")
        if self.unit in (Unit.WORKING_DAYS, Unit.DAYS) and self.amount != int(self.amount):
            raise ValueError(f"Days are counted whole: {self.amount} cannot be counted.")
        if self.same_time and self.unit is not Unit.WORKING_DAYS:
            raise ValueError("Only working days can end at the same time of day.")
        if self.runs_past_closing and self.unit is not Unit.HUB_HOURS:
            raise ValueError("Only hub hours can run on past closing.")

    @property
    def hours(self) -> timedelta:
        """The amount read as hours, to the nearest microsecond."""
        return timedelta(microseconds=round(self.amount * MICROSECONDS_IN_AN_HOUR))


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


@dataclass(frozen=True)
class HubHours:
    """When a hub is open: a week of spans from Monday, and the days that are not like others.

    `extra_bank_holidays` are those proclaimed too lately for the calendar to know;
    `closed_days` are the hub's own, which no statutory clock waits for.
    """

    week: tuple[tuple[Span, ...], ...]
    nation: Nation = Nation.ENGLAND
    open_on_bank_holidays: bool = False
    extra_bank_holidays: frozenset[date] = frozenset()
    closed_days: frozenset[date] = frozenset()

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

    def is_bank_holiday(self, day: date) -> bool:
        return day in self.extra_bank_holidays or day in bank_holidays(self.nation, day.year)

    def is_working_day(self, day: date) -> bool:
        """Say whether the law counts this day: Monday to Friday, save bank holidays."""
        return (
            day.weekday() < SATURDAY
            and bool(self.week[day.weekday()])
            and not self.is_bank_holiday(day)
        )

    def is_open_on(self, day: date) -> bool:
        """Say whether the hub opens on this day at all."""
        if day in self.closed_days or not self.week[day.weekday()]:
            return False
        return self.open_on_bank_holidays or not self.is_bank_holiday(day)

    def is_open_at(self, moment: datetime) -> bool:
        """Say whether the hub is open; the moment of closing is still inside."""
        return next_opening(moment, self) == moment

    def spells_on(self, day: date) -> tuple[Spell, ...]:
        if not self.is_open_on(day):
            return ()
        return tuple(_spell(day, span) for span in self.week[day.weekday()])

    def spells_from(self, moment: datetime) -> Iterator[Spell]:
        """Yield every spell, in order, that has not closed before `moment`, without end."""
        day = moment.astimezone(LONDON).date() - ONE_DAY  # yesterday may close at midnight
        while True:
            yield from (each for each in self.spells_on(day) if each.closes >= moment)
            day += ONE_DAY


@cache
def bank_holidays(nation: Nation, year: int) -> frozenset[date]:
    """Return a nation's bank holidays in a year, worked out once."""
    return frozenset(holidays.country_holidays("GB", subdiv=nation.value, years=year))


def deadline(start: datetime, allowance: Allowance, hours: HubHours) -> datetime:
    """Return when an allowance that starts at `start` runs out."""
    start = _in_utc(start)
    match allowance.unit:
        case Unit.ELAPSED_HOURS:
            return start + allowance.hours
        case Unit.DAYS:
            return _end_of_day(start, int(allowance.amount))
        case Unit.WORKING_DAYS:
            return _after_working_days(start, allowance, hours)
        case Unit.HUB_HOURS if allowance.runs_past_closing:
            return next_opening(start, hours) + allowance.hours
        case Unit.HUB_HOURS:
            return _after_hub_hours(start, allowance.hours, hours)


def next_opening(moment: datetime, hours: HubHours) -> datetime:
    """Return `moment` itself if the hub is open then, and otherwise when it next opens."""
    moment = _in_utc(moment)
    return max(moment, next(hours.spells_from(moment)).opens)


def working_time_between(earlier: datetime, later: datetime, hours: HubHours) -> timedelta:
    """Return the opening time between two moments; below nought if they come the other way."""
    earlier, later = _in_utc(earlier), _in_utc(later)
    if later < earlier:
        return -working_time_between(later, earlier, hours)
    spent = timedelta()
    for spell in hours.spells_from(earlier):
        if spell.opens >= later:
            break
        spent += min(spell.closes, later) - max(spell.opens, earlier)
    return spent


def time_left(now: datetime, due: datetime, allowance: Allowance, hours: HubHours) -> timedelta:
    """Return what is left in the terms the allowance is counted in; below nought when late."""
    counts_opening = allowance.unit in (Unit.HUB_HOURS, Unit.WORKING_DAYS)
    if counts_opening and not allowance.runs_past_closing:
        return working_time_between(now, due, hours)
    return _in_utc(due) - _in_utc(now)


def _after_hub_hours(start: datetime, left: timedelta, hours: HubHours) -> datetime:
    spells = hours.spells_from(start)
    while True:
        spell = next(spells)
        begin = max(start, spell.opens)
        if left <= spell.closes - begin:
            return begin + left
        left -= spell.closes - begin


def _after_working_days(start: datetime, allowance: Allowance, hours: HubHours) -> datetime:
    if not any(hours.week[:SATURDAY]):
        raise ValueError("These hours never open on a working day, so none can be counted.")
    usual = replace(hours, closed_days=frozenset())
    received = next(usual.spells_from(start))
    last = _nth_working_day(received.day, int(allowance.amount), usual)
    if allowance.same_time and usual.is_working_day(received.day):
        return _same_time(max(start, received.opens), received.day, usual.spells_on(last))
    return usual.spells_on(last)[-1].closes


def _nth_working_day(day: date, number: int, hours: HubHours) -> date:
    """Return the working day `number` after `day`; `day` itself when that is nought."""
    if number == 0:
        return day
    after = (day + ONE_DAY * ahead for ahead in count(1))
    return next(islice(filter(hours.is_working_day, after), number - 1, None))


def _same_time(received: datetime, on: date, spells: tuple[Spell, ...]) -> datetime:
    """Return the same time on another day; where that is closed, the closing just before.

    Both days are Monday to Friday and the clocks change on Sundays, so wall time is safe here.
    """
    since_midnight = received.astimezone(LONDON) - datetime.combine(on, MIDNIGHT, LONDON)
    wanted = datetime.combine(spells[0].day, MIDNIGHT, LONDON) + since_midnight
    begun = [each for each in spells if each.opens <= wanted]
    return min(_in_utc(wanted), begun[-1].closes) if begun else spells[0].opens


def _end_of_day(start: datetime, days: int) -> datetime:
    day = start.astimezone(LONDON).date() + ONE_DAY * (days + 1)
    return datetime.combine(day, MIDNIGHT, LONDON).astimezone(UTC)


def _spell(day: date, span: Span) -> Spell:
    closing_day = day + ONE_DAY if span.closes == MIDNIGHT else day
    opens = datetime.combine(day, span.opens, LONDON)
    closes = datetime.combine(closing_day, span.closes, LONDON)
    return Spell(day, opens.astimezone(UTC), closes.astimezone(UTC))


def _in_utc(moment: datetime) -> datetime:
    if moment.utcoffset() is None:
        raise ValueError(f"Say which zone {moment} is in: a deadline needs a moment, not a clock.")
    return moment.astimezone(UTC)
