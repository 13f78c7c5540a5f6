"""The policy in force at a moment, the clocks running and the tasks open."""

from openmash.governance.selectors.clocks import (
    clocks_about,
    clocks_of_cases,
    due_of_running,
    unexplained_about,
    unexplained_in,
)
from openmash.governance.selectors.days import announcements_of, days_announced
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
    with_days_announced,
)
from openmash.governance.selectors.proposals import (
    document_of,
    own_draft,
    proposal_for,
    proposals_of,
)
from openmash.governance.selectors.shown import ClockShown, clocks_shown
from openmash.governance.selectors.sight import in_sight, visibility_for
from openmash.governance.selectors.tasks import tasks_on_case, tasks_open_for

__all__ = [
    "ClockShown",
    "NoPolicyYet",
    "PolicyInForce",
    "announcements_of",
    "clocks_about",
    "clocks_of_cases",
    "clocks_shown",
    "days_announced",
    "document_of",
    "due_of_running",
    "forget_versions",
    "in_sight",
    "latest_policy",
    "own_draft",
    "policies_of",
    "policy_for",
    "policy_in_force",
    "policy_numbered",
    "policy_versioned",
    "proposal_for",
    "proposals_of",
    "tasks_on_case",
    "tasks_open_for",
    "unexplained_about",
    "unexplained_in",
    "visibility_for",
    "with_days_announced",
]
