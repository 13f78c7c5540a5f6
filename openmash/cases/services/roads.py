"""A case on a direct road: somebody outside the hub is told at once (A5.2)."""

from datetime import datetime

from openmash.accounts.terms import Power
from openmash.cases.models import Case
from openmash.governance.rules.roads import direct_roads
from openmash.governance.selectors import PolicyInForce
from openmash.governance.services import TaskRaised, raise_tasks
from openmash.governance.terms import AgencyKind

TELL = "tell_"


def tell_kind(to: AgencyKind) -> str:
    """Return the kind of the task to tell an agency now."""
    return f"{TELL}{to.value}"


def ask_to_tell(case: Case, policy: PolicyInForce, at: datetime) -> None:
    """Raise a task for each direct road whose agency must be told at once; once for each."""
    roads = direct_roads(policy.document, rating=case.rating, tracks=case.tracks)
    tasks = [
        TaskRaised(
            kind=tell_kind(each.to),
            about_kind="case",
            about_id=case.id,
            words=f"Tell {each.to.label} now. {each.what}.",
            needs_power=Power.HAND_OVER.value,
            due=at,
            case_id=case.id,
        )
        for each in roads
        if each.told_at_once
    ]
    if tasks:
        raise_tasks(hub_id=case.hub_id, tasks=tasks, at=at)
