"""The dated story on paper: when things happened, what was asked to be seen, how dense it is."""

from openmash.chronology.rules.density import Bar, density
from openmash.chronology.rules.filters import EVERYTHING, EntryFilters
from openmash.chronology.rules.happened import Happened, happened_problem

__all__ = ["EVERYTHING", "Bar", "EntryFilters", "Happened", "density", "happened_problem"]
