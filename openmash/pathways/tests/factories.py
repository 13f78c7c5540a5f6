"""Decided cases, made by the public verbs."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from openmash.accounts.selectors import job_viewer, teams_of
from openmash.core.viewers import Viewer
from openmash.decisions.selectors import decision_of
from openmash.decisions.services import OutcomeChosen, record_decision
from openmash.decisions.tests import factories as decisions
from openmash.intake.rules.told import ToldPerson
from openmash.pathways.services import hand_over, prepare_feedback
from tests.cast import Cast

if TYPE_CHECKING:
    from openmash.accounts.models import Team
    from openmash.cases.models import Case
    from openmash.decisions.models import Decision
    from openmash.pathways.models import Feedback, Handover

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
SUMMARY = "Maya needs to be seen this week; her mother agrees."


def decided_case(
    cast: Cast,
    *people: ToldPerson,
    outcome: str = "child_assessment",
    who: str = "lee",
    told: dict[str, Any] | None = None,
    rated: str = "amber",
    outcomes_of: "Callable[[Case], Sequence[OutcomeChosen]] | None" = None,
    **changed: Any,
) -> "Case":
    """Decide one outcome for the child a referrer told of, or what `outcomes_of` the case says."""
    contact = decisions.contact_from(cast, who, *people, **(told or {}))
    case = decisions.case_of_contacts(cast, contact, rating=rated)
    if outcomes_of:
        changed["outcomes"] = outcomes_of(case)
    decide(cast, case, outcome=outcome, **changed)
    return case


def decide(cast: Cast, case: "Case", outcome: str = "child_assessment", **changed: Any) -> None:
    sought = decisions.sought(case, outcome=outcome, **changed)
    record_decision(by=cast.priya, case_id=case.id, sought=sought, at=NOW)
    case.refresh_from_db()


def standing(case: "Case") -> "Decision":
    found = decision_of(case.id)
    assert found is not None
    return found


def team_of(cast: Cast, kind: str = "csc") -> "Team":
    return teams_of(cast.hub.id).get(agency=cast.agencies[kind])


def handed_over(cast: Cast, case: "Case", kind: str = "csc", **changed: Any) -> "Handover":
    answers: dict[str, Any] = {
        "by": cast.fay,
        "decision_id": standing(case).id,
        "team_id": team_of(cast, kind).id,
        "summary": SUMMARY,
        "at": NOW,
    }
    handover = hand_over(**{**answers, **changed})
    case.refresh_from_db()
    return handover


def hub_job(cast: Cast) -> Viewer:
    return job_viewer([cast.hub], name="Feedback")


def prepared(cast: Cast, case: "Case") -> "list[Feedback]":
    made = prepare_feedback(by=hub_job(cast), decision_id=standing(case).id, at=NOW)
    case.refresh_from_db()
    return made
