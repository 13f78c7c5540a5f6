"""The hub's policy as it stood on each day, its clocks and its tasks."""

from openmash.governance.models.clocks import (
    AnnouncedDay,
    Clock,
    ClockMove,
    ClockPause,
    ClockRung,
)
from openmash.governance.models.policies import Policy
from openmash.governance.models.proposals import PolicyProposal
from openmash.governance.models.tasks import Task

__all__ = [
    "AnnouncedDay",
    "Clock",
    "ClockMove",
    "ClockPause",
    "ClockRung",
    "Policy",
    "PolicyProposal",
    "Task",
]
