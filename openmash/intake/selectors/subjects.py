"""Whom contacts tell about, which tracks were opened for them, and what is known of adults."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from openmash.governance.terms import Track
from openmash.intake.models import AdultTest, Screening, Subject, SubjectTrack


def subjects_of(contact_ids: Sequence[UUID]) -> dict[UUID, list[Subject]]:
    """Return the people each contact tells about, those of concern first, in the order told."""
    found: dict[UUID, list[Subject]] = defaultdict(list)
    rows = Subject.objects.filter(contact_id__in=contact_ids).order_by("-is_concern", "position")
    for each in rows:
        found[each.contact_id].append(each)
    return found


def latest_screening(contact_id: UUID) -> Screening | None:
    """Return the screening that stands, or None."""
    return Screening.objects.filter(contact_id=contact_id).order_by("-screened_at").first()


def tracks_opened(contact_ids: Sequence[UUID]) -> list[tuple[UUID, Track]]:
    """Return each person and track these contacts opened, in the order told, once each."""
    rows = (
        SubjectTrack.objects.filter(subject__contact_id__in=contact_ids)
        .order_by("subject__contact__received_at", "subject__position", "track")
        .values_list("subject__person_id", "track")
    )
    return list(dict.fromkeys((person, Track(track)) for person, track in rows))


def adult_tests_missing(contact_ids: Sequence[UUID]) -> int:
    """Return how many adults on an adult track have not had their three questions (A5.9)."""
    adult = [each.value for each in Track if each.is_adult]
    return (
        Subject.objects.filter(
            contact_id__in=contact_ids, tracks__track__in=adult, adult_tests=None
        )
        .distinct()
        .count()
    )


def latest_adult_tests(contact_ids: Sequence[UUID]) -> dict[UUID, AdultTest]:
    """Return the answers that stand for each adult, by subject; earlier ones are kept (A15)."""
    rows = AdultTest.objects.filter(subject__contact_id__in=contact_ids).order_by("answered_at")
    return {each.subject_id: each for each in rows}
