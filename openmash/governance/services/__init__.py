"""Adopting a policy, running clocks and keeping tasks."""

from openmash.governance.services.announcing import Announced, CannotAnnounce, announce_day
from openmash.governance.services.by_hand import (
    CannotTime,
    TimedMatter,
    meet_clock,
    start_told_clock,
)
from openmash.governance.services.climbing import climb_ladders
from openmash.governance.services.clocks import (
    ClockStart,
    cancel_clock,
    move_clock,
    put_clocks_on_case,
    start_clock,
    start_clocks,
    stop_clock,
)
from openmash.governance.services.lateness import SayWhyLate, explain_late
from openmash.governance.services.loading import CannotLoadPolicy, load_policy
from openmash.governance.services.pausing import CannotPause, pause_clock, resume_clock
from openmash.governance.services.policies import adopt_policy
from openmash.governance.services.proposals import (
    CannotPropose,
    approve_proposal,
    draft_change,
    refuse_proposal,
    send_proposal,
    withdraw_proposal,
)
from openmash.governance.services.tasks import (
    TaskNotDone,
    TaskRaised,
    finish_task,
    raise_task,
    raise_tasks,
    settle_task,
)

__all__ = [
    "Announced",
    "CannotAnnounce",
    "CannotLoadPolicy",
    "CannotPause",
    "CannotPropose",
    "CannotTime",
    "ClockStart",
    "SayWhyLate",
    "TaskNotDone",
    "TaskRaised",
    "TimedMatter",
    "adopt_policy",
    "announce_day",
    "approve_proposal",
    "cancel_clock",
    "climb_ladders",
    "draft_change",
    "explain_late",
    "finish_task",
    "load_policy",
    "meet_clock",
    "move_clock",
    "pause_clock",
    "put_clocks_on_case",
    "raise_task",
    "raise_tasks",
    "refuse_proposal",
    "resume_clock",
    "send_proposal",
    "settle_task",
    "start_clock",
    "start_clocks",
    "start_told_clock",
    "stop_clock",
    "withdraw_proposal",
]
