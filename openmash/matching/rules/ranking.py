"""Putting candidates in order, and proposing at most one of them first."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from openmash.matching.rules.evidence import Suggestion
from openmash.matching.rules.weights import FIRST_WEIGHTS, Weights
from openmash.matching.terms import Band

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Ranked(Generic[Key]):
    """A candidate in its place; `preselected` means proposed first, never confirmed (A3.1)."""

    key: Key
    suggestion: Suggestion
    preselected: bool = False


def rank(
    candidates: Iterable[tuple[Key, Suggestion]],
    *,
    identities: Mapping[Key, Hashable] | None = None,
    weights: Weights = FIRST_WEIGHTS,
) -> list[Ranked[Key]]:
    """Return the candidates weightiest first, at most one pre-selected.

    One is pre-selected when it looks the same and leads the next *other* person by enough bits:
    a second record of the same identity is no rival, a twin is.
    """
    order = sorted(candidates, key=lambda each: (-_place(each[1]), str(each[0])))
    if not order:
        return []
    same = identities or {}
    (first, best), *others = order
    whose = same.get(first, first)
    rivals = (s.weight for key, s in others if same.get(key, key) != whose)
    leads = best.weight - max(rivals, default=float("-inf")) >= weights.lead
    chosen = best.band is Band.SAME and leads
    return [Ranked(key, each, chosen and key == first) for key, each in order]


def _place(suggestion: Suggestion) -> float:
    """A twin can outweigh a thin record of the right person: the band goes before the weight."""
    return suggestion.weight + (1_000 if suggestion.band is Band.SAME else 0)
