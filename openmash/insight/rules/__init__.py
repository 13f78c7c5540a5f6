"""What the hub's pages say, worked out on paper (ADR 4)."""

from openmash.insight.rules.coming_due import DueFilters, Forecast, due_filters_from
from openmash.insight.rules.figures import (
    Bar,
    Middle,
    Period,
    bars_of,
    middle_of,
    period_from,
    spans_between,
)
from openmash.insight.rules.filters import BoardFilters, filters_from
from openmash.insight.rules.next_step import Asked, NextStep, StepFacts, next_step
from openmash.insight.rules.now import Now, Urgent, now_of
from openmash.insight.rules.rated_again import RatedAgain, rated_again
from openmash.insight.rules.repeats import Repeat, repeat_of

__all__ = [
    "Asked",
    "Bar",
    "BoardFilters",
    "DueFilters",
    "Forecast",
    "Middle",
    "NextStep",
    "Now",
    "Period",
    "RatedAgain",
    "Repeat",
    "StepFacts",
    "Urgent",
    "bars_of",
    "due_filters_from",
    "filters_from",
    "middle_of",
    "next_step",
    "now_of",
    "period_from",
    "rated_again",
    "repeat_of",
    "spans_between",
]
