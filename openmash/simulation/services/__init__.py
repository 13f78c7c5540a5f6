"""The verbs of this room: found a fictional hub, and live its weeks."""

from openmash.simulation.services.founding import Founded, found, found_elsewhere

__all__ = ["Founded", "found", "found_elsewhere"]
