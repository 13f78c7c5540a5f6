"""A discussion was held: who took part, what was shared, and what came of it (A11)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from openmash.accounts.terms import Power
from openmash.audit.services import record
from openmash.cases.selectors import case_by_id, concern_people_of, is_worked_by
from openmash.core.refusals import NotHere, Refusal
from openmash.core.viewers import Viewer
from openmash.decisions.models import Discussion, Participant
from openmash.decisions.rules import DiscussionPicture, childs_track, obstacles_to_discussion
from openmash.decisions.terms import (
    STRATEGY_TASK,
    DiscussionKind,
    DiscussionMode,
    EnquiryBy,
    Presence,
    Section47,
)
from openmash.governance.selectors import policy_for
from openmash.governance.services import settle_task, start_clock, stop_clock
from openmash.governance.terms import ClockKind

if TYPE_CHECKING:
    from openmash.cases.models import Case


class CannotRecordDiscussion(Refusal):
    """What still stands in the way of recording this discussion."""


@dataclass(frozen=True)
class TookPart:
    """Somebody at a discussion, or why they were not."""

    name: str
    role: str
    presence: Presence
    agency_id: UUID | None = None
    agency_kind: str = ""
    why_absent: str = ""


@dataclass(frozen=True)
class Minutes:
    """What was said and settled at a discussion."""

    kind: DiscussionKind
    mode: DiscussionMode
    held_at: datetime
    chaired_by: str
    participants: Sequence[TookPart]
    information_shared: str
    next_steps: str = ""
    section_47: Section47 | None = None
    section_47_reasons: str = ""
    enquiry_by: EnquiryBy | None = None
    missing_reason: str = ""


@transaction.atomic
def record_discussion(*, by: Viewer, case_id: UUID, minutes: Minutes, at: datetime) -> Discussion:
    """Keep the record of a discussion. Section 47 met starts the conference clock (T8, A11.3)."""
    case = case_by_id(by, case_id)
    if not is_worked_by(by, case):
        raise NotHere
    may_hold = by.may(Power.HOLD_DISCUSSION, case.hub_id)
    if found := obstacles_to_discussion(_picture(minutes, may_hold=may_hold, at=at)):
        raise CannotRecordDiscussion(*found)
    discussion = Discussion.objects.create(
        hub_id=case.hub_id,
        case=case,
        kind=minutes.kind.value,
        mode=minutes.mode.value,
        held_at=minutes.held_at,
        chaired_by=minutes.chaired_by,
        information_shared=minutes.information_shared,
        section_47_met=minutes.section_47.value if minutes.section_47 else "",
        section_47_reasons=minutes.section_47_reasons,
        enquiry_by=minutes.enquiry_by.value if minutes.enquiry_by else "",
        next_steps=minutes.next_steps,
        missing_discipline_reason=minutes.missing_reason,
        recorded_at=at,
        recorded_by_id=by.practitioner_id,
    )
    Participant.objects.bulk_create(_participant(discussion, each) for each in minutes.participants)
    _turn_clocks(by, case, minutes, at)
    record(
        by=by,
        action="discussion.recorded",
        at=at,
        hub_id=case.hub_id,
        subject_kind="discussion",
        subject_id=discussion.id,
        subject_label=case.reference,
        case_id=case.id,
        persons=concern_people_of(case.id),
        details={"kind": discussion.kind, "section_47": discussion.section_47_met},
    )
    return discussion


def _picture(minutes: Minutes, *, may_hold: bool, at: datetime) -> DiscussionPicture:
    return DiscussionPicture(
        may_hold=may_hold,
        kind=minutes.kind,
        took_part=[
            each.agency_kind for each in minutes.participants if each.presence is Presence.ATTENDED
        ],
        missing_reason=minutes.missing_reason,
        section_47=minutes.section_47,
        section_47_reasons=minutes.section_47_reasons,
        enquiry_by=minutes.enquiry_by.value if minutes.enquiry_by else "",
        next_steps=minutes.next_steps,
        information_shared=minutes.information_shared,
        is_in_future=minutes.held_at > at,
        chaired_by=minutes.chaired_by,
    )


def _participant(discussion: Discussion, told: TookPart) -> Participant:
    return Participant(
        hub_id=discussion.hub_id,
        discussion=discussion,
        agency_id=told.agency_id,
        name=told.name,
        role=told.role,
        presence=told.presence.value,
        why_absent=told.why_absent,
    )


def _turn_clocks(by: Viewer, case: "Case", minutes: Minutes, at: datetime) -> None:
    if minutes.kind is DiscussionKind.ADULT_PLANNING:
        stop_clock(about_id=case.id, kind=ClockKind.ADULT_PLAN, at=minutes.held_at)
    if minutes.kind is not DiscussionKind.STRATEGY:
        return
    stop_clock(about_id=case.id, kind=ClockKind.STRATEGY_DISCUSSION, at=minutes.held_at)
    settle_task(about_id=case.id, kind=STRATEGY_TASK, by=by, at=at)
    if minutes.section_47 is Section47.MET:
        policy = policy_for(by, case.hub_id, at)
        start_clock(
            policy=policy,
            hub_id=case.hub_id,
            kind=ClockKind.ICPC,
            about_kind="case",
            about_id=case.id,
            case_id=case.id,
            track=childs_track(case.tracks, policy.document.tracks),
            started_at=minutes.held_at,
        )
