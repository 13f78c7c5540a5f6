"""What may happen to a case, worked out on paper; every reason, not just the first (ADR 4)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from openmash.cases.terms import ALLOWED_MOVES, AllocationKind, CaseStatus, ConversationKind, How
from openmash.core.handling import HandlingCode


def move_problem(old: CaseStatus, new: CaseStatus) -> str | None:
    """Return why a case cannot go from one status to the other, or None (2.3)."""
    if new in ALLOWED_MOVES[old]:
        return None
    return f"A case that is “{old.label}” cannot become “{new.label}”."


def first_status(can_decide_now: Collection[bool]) -> CaseStatus:
    """Return where a case begins: checks, unless every screening said it can be decided (A5.2)."""
    return CaseStatus.DECISION_PENDING if all(can_decide_now) else CaseStatus.CHECKS


def starts_product_clock(
    status: CaseStatus, *, rating: str, straight: Collection[str], checks_run_beside: bool
) -> bool:
    """Say whether checks start with the case; beside a Red's decision they may (A5.2, T2)."""
    return status is CaseStatus.CHECKS or (checks_run_beside and rating in straight)


@dataclass(frozen=True)
class GivingTo:
    """What matters when a case is given to somebody."""

    by_id: UUID | None
    to_id: UUID
    may_allocate: bool
    may_keep_record: bool
    holder_id: UUID | None
    workers: Collection[UUID]
    named: Collection[UUID] | None = None  # a restricted case's list
    kind: AllocationKind = AllocationKind.HOLDER


def obstacles_to_giving(picture: GivingTo) -> list[str]:
    """Return every reason not to give the case; anybody may take one that nobody holds."""
    takes_it = (
        picture.to_id == picture.by_id
        and picture.holder_id is None
        and picture.may_keep_record
        and picture.kind is AllocationKind.HOLDER
    )
    found = []
    if not (picture.may_allocate or takes_it):
        found.append("You may take a case that nobody holds; only a manager may give one.")
    if picture.to_id not in picture.workers:
        found.append("Choose somebody who works in this hub.")
    elif picture.named is not None and picture.to_id not in picture.named:
        found.append("This case is restricted, and that person is not on its list.")
    if picture.to_id == picture.holder_id:
        found.append("That person already has the case.")
    return found


@dataclass(frozen=True)
class Rerating:
    """What matters when a case is rated."""

    new: str
    known: Collection[str]
    why: str
    may_rate: bool
    as_hub: bool
    step: int | None  # of the ladder, the highest this person stands on (A5.5)
    agencies: Mapping[str, str]  # each agency's own latest rating, by name
    settled_step: int = 0  # at which the hub's rating was settled last


def obstacles_to_rating(picture: Rerating) -> list[str]:
    """Return every reason not to rate; where agencies differ, only some may settle (A5.5)."""
    found = []
    if not picture.may_rate:
        found.append("You are not authorised to rate this case.")
    if picture.new not in picture.known:
        found.append("Choose one of this hub's ratings.")
    if not picture.why.strip():
        found.append("Say why, in your own words.")
    return found + _about_the_dispute(picture)


def _about_the_dispute(picture: Rerating) -> list[str]:
    """Where agencies differ somebody on the ladder settles it; the higher step has the word."""
    differing = _differing(picture)
    if not picture.as_hub or not differing:
        return []
    if picture.step is None:
        return [f"Seen differently by {differing}: ask a decision maker to settle it."]
    if picture.step < picture.settled_step:
        return [
            f"Seen differently by {differing}, and settled already at a higher step: ask there."
        ]
    return []


def settled_at(picture: Rerating) -> int | None:
    """Return the step a hub rating is settled at; None where nobody sees it differently."""
    return picture.step if picture.as_hub and _differing(picture) else None


def _differing(picture: Rerating) -> str:
    return _as_one_sentence(
        sorted(agency for agency, own in picture.agencies.items() if own != picture.new)
    )


@dataclass(frozen=True)
class Talk:
    """An entry somebody wants on the running record (A5.14)."""

    kind: ConversationKind
    with_whom: str
    how: How | None
    was_reached: bool | None
    happened_at: datetime
    said: str
    code: HandlingCode
    may_keep_record: bool
    may_direct: bool


def obstacles_to_record(talk: Talk, *, at: datetime) -> list[str]:
    """Return every reason not to enter this; a call tried is recorded like a call held."""
    found = []
    if not talk.may_keep_record:
        found.append("You do not keep the running record of this hub.")
    if talk.kind is ConversationKind.DIRECTION and not talk.may_direct:
        found.append("Only a manager signs a direction; record it as a note.")
    if talk.kind.is_with_somebody:
        found += _missing_of_a_talk(talk)
    if not talk.said.strip():
        found.append("Write what was said, tried, noted or directed.")
    if talk.happened_at > at:
        found.append("It cannot have happened in the future.")
    if talk.code is HandlingCode.H4:
        found.append("H4 is for an agency's own information; use H3 for the hub's record.")
    return found


def _missing_of_a_talk(talk: Talk) -> list[str]:
    found = []
    if not talk.with_whom.strip():
        found.append("Say with whom you spoke, or tried to.")
    if talk.how is None:
        found.append("Say how: by telephone, face to face, or otherwise.")
    if talk.kind is ConversationKind.ATTEMPT and talk.was_reached:
        found.append("If they were reached, record a conversation and not an attempt.")
    return found


def obstacles_to_restricting(
    *, may_restrict: bool, named: Collection[UUID], can_lift: Collection[UUID], why: str
) -> list[str]:
    """Return every reason not to restrict: the list must hold somebody who can lift it (A8.8)."""
    found = []
    if not may_restrict:
        found.append("Only a hub decision maker or manager may restrict a case.")
    if not why.strip():
        found.append("Say why this case is restricted.")
    if not set(named) & set(can_lift):
        found.append("Name at least one decision maker or manager, so that it can be lifted.")
    return found


def _as_one_sentence(parts: Sequence[str]) -> str:
    """Return `a`, `a and b`, or `a, b and c`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
