"""What of a decision still needs a team, who could take it, and words to begin from (A12)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from openmash.accounts.selectors import teams_of
from openmash.core.viewers import Viewer
from openmash.decisions.selectors import decision_of
from openmash.governance.rules import outcome_named
from openmash.governance.selectors import policy_numbered
from openmash.information_requests.selectors import returns_in
from openmash.pathways.models import HandoverPerson
from openmash.pathways.rules import Decided, ItemOver, Taken, first_draft, still_to_hand_over
from openmash.pathways.terms import HandoverState
from openmash.people.selectors import people_shown

if TYPE_CHECKING:
    from openmash.accounts.models import Team
    from openmash.cases.models import Case
    from openmash.decisions.models import Decision, Outcome
    from openmash.governance.rules import PolicyDocument


@dataclass(frozen=True)
class OutcomeOver:
    """An outcome somebody must take over, with the person it is for."""

    outcome: "Outcome"
    name: str
    born: str
    goes_to: str


@dataclass(frozen=True)
class Onward:
    """What the page of a new hand-over needs."""

    decision: "Decision | None"
    outcomes: Sequence[OutcomeOver]
    teams: Sequence["Team"]
    draft: str

    def teams_for(self, goes_to: str) -> list["Team"]:
        return [each for each in self.teams if each.agency.kind == goes_to]


def onward(viewer: Viewer, case: "Case", at: datetime) -> Onward:
    """Return what is still to be handed over of a case, to whom, and a summary to begin from."""
    decision = decision_of(case.id)
    if decision is None:
        return Onward(None, (), (), "")
    outcomes = outcomes_over(viewer, decision, on=at.date())
    return Onward(
        decision=decision,
        outcomes=outcomes,
        teams=list(teams_of(case.hub_id)),
        draft=_draft(viewer, case, decision, outcomes, at),
    )


def outcomes_over(viewer: Viewer, decision: "Decision", *, on: date) -> list[OutcomeOver]:
    """Return the outcomes of a decision that nobody has been asked to take over yet."""
    rows = {each.id: each for each in decision.outcomes.all()}
    left = still_to_hand_over(decided_outcomes(decision), taken_of(decision))
    people = people_shown(viewer, [each.person_id for each in left], on=on)
    found = []
    for each in left:
        person = people.get(each.person_id)
        name = person.name if person else "Somebody you may not see"
        born = person.born_words() if person else ""
        found.append(OutcomeOver(rows[each.id], name, born, each.goes_to))
    return found


def decided_outcomes(decision: "Decision") -> list[Decided]:
    """Return the outcomes of a decision with who takes over, by the policy of its day."""
    document = policy_numbered(decision.policy_id).document
    return [
        Decided(each.id, each.person_id, each.track, each.outcome, _goes_to(document, each.outcome))
        for each in decision.outcomes.all()
    ]


def _goes_to(document: "PolicyDocument", outcome: str) -> str:
    kind = outcome_named(document, outcome).needs_handover_to
    return kind.value if kind else ""


def taken_of(decision: "Decision") -> list[Taken]:
    """Return what hand-overs of this case carry, under this decision or an earlier one."""
    rows = (
        HandoverPerson.objects.filter(handover__case_id=decision.case_id)
        .exclude(handover__state=HandoverState.RETURNED.value)
        .select_related("handover", "outcome")
    )
    return [
        Taken(
            outcome_id=each.outcome_id,
            person_id=each.person_id,
            track=each.outcome.track,
            outcome=each.outcome.outcome,
            is_accepted=each.handover.state == HandoverState.ACCEPTED,
            is_of_this_decision=each.handover.decision_id == decision.id,
        )
        for each in rows
    ]


def _draft(
    viewer: Viewer,
    case: "Case",
    decision: "Decision",
    outcomes: Sequence[OutcomeOver],
    at: datetime,
) -> str:
    others = {each.person_id for each in decision.outcomes.all()}
    others -= {each.outcome.person_id for each in outcomes}
    items = [
        ItemOver(answer.agency_name, answer.person_name, item.words, item.code)
        for answer in returns_in(viewer, case, at)
        if answer.person_id not in others
        for item in answer.items
        if item.code is not None and item.is_whole
    ]
    return first_draft(decision.told_reason, items)
