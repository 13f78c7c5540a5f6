"""What somebody has written so far of a decision: opened by its writer and by nobody else."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from openmash.accounts.services import keyring
from openmash.cases.selectors import cases_visible_to
from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer
from openmash.decisions.models import DecisionDraft

if TYPE_CHECKING:
    from openmash.cases.models import Case

Answers = dict[str, list[str]]
PARTS = ("id", "sealed", "saved_at")


@dataclass(frozen=True)
class DraftLeft:
    """A decision as its writer left it."""

    answers: Answers
    saved_at: datetime


def draft_row(draft_id: UUID) -> str:
    """Return the row name a draft's answers are sealed for."""
    return f"decisions.draft:{draft_id}"


def draft_of(viewer: Viewer, case: "Case") -> DraftLeft | None:
    """Return what this viewer has written of a decision on a case whose gate they have passed."""
    found = _own(viewer).filter(case=case).first()
    return _left(found.id, bytes(found.sealed), found.saved_at) if found else None


def case_to_decide(viewer: Viewer, reference: str) -> "tuple[Case, DraftLeft | None]":
    """Return a case the viewer may open, with what they have written of its decision; one query."""
    own = _own(viewer).filter(case_id=OuterRef("pk"))
    case = (
        cases_visible_to(viewer)
        .filter(reference=reference)
        .annotate(**{f"draft_{each}": Subquery(own.values(each)[:1]) for each in PARTS})
        .first()
    )
    if case is None:
        raise NotHere
    draft_id, sealed, saved_at = (vars(case)[f"draft_{each}"] for each in PARTS)
    return case, _left(draft_id, sealed, saved_at) if draft_id else None


def _own(viewer: Viewer) -> QuerySet[DecisionDraft]:
    if viewer.id is None:
        return DecisionDraft.objects.none()
    return DecisionDraft.objects.filter(practitioner_id=viewer.id)


def _left(draft_id: UUID, sealed: bytes, saved_at: datetime) -> DraftLeft:
    answers: Answers = json.loads(keyring().unseal(bytes(sealed), row=draft_row(draft_id)))
    return DraftLeft(answers, saved_at)
