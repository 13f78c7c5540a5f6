"""Made-up questions for both: calendars, moments near where mistakes are made, and pauses."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from random import Random

from openmash.core.working_time import (
    Allowance,
    HubHours,
    Nation,
    Pause,
    Span,
    Term,
    Unit,
    deadline,
)
from tests.oracle.deadlines import Asked, Oracle
from tests.oracle.minutes import DAY, Keeping, midnight

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
OFFICE, SHORT, POLICE = ((540, 1020),), ((540, 990),), ((480, 1020),)
LUNCH, ROUND_THE_CLOCK = ((510, 750), (795, 1080)), ((0, DAY),)
NIGHTS, LATE, SCHOOL, SHUT = ((0, 480), (1200, DAY)), ((840, DAY),), ((525, 915),), ()
A_DAY_S_HOURS = (OFFICE, OFFICE, SHORT, POLICE, LUNCH, ROUND_THE_CLOCK, NIGHTS, LATE, SCHOOL)
YEARS = range(2016, 2039)
BEFORE, AHEAD = 10, 260  # days of a row before the first question and after the last
ASKED_WITHIN = 300  # days


@dataclass(frozen=True)
class Question:
    """One allowance from one minute, with what it stood still for."""

    start: int
    asked: Asked
    pauses: tuple[tuple[int, int], ...]


def a_keeping(random: Random) -> tuple[Keeping, date]:
    """Return hours somebody might keep, and the day from which to ask about them."""
    first = date(random.choice(YEARS), 1, 1) + timedelta(random.randrange(365))
    some_day = [first + timedelta(random.randrange(ASKED_WITHIN + AHEAD)) for _ in range(40)]
    working_week = tuple(random.choice(A_DAY_S_HOURS) for _ in range(5))
    if random.random() < 0.2:
        working_week = (*working_week[:4], SHUT)
    weekend = random.choice([(SHUT, SHUT)] * 3 + [(POLICE, POLICE), (ROUND_THE_CLOCK, NIGHTS)])
    keeping = Keeping(
        week=(*working_week, *weekend),
        nation=random.choice(["ENG", "ENG", "WLS", "SCT", "NIR"]),
        open_on_bank_holidays=random.random() < 0.3,
        extra=frozenset(some_day[: random.choice([0, 0, 1, 4])]),
        moved_away=frozenset(random.sample(_holidays(first), random.choice([0, 0, 1]))),
        closed=frozenset(some_day[10 : 10 + random.choice([0, 2, 12])]),
        terms=_terms(random, first) if random.random() < 0.7 else (),
    )
    return keeping, first


def oracle_of(keeping: Keeping, first: date) -> Oracle:
    """Return what answers for these hours, from some days before to as far as any question goes."""
    return Oracle(keeping, first - timedelta(BEFORE), BEFORE + ASKED_WITHIN + AHEAD)


def questions(random: Random, first: date, oracle: Oracle, number: int) -> Iterator[Question]:
    """Yield made-up questions about hours kept from a day on."""
    sharp = _sharp_days(first, oracle)
    for _ in range(number):
        asked = _asked(random)
        start = _start(random, first, oracle, sharp)
        yield Question(start, asked, _pauses(random, start) if random.random() < 0.4 else ())


def ours(keeping: Keeping) -> HubHours:
    """Return the same hours as the house writes them."""
    return HubHours(
        week=tuple(tuple(_span(each) for each in day) for day in keeping.week),
        nation=Nation(keeping.nation),
        open_on_bank_holidays=keeping.open_on_bank_holidays,
        extra_bank_holidays=keeping.extra,
        not_bank_holidays=keeping.moved_away,
        closed_days=keeping.closed,
        terms=tuple(Term(*each) for each in keeping.terms),
    )


def our_answer(question: Question, hours: HubHours) -> int:
    """Return the minute the house says the time is up in."""
    pauses = [Pause(moment(paused), moment(resumed)) for paused, resumed in question.pauses]
    due = deadline(moment(question.start), allowance(question.asked), hours, pauses)
    minute, rest = divmod(due - EPOCH, timedelta(minutes=1))
    assert not rest
    return minute


def allowance(asked: Asked) -> Allowance:
    unit = Unit(asked.unit)
    return Allowance(
        amount=Decimal(asked.amount) / 60 if unit.is_hours else asked.amount,
        unit=unit,
        same_time=asked.same_time,
        runs_past_closing=asked.runs_past_closing,
        by_opening=asked.by_opening,
        counts_at_once=asked.counts_at_once,
        ends_on_working_day=asked.ends_on_working_day,
    )


def moment(minute: int) -> datetime:
    return EPOCH + timedelta(minutes=minute)


def _asked(random: Random) -> Asked:
    match random.choice(["elapsed", "hub", "hub", "red", "working", "working", "school", "days"]):
        case "elapsed":
            return Asked("elapsed_hours", random.choice([0, 120, 240, 1440, 4320, _odd(random)]))
        case "hub":
            return Asked("hub_hours", random.choice([0, 240, 480, _odd(random)]))
        case "red":
            return Asked("hub_hours", random.choice([240, _odd(random)]), runs_past_closing=True)
        case "working":
            return _days_asked(random, "working_days", random.choice([0, 1, 1, 3, 7, 15, 45]))
        case "school":
            return _days_asked(random, "school_days", random.choice([1, 1, 2, 10]))
    unit, amount = random.choice(
        [("days", 0), ("days", 8), ("days", 28), ("months", 1), ("months", 3)]
    )
    return Asked(unit, amount, ends_on_working_day=random.random() < 0.5)


def _days_asked(random: Random, unit: str, amount: int) -> Asked:
    how = random.choice(["", "", "same_time", "by_opening", "counts_at_once"])
    if (how == "same_time" and unit == "school_days") or (how != "same_time" and not amount):
        how = ""
    return Asked(unit, amount, **({how: True} if how else {}))


def _odd(random: Random) -> int:
    return random.randrange(1, 60 * 30)


def _start(random: Random, first: date, oracle: Oracle, sharp: list[date]) -> int:
    """Return a minute: any at all, or near an opening, a closing, a holiday or a changed clock."""
    day = first + timedelta(random.randrange(ASKED_WITHIN))
    if random.random() < 0.25:
        day = random.choice(sharp) + timedelta(random.randrange(-1, 2))
    if random.random() < 0.4 and (hours := oracle.keeping.hours_of(day)):
        return midnight(day) + random.choice(random.choice(hours)) + random.randrange(-1, 2)
    return midnight(day) + random.randrange(DAY)


def _sharp_days(first: date, oracle: Oracle) -> list[date]:
    days = [first + timedelta(each) for each in range(ASKED_WITHIN)]
    turned = [each for each in days if midnight(each + timedelta(1)) - midnight(each) != DAY]
    return [each for each in days if oracle.keeping.is_holiday(each)] + turned or days


def _pauses(random: Random, start: int) -> tuple[tuple[int, int], ...]:
    """Return one or two pauses, apart, which may lie before, astride or after what they touch."""
    paused = start + random.randrange(-600, 5000)
    resumed = paused + random.choice([0, 30, 600, 1440, 4000, random.randrange(12_000)])
    if random.random() < 0.6:
        return ((paused, resumed),)
    again = resumed + 1 + random.randrange(3000)
    return (paused, resumed), (again, again + random.randrange(6000))


def _terms(random: Random, first: date) -> tuple[tuple[date, date], ...]:
    """Return terms of five to nine weeks with one to six weeks between, from about this day."""
    found, begins = [], first + timedelta(random.randrange(-30, 60))
    for _ in range(random.randrange(2, 8)):
        ends = begins + timedelta(random.randrange(35, 63))
        found.append((begins, ends))
        begins = ends + timedelta(random.randrange(5, 44))
    return tuple(found)


def _holidays(first: date) -> list[date]:
    plain = Keeping(week=(OFFICE,) * 7)
    days = [first + timedelta(each) for each in range(ASKED_WITHIN)]
    return [each for each in days if plain.is_holiday(each)]


def _span(told: tuple[int, int]) -> Span:
    opens, closes = (time(each // 60 % 24, each % 60) for each in told)
    return Span(opens, closes)
