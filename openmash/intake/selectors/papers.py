"""What came with a contact: names and sizes, never the bytes (trust 5)."""

from openmash.accounts.terms import Power
from openmash.core.viewers import Viewer
from openmash.intake.models import Attachment, Contact, Original


def papers_of(viewer: Viewer, contact: Contact) -> list[Attachment]:
    """Return the papers on a contact the viewer has opened."""
    if not viewer.may(Power.SEE_CASES, contact.hub_id):
        return []
    rows = Attachment.objects.filter(contact=contact).defer("sealed")
    return list(rows.order_by("kept_at"))


def originals_of(viewer: Viewer, contact: Contact) -> list[Original]:
    """Return what a contact the viewer has opened was made from."""
    if not viewer.may(Power.SEE_CASES, contact.hub_id):
        return []
    rows = Original.objects.filter(contact=contact).defer("sealed")
    return list(rows.order_by("kept_at"))
