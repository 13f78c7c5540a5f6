"""What is written of a decision is kept on the server as it is typed, sealed (trust 5).

A quiet session ends, a browser closes: nothing typed is lost, and nothing is left on the device.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django.db import transaction

from openmash.accounts.services import keyring
from openmash.audit.services import record
from openmash.cases.selectors import case_by_id
from openmash.core.refusals import NotHere, Refusal
from openmash.core.viewers import Viewer
from openmash.decisions.models import DecisionDraft
from openmash.decisions.selectors import decision_of, draft_row, may_decide_on
from openmash.governance.selectors import policy_for

if TYPE_CHECKING:
    from openmash.cases.models import Case

LARGEST = 1024 * 1024
TOO_LARGE = "This is longer than can be kept. Shorten it, or put the longest part on the record."


class CannotKeepDraft(Refusal):
    """What is written cannot be kept as it is."""


@transaction.atomic
def keep_decision_draft(
    *, by: Viewer, case_id: UUID, answers: Mapping[str, Sequence[str]], at: datetime
) -> None:
    """Keep what this decider has written so far; it decides nothing and moves nothing.

    What arrives after they have decided is what the page sent while they pressed, and is dropped.
    """
    case = case_by_id(by, case_id)
    if not may_decide_on(by, case, policy_for(by, case.hub_id, at)):
        raise NotHere
    standing = decision_of(case.id)
    if standing is not None and standing.decided_by_id == by.practitioner_id:
        return
    written = json.dumps({name: list(values) for name, values in answers.items()}).encode()
    if len(written) > LARGEST:
        raise CannotKeepDraft(TOO_LARGE)
    draft = _hold(by, case, at)
    draft.sealed = keyring().seal(written, row=draft_row(draft.id))
    draft.saved_at = at
    draft.save(update_fields=["sealed", "saved_at"])


def _hold(by: Viewer, case: "Case", at: datetime) -> DecisionDraft:
    """Return this decider's draft, begun now if it was not before; two tabs begin one."""
    draft_id = uuid4()
    empty = {
        "id": draft_id,
        "hub_id": case.hub_id,
        "sealed": keyring().seal(b"{}", row=draft_row(draft_id)),
        "started_at": at,
        "saved_at": at,
    }
    draft, is_new = DecisionDraft.objects.get_or_create(
        case=case, practitioner_id=by.practitioner_id, defaults=empty
    )
    if is_new:
        _record(by, "decision.draft_begun", case, at)
    return draft


@transaction.atomic
def discard_decision_draft(*, by: Viewer, case_id: UUID, at: datetime) -> None:
    """Throw away what one has written oneself, to begin afresh."""
    case = case_by_id(by, case_id)
    if forget_draft(by=by, case_id=case.id):
        _record(by, "decision.draft_discarded", case, at)


def forget_draft(*, by: Viewer, case_id: UUID) -> bool:
    """Let go of a decider's draft, part of the act that makes it good; say if there was one."""
    own = DecisionDraft.objects.filter(case_id=case_id, practitioner_id=by.practitioner_id)
    gone, _each = own.delete()
    return bool(gone)


def forget_drafts_of(case_id: UUID) -> None:
    """Let go of everybody's drafts on a case, part of closing it: they are nobody's record."""
    DecisionDraft.objects.filter(case_id=case_id).delete()


def _record(by: Viewer, action: str, case: "Case", at: datetime) -> None:
    record(
        by=by,
        action=action,
        at=at,
        hub_id=case.hub_id,
        subject_kind="case",
        subject_id=case.id,
        subject_label=case.reference,
        case_id=case.id,
    )
