"""A qualified person reads a contact first, rates it, and says what next (A5)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from openmash.accounts.terms import Power
from openmash.audit.services import record
from openmash.core.refusals import NotHere, Refusal
from openmash.core.viewers import Viewer
from openmash.governance.rules import rating_named
from openmash.governance.selectors import PolicyInForce, policy_for
from openmash.governance.services import raise_task, settle_task, start_clock, stop_clock
from openmash.governance.terms import ClockKind, Track
from openmash.intake.models import Contact, Screening, Subject, SubjectTrack
from openmash.intake.rules.adults import AdultAnswers
from openmash.intake.rules.screening import (
    ScreeningPicture,
    obstacles_to_screening,
    tidy_later,
)
from openmash.intake.selectors import contacts_visible_to, picture_for_screening
from openmash.intake.services.adults import record_adult_test
from openmash.intake.services.moving import move_contact
from openmash.intake.terms import ContactState

TRACK_CLOCKS = {Track.ADULT_WAL: ClockKind.S126, Track.CHILD_WAL: ClockKind.CHILD_WAL}
SETTLED_BY_SCREENING = ("contact_changed", "clarification_answered")


class CannotScreenYet(Refusal):
    """What still stands in the way of screening; `fields` says where each is mended."""

    def __init__(self, found: Sequence[tuple[str, str]]) -> None:
        super().__init__(*(words for _, words in found))
        self.fields = found


@dataclass(frozen=True)
class Screened:
    """What the screener found: subjects are named by their ids (A5.1 to A5.3)."""

    rating: str
    rationale: str
    can_decide_now: bool
    gate_reason: str
    tracks: Mapping[UUID, Sequence[Track]]
    known_before: Mapping[UUID, str]
    adults: Mapping[UUID, AdultAnswers]
    safeguarding_done: str
    safeguarding_done_at: datetime | None


@transaction.atomic
def screen_contact(
    *,
    by: Viewer,
    contact_id: UUID,
    rating: str,
    can_decide_now: bool,
    gate_reason: str,
    rationale: str,
    tracks: Mapping[UUID, Sequence[Track]],
    at: datetime,
    known_before: Mapping[UUID, str] | None = None,
    adults: Mapping[UUID, AdultAnswers] | None = None,
    safeguarding_done: str = "",
    safeguarding_done_at: datetime | None = None,
) -> Screening:
    """Record the first reading of a contact and open its tracks (A5.1, A5.2, A5.3).

    `tracks`, `known_before` and `adults`, who have answered the three questions (A5.9), are keyed
    by subject id. The screening clock stops; the tracks' own clocks start from receipt. What an
    urgent rating leaves untidy becomes a task.
    """
    found = Screened(
        rating=rating,
        rationale=rationale,
        can_decide_now=can_decide_now,
        gate_reason=gate_reason,
        tracks=tracks,
        known_before=known_before or {},
        adults=adults or {},
        safeguarding_done=safeguarding_done,
        safeguarding_done_at=safeguarding_done_at,
    )
    contact = contacts_visible_to(by).select_for_update().filter(id=contact_id).first()
    if contact is None or by.id is None:
        raise NotHere
    policy = policy_for(by, contact.hub_id, at)
    _keep_to_its_people(contact, found)
    _hear_for_adults(by, found, policy, at)
    picture = _weighed(by, contact, found, at)
    if contact.state != ContactState.TRIAGE:
        move_contact(by=by, contact_id=contact.id, to=ContactState.TRIAGE, at=at)
    screening = _write(by.id, contact, found, policy, at)
    _open_tracks(contact, found, policy, at)
    stop_clock(about_id=contact.id, kind=ClockKind.SCREENING, at=at)
    for kind in SETTLED_BY_SCREENING:
        settle_task(about_id=contact.id, kind=kind, by=by, at=at)
    _leave_tasks(contact, tidy_later(picture), at)
    record(
        by=by,
        action="contact.screened",
        at=at,
        hub_id=contact.hub_id,
        subject_kind="contact",
        subject_id=contact.id,
        subject_label=contact.reference,
        details={
            "rating": rating,
            "can_decide_now": can_decide_now,
            "policy": policy.version,
        },
    )
    return screening


def _keep_to_its_people(contact: Contact, found: Screened) -> None:
    ours = set(Subject.objects.filter(contact=contact).values_list("id", flat=True))
    if not {*found.tracks, *found.known_before, *found.adults} <= ours:
        raise NotHere


def _hear_for_adults(by: Viewer, found: Screened, policy: PolicyInForce, at: datetime) -> None:
    """Keep what is answered for adults; a rating that never waits waits for none of it."""
    waits = found.rating not in policy.document.gate.never_wait
    for subject_id, answers in found.adults.items():
        record_adult_test(by=by, subject_id=subject_id, answers=answers, at=at, waits=waits)


def _weighed(by: Viewer, contact: Contact, found: Screened, at: datetime) -> ScreeningPicture:
    picture = picture_for_screening(
        by,
        contact,
        rating=found.rating,
        gate_reason=found.gate_reason,
        rationale=found.rationale,
        tracks=found.tracks,
        at=at,
        can_decide_now=found.can_decide_now,
    )
    if obstacles := obstacles_to_screening(picture):
        raise CannotScreenYet(obstacles)
    return picture


def _write(
    by_id: UUID, contact: Contact, found: Screened, policy: PolicyInForce, at: datetime
) -> Screening:
    terms = rating_named(policy.document, found.rating)
    return Screening.objects.create(
        hub_id=contact.hub_id,
        contact=contact,
        rating=found.rating,
        level=str(terms.level or ""),
        can_decide_now=found.can_decide_now,
        gate_reason=found.gate_reason,
        rationale=found.rationale,
        safeguarding_done=found.safeguarding_done,
        safeguarding_done_at=found.safeguarding_done_at,
        policy_id=policy.id,
        screened_at=at,
        screened_by_id=by_id,
    )


def _open_tracks(contact: Contact, found: Screened, policy: PolicyInForce, at: datetime) -> None:
    SubjectTrack.objects.bulk_create(
        [
            SubjectTrack(hub_id=contact.hub_id, subject_id=subject, track=each.value, opened_at=at)
            for subject, opened in found.tracks.items()
            for each in opened
        ],
        ignore_conflicts=True,
    )
    for subject_id, known in found.known_before.items():
        Subject.objects.filter(id=subject_id).update(known_before=known)
    for track in sorted({each for opened in found.tracks.values() for each in opened}):
        _start_track_clock(contact, track, policy)


def _start_track_clock(contact: Contact, track: Track, policy: PolicyInForce) -> None:
    """Start the clock a nation's law sets running from receipt (T15, T16)."""
    if kind := TRACK_CLOCKS.get(track):
        start_clock(
            policy=policy,
            hub_id=contact.hub_id,
            kind=kind,
            about_kind="contact",
            about_id=contact.id,
            started_at=contact.received_at,
            track=track,
        )


def _leave_tasks(contact: Contact, untidy: Sequence[str], at: datetime) -> None:
    for number, words in enumerate(untidy):
        raise_task(
            hub_id=contact.hub_id,
            kind=f"screening_untidy_{number}",
            about_kind="contact",
            about_id=contact.id,
            words=words,
            needs_power=Power.CLARIFY,
            at=at,
        )
