"""An outcome is handed to a team; what it is told leaves the hub in the same act (A12, A14.8)."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from openmash.accounts.selectors import teams_of
from openmash.accounts.services import write_under_reference
from openmash.accounts.terms import Power
from openmash.cases.selectors import case_by_id, is_worked_by
from openmash.cases.services import tell_kind
from openmash.chronology.services import add_entry
from openmash.chronology.terms import EntryKind
from openmash.core.facts import tell
from openmash.core.refusals import NotHere, Refusal
from openmash.core.viewers import Viewer
from openmash.decisions.selectors import decision_by_id
from openmash.governance.rules import outcome_named
from openmash.governance.selectors import policy_for, policy_numbered
from openmash.governance.services import settle_task, start_clock
from openmash.governance.terms import AgencyKind, ClockKind, StartEvent
from openmash.pathways.facts import HandoverSent
from openmash.pathways.models import Handover, HandoverPerson
from openmash.pathways.rules import obstacles_to_handing_over, obstacles_to_waiving
from openmash.pathways.selectors import OutcomeOver, outcomes_over
from openmash.pathways.services.footprints import of_handover
from openmash.pathways.services.hub import move_on
from openmash.pathways.terms import HandoverState
from openmash.sharing.selectors import standing_decision
from openmash.sharing.services import record_disclosure
from openmash.sharing.terms import DisclosureKind

if TYPE_CHECKING:
    from openmash.accounts.models import Team
    from openmash.decisions.models import Decision


class CannotHandOver(Refusal):
    """What still stands in the way of handing this over."""


@transaction.atomic
def hand_over(
    *,
    by: Viewer,
    decision_id: UUID,
    team_id: UUID,
    summary: str,
    at: datetime,
    outcome_ids: Sequence[UUID] | None = None,
) -> Handover:
    """Hand outcomes to a team, with the summary it will work from (A12.2).

    Without `outcome_ids`, every outcome the policy sends to this kind of agency that nobody has
    been asked to take. The acceptance clock starts, and the disclosure is on the register.
    """
    decision = _decision(by, decision_id)
    team = teams_of(decision.hub_id).filter(id=team_id).first()
    if team is None:
        raise NotHere
    left = outcomes_over(by, decision, on=at.date())
    chosen = _chosen(left, outcome_ids, team)
    found = obstacles_to_handing_over(
        may_hand_over=by.may(Power.HAND_OVER, decision.hub_id),
        is_decided=decision.reopened_at is None,
        wanted=len(chosen),
        already=len(set(outcome_ids or ()) - {each.outcome.id for each in left}),
        summary=summary,
        others=_for_others(by, decision, chosen),
    )
    if found:
        raise CannotHandOver(*found)
    handover = _keep(by, decision, chosen, at, team=team, summary=summary.strip())
    _start_clock(by, handover, at)
    _is_told(by, decision, team, at)
    _disclose(by, handover, team, chosen, at)
    write_story(handover, f"Handed over to {team.name}.", at)
    of_handover(by, handover, "handover.sent", at, details={"team": team.name})
    move_on(decision.case, hub=decision.hub, by=by, at=at)
    tell(HandoverSent(handover.id, handover.hub_id))
    return handover


@transaction.atomic
def do_without_handover(
    *, by: Viewer, decision_id: UUID, outcome_ids: Sequence[UUID], because: str, at: datetime
) -> Handover:
    """Record why nobody has to accept these outcomes: told by telephone, another area's own."""
    decision = _decision(by, decision_id)
    left = outcomes_over(by, decision, on=at.date())
    chosen = [each for each in left if each.outcome.id in set(outcome_ids)]
    if not chosen or len(chosen) != len(set(outcome_ids)):
        raise CannotHandOver("Choose at least one outcome that is still to be handed over.")
    found = obstacles_to_waiving(
        may_waive=by.may(Power.DECIDE, decision.hub_id), is_open=True, because=because
    )
    if found:
        raise CannotHandOver(*found)
    handover = _keep(by, decision, chosen, at, because=because.strip())
    of_handover(by, handover, "handover.waived", at, reason=because)
    move_on(decision.case, hub=decision.hub, by=by, at=at)
    return handover


def _decision(by: Viewer, decision_id: UUID) -> "Decision":
    """Return the decision, if the viewer works its case for the hub."""
    decision = decision_by_id(decision_id)
    if decision is None:
        raise NotHere
    if not is_worked_by(by, case_by_id(by, decision.case_id)):
        raise NotHere
    return decision


def _chosen(
    left: Sequence[OutcomeOver], outcome_ids: Sequence[UUID] | None, team: "Team"
) -> list[OutcomeOver]:
    if outcome_ids is None:
        return [each for each in left if each.goes_to == team.agency.kind]
    return [each for each in left if each.outcome.id in set(outcome_ids)]


def _for_others(by: Viewer, decision: "Decision", chosen: Sequence[OutcomeOver]) -> list[str]:
    """Return the outcomes whose policy names who hands them over, and not this viewer (5.7)."""
    document, roles = policy_numbered(decision.policy_id).document, by.roles_in(decision.hub_id)
    terms = [outcome_named(document, each.outcome.outcome) for each in chosen]
    named = [each for each in terms if each.handed_over_by]
    return list(dict.fromkeys(e.label for e in named if roles.isdisjoint(e.handed_over_by)))


def _is_told(by: Viewer, decision: "Decision", team: "Team", at: datetime) -> None:
    """Settle the task to tell this agency at once, if a direct road raised one (A5.2)."""
    kind = tell_kind(AgencyKind(team.agency.kind))
    settle_task(about_id=decision.case_id, kind=kind, by=by, at=at, answer=f"Told {team.name}.")


def _keep(
    by: Viewer,
    decision: "Decision",
    chosen: Sequence[OutcomeOver],
    at: datetime,
    *,
    team: "Team | None" = None,
    summary: str = "",
    because: str = "",
) -> Handover:
    handover = Handover(
        hub_id=decision.hub_id,
        case_id=decision.case_id,
        decision=decision,
        team=team,
        state=(HandoverState.SENT if team else HandoverState.WAIVED).value,
        summary=summary,
        sent_at=at,
        sent_by_id=by.practitioner_id,
        answered_at=None if team else at,
        answered_by_id=None if team else by.practitioner_id,
        waived_because=because,
    )
    write_under_reference("H", handover, Handover.objects.bulk_create)
    HandoverPerson.objects.bulk_create(
        HandoverPerson(
            hub_id=handover.hub_id,
            handover=handover,
            person_id=each.outcome.person_id,
            outcome=each.outcome,
            name=each.name,
            born_words=each.born,
        )
        for each in chosen
    )
    return handover


def _start_clock(by: Viewer, handover: Handover, at: datetime) -> None:
    start_clock(
        policy=policy_for(by, handover.hub_id, at),
        hub_id=handover.hub_id,
        kind=ClockKind.HANDOVER_ACCEPTANCE,
        about_kind="handover",
        about_id=handover.id,
        case_id=handover.case_id,
        started_at=at,
        since={
            StartEvent.HANDED_OVER: at,
            StartEvent.DECIDED: handover.decision.decided_at,
            StartEvent.RECEIPT: handover.case.received_at,
        },
    )


def _disclose(
    by: Viewer, handover: Handover, team: "Team", chosen: Sequence[OutcomeOver], at: datetime
) -> None:
    standing = standing_decision(handover.case_id)
    record_disclosure(
        by=by,
        case_id=handover.case_id,
        decision_id=standing.id if standing else None,
        kind=DisclosureKind.HANDOVER,
        about_id=handover.id,
        to_agency_id=team.agency_id,
        to_words=f"{team.name}, {team.agency.name}",
        what=handover.summary,
        persons=[each.outcome.person_id for each in chosen],
        at=at,
    )


def write_story(handover: Handover, words: str, at: datetime) -> None:
    """Write what became of a hand-over into the story of the people it carries (A9.1)."""
    case = handover.case
    add_entry(
        hub_id=handover.hub_id,
        kind=EntryKind.HANDOVER,
        words=words,
        at=at,
        known_at=at,
        happened_from=at,
        happened_precision="minute",
        persons=dict.fromkeys(handover.people.values_list("person_id", flat=True), ""),
        source=("handover", handover.id, handover.reference),
        audience=case.audience,
        case_id=case.id,
        restricted=case.restricted,
    )
