"""`./run bench clocks`: deadlines against an oracle, by the million, and how many a second.

The oracle (`tests/oracle`) shares no code with the engine. A time is quoted beside the least that
any answer costs: adding a length of time to a moment.
"""

import os
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any

from bench.figures import print_table
from tests.oracle import cases
from tests.oracle.cases import Question, moment, our_answer

CASES, QUICK_CASES = 1_000_000, 20_000
OF_ONE_CALENDAR = 2_000
SHOWN = 5


@dataclass(frozen=True)
class Tried:
    """What came of the questions about one calendar."""

    number: int
    differ: tuple[str, ...]
    ours: float
    oracles: float
    least: float


def run(*, quick: bool, number: int | None = None, minutes: float | None = None) -> dict[str, Any]:
    """Ask the engine and the oracle the same questions, and return what they said.

    Stops after `minutes` where they are given, with as many as were asked by then.
    """
    wanted = number or (QUICK_CASES if quick else CASES)
    began = time.perf_counter()
    tried: list[Tried] = []
    with ProcessPoolExecutor(max_workers=os.cpu_count()) as workers:
        for found in workers.map(_one_calendar, _calendars(wanted), chunksize=1):
            tried.append(found)
            if minutes is not None and time.perf_counter() - began > minutes * 60:
                workers.shutdown(wait=False, cancel_futures=True)
                break
    return _told(tried, time.perf_counter() - began)


def _calendars(wanted: int) -> range:
    """Return a seed for each calendar: the same run asks the same questions."""
    return range(-(-wanted // OF_ONE_CALENDAR))


def _one_calendar(seed: int) -> Tried:
    random = Random(seed)  # noqa: S311 - questions, not secrets
    keeping, first = cases.a_keeping(random)
    oracle, hours = cases.oracle_of(keeping, first), cases.ours(keeping)
    asked = list(cases.questions(random, first, oracle, OF_ONE_CALENDAR))
    began = time.perf_counter()
    ours = [our_answer(each, hours) for each in asked]
    ours_took, began = time.perf_counter() - began, time.perf_counter()
    theirs = [oracle.due(each.start, each.asked, each.pauses) for each in asked]
    theirs_took = time.perf_counter() - began
    differ = tuple(_differing(seed, asked, ours, theirs))
    return Tried(len(asked), differ, ours_took, theirs_took, _least(asked))


def _differing(
    seed: int, asked: Sequence[Question], ours: Sequence[int], theirs: Sequence[int]
) -> Iterator[str]:
    for question, mine, other in zip(asked, ours, theirs, strict=True):
        if mine != other:
            yield f"calendar {seed}: {question}: ours {moment(mine)}, oracle {moment(other)}"


def _least(asked: Sequence[Question]) -> float:
    """Return how long it takes to add a length of time to each moment, and nothing more."""
    began = time.perf_counter()
    for each in asked:
        moment(each.start) + timedelta(minutes=each.asked.amount)
    return time.perf_counter() - began


def _told(tried: Sequence[Tried], took: float) -> dict[str, Any]:
    number = sum(each.number for each in tried)
    differ = [words for each in tried for words in each.differ]
    ours, oracles, least = (
        sum(getattr(each, name) for each in tried) for name in ("ours", "oracles", "least")
    )
    print_table(
        ["", "a second, one process", "µs each", "times the least"],
        [
            ["engine", round(number / ours), _each(ours, number), round(ours / least, 1)],
            ["oracle", round(number / oracles), _each(oracles, number), round(oracles / least, 1)],
            ["a sum of two times", round(number / least), _each(least, number), 1.0],
        ],
    )
    print(f"\n{number:,} deadlines over {len(tried):,} calendars: {len(differ):,} differ.")
    for words in differ[:SHOWN]:
        print(f"  {words}")
    return {
        "N": number,
        "calendars": len(tried),
        "mismatches": len(differ),
        "first_mismatches": differ[:SHOWN],
        "clocks_a_second": round(number / ours),
        "times_the_least": round(ours / least, 1),
        "seconds_in_all": round(took, 1),
    }


def _each(seconds: float, number: int) -> float:
    return round(seconds / number * 1_000_000, 1)
