"""Pages of the dated story."""

from openmash.chronology.views.entries import add, mark
from openmash.chronology.views.stories import of_family, of_person

__all__ = ["add", "mark", "of_family", "of_person"]
