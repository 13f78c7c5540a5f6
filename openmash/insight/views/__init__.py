"""Pages that read across every room."""

from openmash.insight.views.already import already
from openmash.insight.views.board import board, board_rows, story
from openmash.insight.views.case import case, chronology
from openmash.insight.views.due import coming_due
from openmash.insight.views.figures import figures
from openmash.insight.views.preview import policy_preview
from openmash.insight.views.wall import wall, wall_rows
from openmash.insight.views.work import my_work

__all__ = [
    "already",
    "board",
    "board_rows",
    "case",
    "chronology",
    "coming_due",
    "figures",
    "my_work",
    "policy_preview",
    "story",
    "wall",
    "wall_rows",
]
