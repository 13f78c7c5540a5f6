"""When an allowance runs out, with what a pause gave back; and how much open time went by."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from openmash.core.working_time.allowances import Allowance, Unit
from openmash.core.working_time.days import (
    Days,
    day_of,
    midnight_after,
    months_after,
    must_open_on_a_working_day,
)
from openmash.core.working_time.hours import ONE_DAY, HubHours


@dataclass(frozen=True)
class Pause:
    """A span through which a clock stood still."""

    paused_at: datetime
    resumed_at: datetime

    def __post_init__(self) -> None:
        if self.resumed_at < self.paused_at:
            raise ValueError("A clock cannot go on before it was paused.")


def deadline(
    start: datetime, allowance: Allowance, hours: HubHours, pauses: Iterable[Pause] = ()
) -> datetime:
    """Return when an allowance that starts at `start` runs out.

    `pauses` come in order and apart. One that began when the time was up gives nothing back, and
    where no time was allowed there is none to give.
    """
    start = in_utc(start)
    stood_still = list(_standing_still(start, pauses)) if allowance.amount else []
    match allowance.unit:
        case Unit.ELAPSED_HOURS:
            return _elapsed(start, allowance.hours, stood_still)
        case Unit.HUB_HOURS if allowance.runs_past_closing:
            return _elapsed(next_opening(start, hours), allowance.hours, stood_still)
        case Unit.HUB_HOURS:
            return _hub_hours(start, allowance.hours, hours, stood_still)
        case Unit.DAYS | Unit.MONTHS:
            return _calendar_days(start, allowance, hours, stood_still)
        case Unit.WORKING_DAYS | Unit.SCHOOL_DAYS:
            return _some_days(start, allowance, hours, stood_still)


def next_opening(moment: datetime, hours: HubHours) -> datetime:
    """Return `moment` itself if the hub is open then, and otherwise when it next opens."""
    moment = in_utc(moment)
    return max(moment, next(hours.spells_from(moment)).opens)


def working_time_between(earlier: datetime, later: datetime, hours: HubHours) -> timedelta:
    """Return the opening time between two moments; below nought if they come the other way."""
    earlier, later = in_utc(earlier), in_utc(later)
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
    return time_spent(now, due, allowance, hours)


def time_spent(
    earlier: datetime,
    later: datetime,
    allowance: Allowance,
    hours: HubHours,
    pauses: Iterable[Pause] = (),
) -> timedelta:
    """Return the time that went by as the allowance counts it, save while the clock stood still."""
    earlier, later = in_utc(earlier), in_utc(later)
    spent = _between(earlier, later, allowance, hours)
    for each in pauses:
        since, until = max(each.paused_at, earlier), min(each.resumed_at, later)
        spent -= _between(since, until, allowance, hours) if since < until else timedelta()
    return spent


def _between(
    earlier: datetime, later: datetime, allowance: Allowance, hours: HubHours
) -> timedelta:
    counts_opening = allowance.unit in (Unit.HUB_HOURS, Unit.WORKING_DAYS)
    if counts_opening and not allowance.runs_past_closing:
        return working_time_between(earlier, later, hours)
    return later - earlier


def in_utc(moment: datetime) -> datetime:
    """Return the moment in UTC; a moment that does not say its zone is refused."""
    if moment.utcoffset() is None:
        raise ValueError(f"Say which zone {moment} is in: a deadline needs a moment, not a clock.")
    return moment.astimezone(UTC)


def _standing_still(start: datetime, pauses: Iterable[Pause]) -> Iterator[Pause]:
    """Yield what of each pause lies after the start."""
    until = start
    for each in pauses:
        paused_at, resumed_at = in_utc(each.paused_at), in_utc(each.resumed_at)
        if until > start and paused_at < until:
            raise ValueError("Pauses come in order, and none begins before another ends.")
        if resumed_at > start:
            yield Pause(max(paused_at, start), resumed_at)
            until = resumed_at


def _elapsed(start: datetime, allowed: timedelta, pauses: Iterable[Pause]) -> datetime:
    due = start + allowed
    for each in pauses:
        if each.paused_at >= due:
            break
        due += max(each.resumed_at - max(each.paused_at, start), timedelta())
    return due


def _hub_hours(
    start: datetime, allowed: timedelta, hours: HubHours, pauses: Iterable[Pause]
) -> datetime:
    due = _after_hub_hours(start, allowed, hours)
    for each in pauses:
        if each.paused_at >= due:
            break
        lost = working_time_between(each.paused_at, each.resumed_at, hours)
        due = _after_hub_hours(due, lost, hours) if lost else due
    return due


def _after_hub_hours(start: datetime, left: timedelta, hours: HubHours) -> datetime:
    spells = hours.spells_from(start)
    while True:
        spell = next(spells)
        begin = max(start, spell.opens)
        if left <= spell.closes - begin:
            return begin + left
        left -= spell.closes - begin


def _some_days(
    start: datetime, allowance: Allowance, hours: HubHours, pauses: Iterable[Pause]
) -> datetime:
    """Days of which only some count: those lost are the ones that ended while it stood still."""
    days = Days(start, allowance, hours)
    number = int(allowance.amount)
    due = days.end(number)
    for each in pauses:
        if each.paused_at >= due:
            break
        number += days.ended_between(each.paused_at, each.resumed_at)
        due = days.end(number)
    return due


def _calendar_days(
    start: datetime, allowance: Allowance, hours: HubHours, pauses: Iterable[Pause]
) -> datetime:
    amount = int(allowance.amount)
    last = day_of(start) + ONE_DAY * amount
    if allowance.unit is Unit.MONTHS:
        last = months_after(day_of(start), amount)
    for each in pauses:
        if each.paused_at >= midnight_after(last):
            last = _carried(last, allowance, hours)
        if each.paused_at >= midnight_after(last):
            break
        last += day_of(each.resumed_at) - day_of(each.paused_at)
    return midnight_after(_carried(last, allowance, hours))


def _carried(last: date, allowance: Allowance, hours: HubHours) -> date:
    """Return the last day, or the next working day where that is wanted."""
    if allowance.ends_on_working_day:
        must_open_on_a_working_day(hours)
        while not hours.is_working_day(last):
            last += ONE_DAY
    return last
