"""When time runs out, by walking: from minute to minute, or from one day's end to the next."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from tests.oracle.minutes import DAY, Keeping, Row, ends, midnight, on_the_wall

Pauses = Sequence[tuple[int, int]]


@dataclass(frozen=True)
class Asked:
    """An allowance as a rule would word it; `amount` is in minutes where the unit is hours."""

    unit: str
    amount: int
    same_time: bool = False
    runs_past_closing: bool = False
    by_opening: bool = False
    counts_at_once: bool = False
    ends_on_working_day: bool = False


@dataclass(frozen=True)
class Oracle:
    """Answers for one calendar, between two days."""

    keeping: Keeping
    first: date
    days: int

    @cached_property
    def doors(self) -> Row:
        """The minutes the doors are open."""
        return Row(self.keeping, self.first, self.days)

    @cached_property
    def law(self) -> Row:
        """The minutes they would be open if the hub never closed of its own accord."""
        return Row(self.keeping, self.first, self.days, closes_by_itself=False)

    def due(self, start: int, asked: Asked, pauses: Pauses = ()) -> int:
        """Return the minute in which the time is up."""
        if asked.amount == 0:
            pauses = ()
        if asked.unit == "elapsed_hours":
            return _walk(range(start, start + asked.amount + _length(pauses)), asked.amount, pauses)
        if asked.unit == "hub_hours":
            return self._hub_hours(start, asked, pauses)
        if asked.unit == "days":
            return self._calendar_days(
                start, lambda day: day + timedelta(asked.amount), asked, pauses
            )
        if asked.unit == "months":
            return self._calendar_days(
                start, lambda day: _months_on(day, asked.amount), asked, pauses
            )
        return self._some_days(start, asked, pauses)

    def _hub_hours(self, start: int, asked: Asked, pauses: Pauses) -> int:
        begins = self.doors.next_open(start)
        if asked.amount == 0:
            return begins
        if asked.runs_past_closing:
            minutes: Sequence[int] = range(begins, begins + asked.amount + _length(pauses))
        else:
            minutes = self.doors.from_minute(start, asked.amount + _open_length(self.doors, pauses))
        return _walk(minutes, asked.amount, pauses)

    def _some_days(self, start: int, asked: Asked, pauses: Pauses) -> int:
        is_school = asked.unit == "school_days"
        counts = self.keeping.is_school_day if is_school else self.keeping.is_law_day
        received = self._received(start, counts if is_school else None)
        day = received
        if asked.counts_at_once:
            day = min(day, on_the_wall(start)[0])
        if asked.by_opening:
            day = on_the_wall(start)[0] - timedelta(1)
        end = self._end_of_day(
            start, received, asked, same_time=asked.same_time and counts(received)
        )
        left = asked.amount
        if left == 0:
            return end(day)
        while left:
            day += timedelta(1)
            if counts(day) and end(day) > start and not ends(pauses, end(day)):
                left -= 1
        return end(day)

    def _received(self, start: int, counts: Callable[[date], bool] | None) -> date:
        """Return the day whose hours it came in, or the next that has any."""
        row = self.doors if counts else self.law
        minute = start - 1 if row.is_open(start - 1) else row.from_minute(start, 1)[0]
        while counts and not counts(on_the_wall(minute)[0]):
            minute = row.from_minute(midnight(on_the_wall(minute)[0] + timedelta(1)), 1)[0]
        return on_the_wall(minute)[0]

    def _end_of_day(
        self, start: int, received: date, asked: Asked, *, same_time: bool
    ) -> Callable[[date], int]:
        if asked.by_opening:
            return lambda day: _at(day, self.keeping.hours_of(day)[0][0])
        if not same_time:
            return lambda day: _at(day, self.keeping.hours_of(day)[-1][1])
        opened = next(
            _at(received, opens)
            for opens, closes in self.keeping.hours_of(received)
            if _at(received, closes) >= start
        )
        came = max(start, opened) - midnight(received)
        return lambda day: _at(day, self._nearest(day, came))

    def _nearest(self, day: date, wanted: int) -> int:
        """Return the time of day wanted, or the last before it that is inside the hours."""
        hours = self.keeping.hours_of(day)
        while wanted > hours[0][0] and not any(a <= wanted <= b for a, b in hours):
            wanted -= 1
        return max(wanted, hours[0][0])

    def _calendar_days(
        self, start: int, on: Callable[[date], date], asked: Asked, pauses: Pauses
    ) -> int:
        last = on(on_the_wall(start)[0])
        for paused, resumed in pauses:
            since = max(paused, start)
            if since >= _at(last, DAY):
                last = self._carried(last, asked)
            if since < _at(last, DAY):
                day = on_the_wall(since)[0]
                while _at(day, DAY) <= resumed:
                    day += timedelta(1)
                    last += timedelta(1)
        return _at(self._carried(last, asked), DAY)

    def _carried(self, day: date, asked: Asked) -> date:
        while asked.ends_on_working_day and not self.keeping.is_law_day(day):
            day += timedelta(1)
        return day


def _walk(minutes: Sequence[int], left: int, pauses: Pauses) -> int:
    """Spend minute after minute, save those in which the clock stood still."""
    if not left:
        return minutes.start if isinstance(minutes, range) else minutes[0]
    stood_still = {each for paused, resumed in pauses for each in range(paused, resumed)}
    return [each for each in minutes if each not in stood_still][left - 1] + 1


def _length(pauses: Pauses) -> int:
    return sum(resumed - paused for paused, resumed in pauses)


def _open_length(row: Row, pauses: Pauses) -> int:
    return sum(row.how_many_open(*each) for each in pauses)


def _months_on(day: date, months: int) -> date:
    """Walk to the same day of a month so many months on, or to the last day it has."""
    wanted, turned, now = day.day, 0, day
    while turned < months:
        now += timedelta(1)
        turned += now.day == 1
    while months and now.day < wanted and (now + timedelta(1)).day != 1:
        now += timedelta(1)
    return now


def _at(day: date, minute_of_day: int) -> int:
    """Return the minute at which the wall clock shows a time of a day."""
    if minute_of_day == DAY:
        return midnight(day + timedelta(1))
    plain = midnight(day) + minute_of_day
    return plain - (on_the_wall(plain)[1] - minute_of_day if on_the_wall(plain)[0] == day else 0)
