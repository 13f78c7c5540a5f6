"""The only way into contacts."""

from uuid import UUID

from django.db.models import Q, QuerySet

from openmash.accounts.terms import Power
from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer, ViewerKind
from openmash.intake.models import Contact
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


def referral_for(viewer: Viewer, reference: str) -> Contact:
    """Return one of the viewer's own referrals by its reference, or raise NotHere."""
    found = referrals_of(viewer).filter(reference=reference).first()
    if found is None:
        raise NotHere
    return found


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
