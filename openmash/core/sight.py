"""Who may see a supplied item under its handling code (A8.2, A8.3, trust 1).

This is the whole rule, on paper. `governance.selectors.in_sight` says the same to the database, and
a property test holds the two together.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from openmash.core.handling import HandlingCode
from openmash.core.viewers import Viewer

SEES_EVERY_RETURN = "see_every_return"
SEES_CASES = "see_cases"
OPEN = "open"


class Sight(StrEnum):
    WHOLE = "whole"
    EXISTS = "exists"  # only that the agency holds something, and whom to speak to
    NOTHING = "nothing"


@dataclass(frozen=True)
class Marking:
    """What an item carries: whose it is, its code, and the people it names."""

    hub_id: UUID
    code: HandlingCode
    supplied_by: UUID | None
    audience: Collection[UUID] = ()


def sight_of(viewer: Viewer, marking: Marking, *, visibility: str) -> Sight:
    """Return how much of an item the viewer sees.

    `visibility` is the hub's preset: *closed*, only decision makers see every agency's items;
    *open*, every member agency on the case sees `H0` to `H2`. What the hub itself recorded
    (`supplied_by` None) is seen by the hub's own workers up to `H2`.
    """
    if marking.hub_id not in viewer.hub_ids:
        return Sight.NOTHING
    if _is_owner(viewer, marking) or viewer.id in marking.audience:
        return Sight.WHOLE
    if viewer.may(SEES_EVERY_RETURN, marking.hub_id):
        return Sight.EXISTS if marking.code is HandlingCode.H4 else Sight.WHOLE
    if marking.code.height > HandlingCode.H2.height:
        return Sight.NOTHING
    if visibility == OPEN:
        return Sight.WHOLE
    hub_worker = viewer.may(SEES_CASES, marking.hub_id)
    return Sight.WHOLE if marking.supplied_by is None and hub_worker else Sight.NOTHING


def _is_owner(viewer: Viewer, marking: Marking) -> bool:
    return marking.supplied_by is not None and marking.supplied_by in {
        each.agency_id for each in viewer.standings if each.hub_id == marking.hub_id
    }
