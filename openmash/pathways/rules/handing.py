"""What handing over, and answering a hand-over, need (A12)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from openmash.cases.terms import CaseStatus


@dataclass(frozen=True)
class Decided:
    """One outcome of a decision, and whether somebody must take it over."""

    id: UUID
    person_id: UUID
    track: str
    outcome: str
    goes_to: str  # a kind of agency, or empty where nobody takes over


@dataclass(frozen=True)
class Taken:
    """One outcome that a hand-over carries, waits with, or does without."""

    outcome_id: UUID
    person_id: UUID
    track: str
    outcome: str
    is_accepted: bool
    is_of_this_decision: bool


def still_to_hand_over(decided: Sequence[Decided], taken: Collection[Taken]) -> list[Decided]:
    """Return the outcomes that somebody must take over and nobody has been asked to.

    A team that accepted the same outcome for the same person under an earlier decision still has
    it: it is not asked twice because another team returned its part.
    """
    asked = {each.outcome_id for each in taken if each.is_of_this_decision}
    have = {(each.person_id, each.track, each.outcome) for each in taken if each.is_accepted}
    return [
        each
        for each in decided
        if each.goes_to
        and each.id not in asked
        and (each.person_id, each.track, each.outcome) not in have
    ]


def obstacles_to_handing_over(
    *,
    may_hand_over: bool,
    is_decided: bool,
    wanted: int,
    already: int,
    summary: str,
    others: Collection[str] = (),
) -> list[str]:
    """Return every reason not to hand this over yet.

    `others` are the outcomes, by name, that the policy gives to other roles to send on.
    """
    found = []
    if not may_hand_over:
        found.append("You are not authorised to hand this case over.")
    found += [f"Only the roles the policy names may hand over “{each}”." for each in others]
    if not is_decided:
        found.append("Record a decision first: a hand-over carries one.")
    if not wanted:
        found.append("Choose at least one outcome that goes to this team.")
    if already:
        found.append("Part of this is already handed over. Reload the page.")
    if not summary.strip():
        found.append("Write the summary the team will work from.")
    return found


def obstacles_to_accepting(*, may_receive: bool, is_open: bool, still_stands: bool) -> list[str]:
    """Return every reason not to accept this hand-over."""
    found = []
    if not may_receive:
        found.append("Only a manager of the receiving team answers this hand-over.")
    if not is_open:
        found.append("This hand-over has already been answered. Reload the page.")
    elif not still_stands:
        found.append("The hub has taken the decision up again: wait for a new hand-over.")
    return found


def obstacles_to_returning(
    *, may_receive: bool, is_open: bool, still_stands: bool, because: str
) -> list[str]:
    """Return every reason not to return this hand-over; a return says why (A12.3)."""
    found = obstacles_to_accepting(
        may_receive=may_receive, is_open=is_open, still_stands=still_stands
    )
    if not because.strip():
        found.append("Say why it goes back, so that the hub can decide again.")
    return found


def obstacles_to_waiving(*, may_waive: bool, is_open: bool, because: str) -> list[str]:
    """Return every reason not to do without an acceptance (requirements 2.3)."""
    found = []
    if not may_waive:
        found.append("Only a decision maker may close without an acceptance.")
    if not is_open:
        found.append("This hand-over has already been answered. Reload the page.")
    if not because.strip():
        found.append("Say why nobody has to accept it: who was told, how, and what they said.")
    return found


def next_status(now: CaseStatus, *, to_hand_over: int, waiting: int, due: int) -> CaseStatus:
    """Return where a decided case stands: somebody must accept it, or somebody must be told."""
    if now.is_before_decision or now is CaseStatus.CLOSED or to_hand_over:
        return now
    if waiting:
        return CaseStatus.ONWARD
    return CaseStatus.FEEDBACK_DUE if due else now
