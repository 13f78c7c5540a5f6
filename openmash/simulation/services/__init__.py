"""The verbs of this room: found a fictional hub, and live its weeks."""

from openmash.simulation.services.founding import Founded, found, found_elsewhere
from openmash.simulation.services.living import Hub, live_weeks, wake
from openmash.simulation.services.multiplying import copied_id, multiply

__all__ = [
    "Founded",
    "Hub",
    "copied_id",
    "found",
    "found_elsewhere",
    "live_weeks",
    "multiply",
    "wake",
]
