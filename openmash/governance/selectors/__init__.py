"""The policy in force at a moment, the clocks running and the tasks open."""

from openmash.governance.selectors.clocks import clocks_about, clocks_of_cases
from openmash.governance.selectors.policies import (
    NoPolicyYet,
    PolicyInForce,
    forget_versions,
    latest_policy,
    policies_of,
    policy_for,
    policy_in_force,
    policy_numbered,
    policy_versioned,
)
from openmash.governance.selectors.proposals import document_of, proposal_for, proposals_of
from openmash.governance.selectors.sight import in_sight, visibility_for
from openmash.governance.selectors.tasks import tasks_on_case, tasks_open_for

__all__ = [
    "NoPolicyYet",
    "PolicyInForce",
    "clocks_about",
    "clocks_of_cases",
    "document_of",
    "forget_versions",
    "in_sight",
    "latest_policy",
    "policies_of",
    "policy_for",
    "policy_in_force",
    "policy_numbered",
    "policy_versioned",
    "proposal_for",
    "proposals_of",
    "tasks_on_case",
    "tasks_open_for",
    "visibility_for",
]
