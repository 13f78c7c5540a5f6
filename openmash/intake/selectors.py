"""The only way into contacts."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from django.db.models import Q, QuerySet

from openmash.accounts.terms import Power
from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer, ViewerKind
from openmash.governance.terms import Track
from openmash.intake.models import Contact, Screening, Subject, SubjectTrack
from openmash.intake.terms import ContactState

OPEN_STATES = [each.value for each in ContactState if each.is_open]


def contacts_visible_to(viewer: Viewer) -> QuerySet[Contact]:
    """Return the contacts a hub's own workers may open. Hidden and absent look the same."""
    seen = Q(hub_id__in=viewer.hubs_where(Power.SEE_CASES))
    if viewer.kind is ViewerKind.JOB:
        return Contact.objects.filter(seen)
    named = Q(audience__contains=[viewer.id]) if viewer.id else Q(pk__in=[])
    return Contact.objects.filter(seen, Q(restricted=False) | named)


def referrals_of(viewer: Viewer) -> QuerySet[Contact]:
    """Return what this viewer sent, newest first; and, for a lead, what their agency sent.

    Never another referrer's, whoever it is about (2.2, A13.4).
    """
    if viewer.id is None:
        return Contact.objects.none()
    own = Q(referrer_id=viewer.id)
    led = Q(referring_agency_id__in=viewer.agencies_where(Power.SEE_AGENCY_REFERRALS))
    return Contact.objects.filter(own | led, hub_id__in=viewer.hub_ids).order_by("-received_at")


def contact_for(viewer: Viewer, reference: str) -> Contact:
    """Return one contact by its reference, or raise NotHere."""
    found = contacts_visible_to(viewer).filter(reference=reference).first()
    if found is None:
        raise NotHere
    return found


def triage_queue(viewer: Viewer, hub_id: UUID) -> QuerySet[Contact]:
    """Return what waits to be screened in a hub: danger first, then oldest first."""
    return (
        contacts_visible_to(viewer)
        .filter(hub_id=hub_id, state__in=OPEN_STATES, screenings=None, replaced_by=None)
        .order_by("-immediate_danger", "received_at")
    )


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
