"""Which candidates are worth a person's attention, after what was judged before (A3.1)."""

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from openmash.matching.rules.kept import Kept, kept
from openmash.matching.rules.ranking import Ranked
from openmash.matching.terms import Band

Key = TypeVar("Key", bound=Hashable)


def worth_showing(
    ranked: Sequence[Ranked[Key]],
    *,
    identities: Mapping[Key, Hashable],
    kept_apart_on: Mapping[Key, Kept],
) -> list[Ranked[Key]]:
    """Return one candidate for each identity, leaving out those kept apart on the same evidence.

    `kept_apart_on` has the evidence each candidate was kept apart on. Once set aside, an identity
    comes back only when that evidence has changed, or another of its records weighs more.
    """
    settled = _settled(ranked, identities, kept_apart_on)
    found: dict[Hashable, Ranked[Key]] = {}
    for each in ranked:
        whose = identities[each.key]
        is_settled = each.suggestion.weight <= settled.get(whose, float("-inf"))
        if each.suggestion.band is not Band.DIFFERENT and not is_settled:
            found.setdefault(whose, each)
    return list(found.values())


def _settled(
    ranked: Sequence[Ranked[Key]],
    identities: Mapping[Key, Hashable],
    kept_apart_on: Mapping[Key, Kept],
) -> dict[Hashable, float]:
    """Return up to which weight an identity was set aside, where nothing has changed since."""
    weights: dict[Hashable, float] = {}
    for each in ranked:
        if kept_apart_on.get(each.key) == kept(each.suggestion):
            whose = identities[each.key]
            weights[whose] = max(each.suggestion.weight, weights.get(whose, float("-inf")))
    return weights
