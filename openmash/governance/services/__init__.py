"""Adopting a policy, running clocks and keeping tasks."""

from openmash.governance.services.clocks import (
    ClockStart,
    move_clock,
    put_clocks_on_case,
    start_clock,
    start_clocks,
    stop_clock,
)
from openmash.governance.services.loading import CannotLoadPolicy, load_policy
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
    "CannotLoadPolicy",
    "CannotPropose",
    "ClockStart",
    "TaskNotDone",
    "TaskRaised",
    "adopt_policy",
    "approve_proposal",
    "draft_change",
    "finish_task",
    "load_policy",
    "move_clock",
    "put_clocks_on_case",
    "raise_task",
    "raise_tasks",
    "refuse_proposal",
    "send_proposal",
    "settle_task",
    "start_clock",
    "start_clocks",
    "stop_clock",
    "withdraw_proposal",
]
