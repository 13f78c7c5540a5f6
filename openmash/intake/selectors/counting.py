"""The two counts: contacts, which are events, and subjects, who are children and adults (A4.4)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from openmash.core.viewers import Viewer
from openmash.intake.models import Contact
from openmash.intake.selectors.contacts import contacts_visible_to
from openmash.intake.terms import ContactState, Part

NEVER_COUNTED = (ContactState.DUPLICATE.value, ContactState.CANCELLED_IN_ERROR.value)


@dataclass(frozen=True)
class Counts:
    """How many arrived, in both units; a report says which it uses."""

    contacts: int
    children: int
    adults: int

    @property
    def subjects(self) -> int:
        return self.children + self.adults


def counts(viewer: Viewer, hub_id: UUID, *, since: datetime, until: datetime) -> Counts:
    """Count what reached a hub from `since` until `until`, by contact and by subject.

    A contact replaced by a newer version, entered in error or found to be a duplicate is not
    counted; a family of five siblings is one contact and five subjects.
    """
    rows = counted(contacts_visible_to(viewer)).filter(
        hub_id=hub_id, received_at__gte=since, received_at__lt=until
    )
    found = rows.aggregate(
        contacts=Count("id", distinct=True),
        children=Count("subjects", Q(subjects__part=Part.CHILD_OF_CONCERN.value), distinct=True),
        adults=Count("subjects", Q(subjects__part=Part.ADULT_OF_CONCERN.value), distinct=True),
    )
    return Counts(**found)


def counted(rows: QuerySet[Contact]) -> QuerySet[Contact]:
    """Leave out what is no contact of its own."""
    return rows.filter(replaced_by=None).exclude(state__in=NEVER_COUNTED)
