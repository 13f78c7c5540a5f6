"""Joining and parting records, on paper: who is held to be one person, from what was judged.

Rows are never merged. What stands of each pair is the latest judgement of it, and identities are
worked out afresh from those, so any join can be undone by its opposite and leaves nothing behind.
"""

from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, Protocol, TypeVar

from openmash.matching.terms import Verdict


class Ordered(Hashable, Protocol):
    """A key with an order, so that the same people always make the same identity."""

    def __lt__(self, other: Any, /) -> bool: ...


Person = TypeVar("Person", bound=Ordered)


@dataclass(frozen=True)
class Judged(Generic[Person]):
    """One judgement of a pair; of two made at one moment, keeping apart is the safer to follow."""

    left: Person
    right: Person
    verdict: Verdict
    at: datetime


@dataclass(frozen=True)
class Contradiction(Generic[Person]):
    """Two people kept apart who are nevertheless joined, and the chain that joins them."""

    left: Person
    right: Person
    through: tuple[Person, ...]


Pair = tuple[Person, Person]


def standing(judgements: Iterable[Judged[Person]]) -> dict[Pair[Person], Verdict]:
    """Return what stands of each pair: the latest judgement, in whatever order they came."""
    latest: dict[Pair[Person], Judged[Person]] = {}
    for each in judgements:
        pair = _pair(each.left, each.right)
        if pair not in latest or _when(latest[pair]) < _when(each):
            latest[pair] = each
    return {pair: each.verdict for pair, each in latest.items()}


def _pair(left: Person, right: Person) -> Pair[Person]:
    return (left, right) if left < right else (right, left)


def _when(judged: Judged[Person]) -> tuple[datetime, bool]:
    return judged.at, judged.verdict is Verdict.APART


def identities(
    judgements: Iterable[Judged[Person]], people: Iterable[Person]
) -> dict[Person, Person]:
    """Return for each person the identity they belong to: the least of those joined with them.

    Joining goes through third records, so two kept apart can still meet: `contradictions` tells.
    """
    joined = _neighbours(standing(judgements))
    found: dict[Person, Person] = {}
    for person in sorted({*people, *joined}):
        if person not in found:
            found.update(dict.fromkeys(_reached(person, joined), person))
    return found


def contradictions(judgements: Iterable[Judged[Person]]) -> list[Contradiction[Person]]:
    """Return every pair kept apart but joined through others, with the shortest chain between."""
    stands = standing(judgements)
    joined = _neighbours(stands)
    apart = sorted(pair for pair, verdict in stands.items() if verdict is Verdict.APART)
    chains = ((pair, _chain(*pair, joined)) for pair in apart)
    return [Contradiction(left, right, chain) for (left, right), chain in chains if chain]


def _neighbours(stands: Mapping[Pair[Person], Verdict]) -> dict[Person, set[Person]]:
    joined: dict[Person, set[Person]] = defaultdict(set)
    for (left, right), verdict in stands.items():
        if verdict is Verdict.SAME:
            joined[left].add(right)
            joined[right].add(left)
    return joined


def _reached(start: Person, joined: Mapping[Person, set[Person]]) -> set[Person]:
    return set(_steps(start, joined))


def _steps(start: Person, joined: Mapping[Person, set[Person]]) -> dict[Person, Person]:
    """Walk outwards from `start`, noting where each person was come to from."""
    came_from, waiting = {start: start}, deque([start])
    while waiting:
        here = waiting.popleft()
        for each in sorted(joined.get(here, ())):
            if each not in came_from:
                came_from[each] = here
                waiting.append(each)
    return came_from


def _chain(left: Person, right: Person, joined: Mapping[Person, set[Person]]) -> tuple[Person, ...]:
    """Return those between `left` and `right`, in order from the left, or nothing."""
    came_from = _steps(left, joined)
    if right not in came_from:
        return ()
    between, here = [], came_from[right]
    while here != left:
        between.append(here)
        here = came_from[here]
    return tuple(reversed(between))
