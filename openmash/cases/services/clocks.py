"""The case's own clocks: the information product and the decision (T2 to T5, rule (d))."""

from datetime import datetime
from typing import TYPE_CHECKING

from openmash.cases.models import Case
from openmash.core.viewers import Viewer
from openmash.governance.rules import clock_terms, due_at, is_raised, re_rated_due
from openmash.governance.selectors import PolicyInForce, clocks_about
from openmash.governance.services import move_clock, start_clock
from openmash.governance.terms import ClockKind, StartEvent

if TYPE_CHECKING:
    from openmash.governance.models import Clock


def start_product_clock(case: Case, policy: PolicyInForce, at: datetime) -> None:
    """Start the product's clock, if this hub has one for the rating; a running one is left."""
    start_clock(
        policy=policy,
        hub_id=case.hub_id,
        kind=ClockKind.PRODUCT,
        about_kind="case",
        about_id=case.id,
        case_id=case.id,
        started_at=at,
        rating=case.rating,
        since={StartEvent.CHECKS_STARTED: at, StartEvent.RECEIPT: case.received_at},
    )


def start_decision_clock(case: Case, policy: PolicyInForce, at: datetime) -> None:
    """Start the clock of a hub that measures its decisions, if it has one (T5)."""
    start_clock(
        policy=policy,
        hub_id=case.hub_id,
        kind=ClockKind.DECISION,
        about_kind="case",
        about_id=case.id,
        case_id=case.id,
        started_at=at,
        rating=case.rating,
        since={StartEvent.CHECKS_STARTED: at, StartEvent.RECEIPT: case.received_at},
    )


def move_product_clock(
    *,
    by: Viewer,
    case: Case,
    old_rating: str,
    policy: PolicyInForce,
    extend_because: str,
    at: datetime,
) -> None:
    """Move the product's due time after a re-rating (clock rule (d))."""
    terms = clock_terms(policy.document, ClockKind.PRODUCT, rating=case.rating)
    running = _running_product_clock(case)
    if terms is None or running is None:
        return
    raised = is_raised(policy.document, old=old_rating, new=case.rating)
    again = due_at(terms, at, policy.document)
    due = re_rated_due(running.due_at, again, raised=raised, reason_to_extend=extend_because)
    why = extend_because.strip() or f"Rated again: {old_rating} to {case.rating}."
    counted_by = terms if due == again else None
    move_clock(by=by, clock=running, due=due, why=why[:200], at=at, terms=counted_by)


def _running_product_clock(case: Case) -> "Clock | None":
    clocks = clocks_about([case.id]).get(case.id, [])
    return next(
        (each for each in clocks if each.kind == ClockKind.PRODUCT and each.stopped_at is None),
        None,
    )
