"""The policy in force at a moment, the clocks running and the tasks open."""

from openmash.governance.selectors.clocks import clocks_about, clocks_of_cases
from openmash.governance.selectors.policies import (
    NoPolicyYet,
    PolicyInForce,
    forget_versions,
    policies_of,
    policy_for,
    policy_in_force,
    policy_numbered,
)
from openmash.governance.selectors.sight import in_sight
from openmash.governance.selectors.tasks import tasks_on_case, tasks_open_for

__all__ = [
    "NoPolicyYet",
    "PolicyInForce",
    "clocks_about",
    "clocks_of_cases",
    "forget_versions",
    "in_sight",
    "policies_of",
    "policy_for",
    "policy_in_force",
    "policy_numbered",
    "tasks_on_case",
    "tasks_open_for",
]
