"""Questions to the sender, asked beside screening, and their answers (A2.2)."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from django.db.models import Q

from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer
from openmash.intake.models import Clarification
from openmash.intake.selectors.contacts import contacts_visible_to, referrals_of


def questions_open_for(contact_ids: Sequence[UUID]) -> dict[UUID, list[Clarification]]:
    """Return the questions to the referrer that still wait for an answer, oldest first."""
    found: dict[UUID, list[Clarification]] = defaultdict(list)
    rows = Clarification.objects.filter(contact_id__in=contact_ids, answered_at=None)
    for each in rows.order_by("asked_at"):
        found[each.contact_id].append(each)
    return dict(found)


def questions_of(contact_id: UUID) -> list[Clarification]:
    """Return every question put to the sender and its answer, newest first."""
    rows = Clarification.objects.filter(contact_id=contact_id).select_related("asked_by")
    return list(rows.order_by("-asked_at"))


def question_for(viewer: Viewer, question_id: UUID) -> Clarification:
    """Return one question to the sender or to the hub that asked it; or raise NotHere."""
    theirs = Q(contact__in=referrals_of(viewer)) | Q(contact__in=contacts_visible_to(viewer))
    rows = Clarification.objects.select_related("contact", "asked_by")
    found = rows.filter(theirs, id=question_id).first()
    if found is None:
        raise NotHere
    return found
