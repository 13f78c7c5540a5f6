"""Reading the story: by person or by case, through the handling codes, with no gaps to be seen."""

from openmash.chronology.selectors.pages import (
    BarShown,
    ChronologyPage,
    entries_of,
    entries_of_case,
    whole_story_of,
)
from openmash.chronology.selectors.shown import EntryShown, PersonInEntry, SourceShown
from openmash.chronology.selectors.visible import entries_visible_to, entry_open_to
from openmash.chronology.selectors.wording import LONDON, happened_words

__all__ = [
    "LONDON",
    "BarShown",
    "ChronologyPage",
    "EntryShown",
    "PersonInEntry",
    "SourceShown",
    "entries_of",
    "entries_of_case",
    "entries_visible_to",
    "entry_open_to",
    "happened_words",
    "whole_story_of",
]
