"""Roads that do not wait for the hub; the ladder when agencies rate differently (A5.2, A5.5)."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from openmash.governance.rules.thresholds import DirectRoad

if TYPE_CHECKING:
    from openmash.governance.rules.document import PolicyDocument


def direct_roads(
    document: "PolicyDocument", *, rating: str, tracks: Collection[str]
) -> tuple[DirectRoad, ...]:
    """Return the direct roads that a case so rated, on these tracks, takes."""
    return tuple(
        each
        for each in document.gate.direct
        if (not each.ratings or rating in each.ratings)
        and (not each.tracks or not set(each.tracks).isdisjoint(tracks))
    )


def settling_step(
    document: "PolicyDocument", *, roles: Collection[str], agency_kind: str
) -> int | None:
    """Return the highest step of the ladder somebody stands on; None if they may not settle.

    A hub without a ladder has one step, for the roles that settle a rating.
    """
    authority = document.authority
    if not authority.disputes:
        return 1 if not set(roles).isdisjoint(authority.settle_rating) else None
    steps = [
        number
        for number, step in enumerate(authority.disputes, start=1)
        if not set(roles).isdisjoint(step.settled_by) and step.of in (None, agency_kind)
    ]
    return max(steps, default=None)
