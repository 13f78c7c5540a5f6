"""A qualified person reads a contact first, rates it, and says what next (A5)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from openmash.accounts.terms import Power
from openmash.audit.services import record
from openmash.core.refusals import NotHere, Refusal
from openmash.core.viewers import Viewer
from openmash.governance.rules import rating_named
from openmash.governance.selectors import PolicyInForce, policy_for
from openmash.governance.services import raise_task, start_clock, stop_clock
from openmash.governance.terms import ClockKind, Track
from openmash.intake.models import AdultTest, Contact, Screening, Subject, SubjectTrack
from openmash.intake.rules.screening import ScreeningPicture, obstacles_to_screening, tidy_later
from openmash.intake.selectors import contacts_visible_to
from openmash.intake.terms import ContactState
from openmash.matching.selectors import open_suggestions_for


class CannotScreenYet(Refusal):
    """What still stands in the way of screening, each with its mend."""


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
    safeguarding_done: str = "",
    safeguarding_done_at: datetime | None = None,
) -> Screening:
    """Record the first reading of a contact and open its tracks (A5.1, A5.2, A5.3).

    `tracks` are keyed by subject id. The screening clock stops; the track's own clocks start from
    receipt. What an urgent rating leaves untidy becomes a task.
    """
    contact = contacts_visible_to(by).filter(id=contact_id).first()
    if contact is None:
        raise NotHere
    policy = policy_for(by, contact.hub_id, at)
    picture = picture_for_screening(
        by,
        contact,
        policy,
        rating=rating,
        gate_reason=gate_reason,
        rationale=rationale,
        tracks=tracks,
    )
    if found := obstacles_to_screening(picture):
        raise CannotScreenYet(*found)
    terms = rating_named(policy.document, rating)
    screening = Screening.objects.create(
        hub_id=contact.hub_id,
        contact=contact,
        rating=rating,
        level=str(terms.level or ""),
        can_decide_now=can_decide_now,
        gate_reason=gate_reason,
        rationale=rationale,
        safeguarding_done=safeguarding_done,
        safeguarding_done_at=safeguarding_done_at,
        policy_id=policy.id,
        screened_at=at,
        screened_by_id=by.id,
    )
    _open_tracks(contact, tracks, known_before or {}, policy, at)
    stop_clock(about_id=contact.id, kind=ClockKind.SCREENING, at=at)
    _leave_tasks(contact, tidy_later(picture), at)
    record(
        by=by,
        action="contact.screened",
        at=at,
        hub_id=contact.hub_id,
        subject_kind="contact",
        subject_id=contact.id,
        subject_label=contact.reference,
        details={"rating": rating, "can_decide_now": can_decide_now, "policy": policy.version},
    )
    return screening


def picture_for_screening(
    by: Viewer,
    contact: Contact,
    policy: PolicyInForce,
    *,
    rating: str,
    gate_reason: str,
    rationale: str,
    tracks: Mapping[UUID, Sequence[Track]],
) -> ScreeningPicture:
    """Gather what the rule of screening asks about."""
    document = policy.document
    subjects = list(Subject.objects.filter(contact=contact, is_concern=True))
    unanswered = open_suggestions_for(by, [each.person_id for each in subjects])
    return ScreeningPicture(
        may_screen=by.may(Power.SCREEN, contact.hub_id),
        is_open=ContactState(contact.state).is_open,
        rating_is_urgent=rating in document.gate.never_wait,
        rating_is_known=rating in {each.code for each in document.ratings},
        gate_reason=gate_reason,
        rationale=rationale,
        tracks=tracks,
        subjects_of_concern=len(subjects),
        suggestions_unanswered=sum(1 for each in unanswered.values() if each),
        adult_tests_missing=_adult_tests_missing(subjects, tracks),
    )


def _adult_tests_missing(
    subjects: Sequence[Subject], tracks: Mapping[UUID, Sequence[Track]]
) -> int:
    adults = [s.id for s in subjects if any(track.is_adult for track in tracks.get(s.id, ()))]
    tested = AdultTest.objects.filter(subject_id__in=adults).values("subject_id").distinct()
    return len(adults) - tested.count()


def _open_tracks(
    contact: Contact,
    tracks: Mapping[UUID, Sequence[Track]],
    known_before: Mapping[UUID, str],
    policy: PolicyInForce,
    at: datetime,
) -> None:
    ours = set(Subject.objects.filter(contact=contact).values_list("id", flat=True))
    if not set(tracks) <= ours:
        raise NotHere
    SubjectTrack.objects.bulk_create(
        [
            SubjectTrack(hub_id=contact.hub_id, subject_id=subject, track=each.value, opened_at=at)
            for subject, opened in tracks.items()
            for each in opened
        ],
        ignore_conflicts=True,
    )
    for subject_id, known in known_before.items():
        Subject.objects.filter(id=subject_id, contact=contact).update(known_before=known)
    for track in {each for opened in tracks.values() for each in opened}:
        _start_track_clock(contact, track, policy)


TRACK_CLOCKS = {Track.ADULT_WAL: ClockKind.S126, Track.CHILD_WAL: ClockKind.CHILD_WAL}


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
