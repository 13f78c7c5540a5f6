"""How far ahead to look for what comes due, and what is said of it in one line (A6.1)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from openmash.core.working_time import LONDON
from openmash.insight.rules.now import SOON
from openmash.insight.terms import Until, WaitsFor

DAYS_AHEAD = {Until.TODAY: 1, Until.TOMORROW: 2, Until.WEEK: 7}


@dataclass(frozen=True)
class DueFilters:
    """How far ahead, and whose move it is; empty means anybody's."""

    until: Until = Until.TOMORROW
    waits: WaitsFor | None = None


@dataclass(frozen=True)
class Counted:
    """So many time limits of a sort."""

    waits: WaitsFor
    is_late: bool
    stands_still: bool
    number: int


@dataclass(frozen=True)
class Forecast:
    """How many time limits have passed, how many will by a moment, and whose move it is."""

    by: datetime
    late: int
    coming: int
    still: int
    waiting: tuple[tuple[WaitsFor, int], ...]


def due_filters_from(asked: Mapping[str, str]) -> DueFilters:
    """Read filters from a query string; what it does not know is passed over, never an error."""
    until = next((each for each in Until if each.value == asked.get("until")), Until.TOMORROW)
    waits = next((each for each in WaitsFor if each.value == asked.get("waits")), None)
    return DueFilters(until, waits)


def look_until(until: Until, at: datetime) -> datetime:
    """Return the moment up to which to look: the end of a day in London, or some hours on."""
    if until is Until.SOON:
        return at + SOON
    day = at.astimezone(LONDON).date() + timedelta(days=DAYS_AHEAD[until])
    return datetime.combine(day, time(), LONDON)


def forecast_of(counts: Iterable[Counted], *, by: datetime) -> Forecast:
    """Return what is said of so many time limits; what stands still is apart."""
    counts = tuple(counts)
    running = [each for each in counts if not each.stands_still]
    waiting = (
        (waits, sum(each.number for each in running if each.waits is waits)) for waits in WaitsFor
    )
    return Forecast(
        by=by,
        late=sum(each.number for each in running if each.is_late),
        coming=sum(each.number for each in running if not each.is_late),
        still=sum(each.number for each in counts if each.stands_still),
        waiting=tuple(each for each in waiting if each[1]),
    )
