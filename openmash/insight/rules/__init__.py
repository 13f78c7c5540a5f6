"""What the hub's pages say, worked out on paper (ADR 4)."""

from openmash.insight.rules.asking import answer_state
from openmash.insight.rules.filters import BoardFilters, filters_from
from openmash.insight.rules.next_step import Asked, NextStep, StepFacts, next_step
from openmash.insight.rules.now import Now, Urgent, now_of
from openmash.insight.rules.repeats import Repeat, repeat_of

__all__ = [
    "Asked",
    "BoardFilters",
    "NextStep",
    "Now",
    "Repeat",
    "StepFacts",
    "Urgent",
    "answer_state",
    "filters_from",
    "next_step",
    "now_of",
    "repeat_of",
]
