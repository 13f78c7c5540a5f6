"""The verbs of this room: found a fictional hub, and live its weeks."""

from openmash.simulation.services.founding import Founded, found, found_elsewhere
from openmash.simulation.services.living import Hub, live_weeks, wake
from openmash.simulation.services.multiplying import Kept, keep_weeks, multiply
from openmash.simulation.services.renaming import copied_id

__all__ = [
    "Founded",
    "Hub",
    "Kept",
    "copied_id",
    "found",
    "found_elsewhere",
    "keep_weeks",
    "live_weeks",
    "multiply",
    "wake",
]
