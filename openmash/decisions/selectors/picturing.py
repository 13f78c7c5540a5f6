"""The picture a decider has: what the rule asks about, and what is frozen with the decision."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from openmash.accounts.terms import Power
from openmash.cases.selectors import is_worked_by
from openmash.cases.terms import CaseStatus
from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer
from openmash.decisions.rules import OutcomeSought, Picture
from openmash.decisions.selectors.reading import CaseRead
from openmash.governance.rules import outcome_named, outcomes_for
from openmash.governance.selectors import PolicyInForce
from openmash.governance.terms import AgencyKind, Track

if TYPE_CHECKING:
    from openmash.cases.models import Case


@dataclass(frozen=True)
class OutcomeChosen:
    """What the decider chose for one person on one track."""

    person_id: UUID
    track: Track
    outcome: str
    words: str = ""


@dataclass(frozen=True)
class DecisionSought:
    """A decision as its decider has written it so far.

    `told_reason` is the reason as the referrer may hear it; left empty, they hear the policy's
    own explanation of the outcome.
    """

    rationale: str = ""
    outcomes: Sequence[OutcomeChosen] = ()
    options_considered: str = ""
    told_reason: str = ""
    criteria: Sequence[str] = ()
    without_returns_because: str = ""
    without_discussion_because: str = ""


def may_decide_on(viewer: Viewer, case: "Case", policy: PolicyInForce) -> bool:
    """Say whether any outcome of this case is this viewer's to decide, by the hub's policy."""
    if not is_worked_by(viewer, case):
        return False
    if viewer.may(Power.DECIDE, case.hub_id):
        return True
    tracks = [Track(each) for each in case.tracks]
    return any(
        _may_choose(viewer, case, outcome.decided_by)
        for track in tracks
        for outcome in outcomes_for(policy.document, track)
    )


def picture_of(read: CaseRead, sought: DecisionSought) -> Picture:
    """Gather what the rule of deciding asks about (idiom 3)."""
    case, document = read.case, read.policy.document
    return Picture(
        may_decide=may_decide_on(read.viewer, case, read.policy),
        is_registered=bool(read.viewer.registration),
        is_decidable=CaseStatus(case.status).is_before_decision,
        sought=[_sought(read, each) for each in sought.outcomes],
        without_outcome=_without_outcome(read, sought),
        rationale=sought.rationale,
        rationale_characters=document.closing.rationale_characters,
        outstanding=read.outstanding,
        without_returns_because=sought.without_returns_because,
        discussion_held=read.discussion is not None,
        without_discussion_because=sought.without_discussion_because,
        agreement_recorded=read.agreement_recorded,
        family_agrees=_asks_agreement(read, sought) and read.family_agrees,
        must_speak=read.must_speak,
        adult_tests_missing=read.adult_tests_missing,
    )


def _asks_agreement(read: CaseRead, sought: DecisionSought) -> bool:
    document = read.policy.document
    return any(outcome_named(document, each.outcome).needs_agreement for each in sought.outcomes)


def _without_outcome(read: CaseRead, sought: DecisionSought) -> list[str]:
    chosen = {(read.record_decided_on.get(each.person_id), each.track) for each in sought.outcomes}
    return [
        f"{read.name_of(each.person_id)} ({track.label})"
        for each in read.people
        for track in each.tracks
        if (each.person_id, track) not in chosen
    ]


def _sought(read: CaseRead, chosen: OutcomeChosen) -> OutcomeSought:
    """Return what the rule asks of one choice; a person who is not of the case is not here."""
    if chosen.person_id not in read.record_decided_on:
        raise NotHere
    terms = outcome_named(read.policy.document, chosen.outcome)
    return OutcomeSought(
        person=read.name_of(chosen.person_id),
        track=chosen.track,
        label=terms.label,
        words=chosen.words,
        on_this_track=chosen.track in terms.tracks,
        may_choose=_may_choose(read.viewer, read.case, terms.decided_by),
        urgent=terms.urgent,
        needs_strategy_discussion=terms.needs_strategy_discussion,
        needs_agreement=terms.needs_agreement,
        views_lacking=_views_lacking(read, terms.needs_views_of),
    )


def _views_lacking(read: CaseRead, wanted: Sequence[AgencyKind]) -> list[str]:
    """Return the agencies that decide jointly and have said nothing yet, by kind."""
    return [each.label for each in wanted if each.value not in read.heard_from] if wanted else []


def _may_choose(viewer: Viewer, case: "Case", decided_by: Collection[str]) -> bool:
    return not viewer.roles_in(case.hub_id).isdisjoint(decided_by)
