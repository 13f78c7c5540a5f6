"""A contact is locked with the case it is worked in (A8.8)."""

from collections.abc import Sequence
from uuid import UUID

from openmash.intake.models import Contact


def lock_contacts(*, contact_ids: Sequence[UUID], named: Sequence[UUID]) -> None:
    """Show these contacts to the practitioners named alone, or to the hub again if none is.

    Part of restricting a case, whose own footprint says who did it and why. Whoever sent one
    still sees that they did.
    """
    Contact.objects.filter(id__in=contact_ids).update(restricted=bool(named), audience=list(named))
