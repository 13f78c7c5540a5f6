"""Forms somebody has begun: kept sealed, opened only by whoever began them (A2.3)."""

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from openmash.accounts.services import keyring
from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer
from openmash.intake.models import Attachment, Draft
from openmash.intake.rules.coming_back import may_come_back
from openmash.intake.terms import FormKind

Answers = dict[str, list[str]]


@dataclass(frozen=True)
class DraftShown:
    """A form as it was left, with what was typed; or the reference of what it became."""

    id: UUID
    form: FormKind
    answers: Answers
    sent_as: str


def drafts_of(viewer: Viewer) -> QuerySet[Draft]:
    """Return the forms this practitioner has begun and not sent, the latest first."""
    if viewer.id is None:
        return Draft.objects.none()
    return Draft.objects.filter(
        practitioner_id=viewer.id, hub_id__in=viewer.hub_ids, sent_as=None
    ).order_by("-saved_at")


def draft_for(viewer: Viewer, draft_id: UUID, *, code: str = "") -> Draft:
    """Return a draft to whoever began it: by their sign-in, or by the code they were given."""
    rows = Draft.objects.filter(id=draft_id, hub_id__in=viewer.hub_ids)
    found = rows.filter(**whose(viewer, code)).first()
    if found is None:
        raise NotHere
    return found


def draft_by_code(viewer: Viewer, code: str, at: datetime) -> Draft:
    """Return the draft a code opens, sent or not, for as long as it does; or raise NotHere."""
    if viewer.id is not None or not code:
        raise NotHere
    rows = Draft.objects.filter(hub_id__in=viewer.hub_ids, **whose(viewer, code))
    found = rows.select_related("sent_as").first()
    if found is None or not may_come_back(found.saved_at, at):
        raise NotHere
    return found


def whose(viewer: Viewer, code: str) -> dict[str, object]:
    """Return what tells this viewer's draft from everybody else's."""
    if viewer.id is not None:
        return {"practitioner_id": viewer.id}
    return {"practitioner_id": None, "resume_hash": resume_hash(code)}


def resume_hash(code: str) -> str:
    """Return the keyed hash a resume code is known by; spacing, hyphens and case do not count."""
    plain = "".join(each for each in code.upper() if each.isalnum())
    return keyring().keyed_hash(f"resume:{plain}".encode())


def draft_row(draft_id: UUID) -> str:
    """Return the row name a draft's answers are sealed for."""
    return f"intake.draft:{draft_id}"


def opened(draft: Draft) -> DraftShown:
    """Return a draft with its answers unsealed."""
    told = keyring().unseal(bytes(draft.sealed), row=draft_row(draft.id))
    answers: Answers = json.loads(told)
    sent_as = draft.sent_as.reference if draft.sent_as else ""
    return DraftShown(draft.id, FormKind(draft.form), answers, sent_as)


def papers_on(viewer: Viewer, draft_id: UUID) -> list[Attachment]:
    """Return the papers on a form this practitioner has begun: names and sizes, never the bytes."""
    rows = Attachment.objects.filter(draft_id=draft_id, draft__in=drafts_of(viewer)).defer("sealed")
    return list(rows.order_by("kept_at"))
