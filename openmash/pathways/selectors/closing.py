"""Where a decided case stands, and what still keeps it from closing (A12, 10.1)."""

from datetime import datetime
from typing import TYPE_CHECKING

from openmash.accounts.terms import Power
from openmash.cases.selectors import is_worked_by
from openmash.cases.terms import CaseStatus
from openmash.core.viewers import Viewer
from openmash.decisions.selectors import (
    PeopleRead,
    decision_of,
    read_people,
    strategy_discussion_of,
    waits_for_second,
)
from openmash.governance.rules import outcome_named
from openmash.governance.selectors import policy_numbered
from openmash.information_requests.selectors import must_speak_open
from openmash.pathways.models import Handover
from openmash.pathways.rules import ClosingPicture, next_status, still_to_hand_over
from openmash.pathways.selectors.feedback import due_on_case
from openmash.pathways.selectors.onward import decided_outcomes, taken_of
from openmash.pathways.terms import HandoverState

if TYPE_CHECKING:
    from openmash.cases.models import Case
    from openmash.decisions.models import Decision


def closing_picture(
    viewer: Viewer, case: "Case", at: datetime, *, without_strategy_because: str = ""
) -> ClosingPicture:
    """Gather what the rule of closing asks about."""
    decision = decision_of(case.id)
    if decision is None:
        return _undecided(viewer, case)
    read = read_people(viewer, case, policy_numbered(decision.policy_id), at)
    called_for = _calls_for_strategy(decision)
    return ClosingPicture(
        may_close=_may_close(viewer, case),
        is_decided=True,
        is_closed=case.status == CaseStatus.CLOSED,
        without_outcome=_without_outcome(read, decision),
        handovers_waiting=[each.team.name for each in waiting_of(decision) if each.team],
        not_handed_over=_not_handed_over(read, decision),
        feedback_due=due_on_case(decision.id),
        agreement_recorded=read.agreement_recorded,
        strategy_called_for=called_for,
        strategy_held=called_for and strategy_discussion_of(case.id) is not None,
        without_strategy_because=decision.without_discussion_because or without_strategy_because,
        must_speak=bool(must_speak_open(case.id)),
        waits_for_second=waits_for_second(decision),
    )


def _without_outcome(read: PeopleRead, decision: "Decision") -> list[str]:
    decided = {
        (read.record_decided_on.get(each.person_id), each.track) for each in decision.outcomes.all()
    }
    return [
        read.name_of(each.person_id)
        for each in read.people
        for track in each.tracks
        if (each.person_id, track.value) not in decided
    ]


def _not_handed_over(read: PeopleRead, decision: "Decision") -> list[str]:
    labels = {each.id: each.label for each in decision.outcomes.all()}
    left = still_to_hand_over(decided_outcomes(decision), taken_of(decision))
    return [f"{labels[each.id]}, {read.name_of(each.person_id)}" for each in left]


def _undecided(viewer: Viewer, case: "Case") -> ClosingPicture:
    return ClosingPicture(
        may_close=_may_close(viewer, case),
        is_decided=False,
        is_closed=case.status == CaseStatus.CLOSED,
        without_outcome=(),
        handovers_waiting=(),
        not_handed_over=(),
        feedback_due=0,
        agreement_recorded=False,
        strategy_called_for=False,
        strategy_held=False,
        without_strategy_because="",
        must_speak=False,
    )


def _may_close(viewer: Viewer, case: "Case") -> bool:
    return is_worked_by(viewer, case) and viewer.may(Power.HAND_OVER, case.hub_id)


def _calls_for_strategy(decision: "Decision") -> bool:
    document = policy_numbered(decision.policy_id).document
    return any(
        outcome_named(document, each.outcome).needs_strategy_discussion
        for each in decision.outcomes.all()
    )


def waiting_of(decision: "Decision") -> list[Handover]:
    """Return the hand-overs of a decision that no team has answered yet."""
    rows = Handover.objects.filter(decision=decision, state=HandoverState.SENT.value)
    return list(rows.select_related("team").order_by("sent_at"))


def status_after(case: "Case", decision: "Decision") -> CaseStatus:
    """Return where a decided case stands now."""
    return next_status(
        CaseStatus(case.status),
        to_hand_over=len(still_to_hand_over(decided_outcomes(decision), taken_of(decision))),
        waiting=len(waiting_of(decision)),
        due=due_on_case(decision.id),
    )
