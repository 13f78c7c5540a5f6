"""Pages of the working file: each opens a case, asks, tries, and shows (idiom 7)."""

from openmash.cases.views.clocks import clocks, turn_clock, why_late
from openmash.cases.views.holding import allocate, take
from openmash.cases.views.locking import lift, restrict
from openmash.cases.views.opening import join, open_from
from openmash.cases.views.recording import conversation, record
from openmash.cases.views.tasks import finish_task, tasks
from openmash.cases.views.turning import move, rate

__all__ = [
    "allocate",
    "clocks",
    "conversation",
    "finish_task",
    "join",
    "lift",
    "move",
    "open_from",
    "rate",
    "record",
    "restrict",
    "take",
    "tasks",
    "turn_clock",
    "why_late",
]
