"""The running record: what was tried, said, agreed and directed (A5.14)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from openmash.accounts.terms import Power
from openmash.cases.models import Case, Conversation
from openmash.cases.rules import Talk, obstacles_to_record
from openmash.cases.selectors import case_by_id, concern_people_of
from openmash.cases.services.footprints import leave_footprint
from openmash.cases.terms import ConversationKind, How
from openmash.core.handling import HandlingCode, Nature
from openmash.core.refusals import NotHere, RecordHasMoved, Refusal
from openmash.core.viewers import Viewer
from openmash.governance.selectors import in_sight


class CannotRecord(Refusal):
    """This cannot go on the running record as it stands."""


@transaction.atomic
def record_conversation(
    *,
    by: Viewer,
    case_id: UUID,
    kind: ConversationKind,
    said: str,
    happened_at: datetime,
    at: datetime,
    with_whom: str = "",
    how: How | None = None,
    was_reached: bool | None = None,
    agreed: str = "",
    nature: Nature = Nature.FACT,
    code: HandlingCode = HandlingCode.H2,
    corrects_id: UUID | None = None,
) -> Conversation:
    """Enter a conversation, an attempt, a note or a signed direction (A5.14).

    A correction is a new entry that stands in place of the old one; both stay to be read.
    """
    case = case_by_id(by, case_id)
    talk = Talk(
        kind=kind,
        with_whom=with_whom,
        how=how,
        was_reached=was_reached,
        happened_at=happened_at,
        said=said,
        code=code,
        may_keep_record=by.may(Power.KEEP_RECORD, case.hub_id),
        may_direct=by.may(Power.DIRECT, case.hub_id),
    )
    if found := obstacles_to_record(talk, at=at):
        raise CannotRecord(*found)
    _check_correctable(by, case, corrects_id, at)
    entry = Conversation.objects.create(
        hub_id=case.hub_id,
        case=case,
        kind=kind.value,
        with_whom=with_whom,
        how=how.value if how else "",
        was_reached=_was_reached(kind, was_reached),
        happened_at=happened_at,
        said=said,
        agreed=agreed,
        nature=nature.value,
        code=code.value,
        audience=[by.id] if by.id else [],  # whoever wrote an H3 note may read it again
        restricted=case.restricted,
        recorded_at=at,
        recorded_by_id=by.id,
        corrects_id=corrects_id,
    )
    leave_footprint(
        by=by,
        case=case,
        action="case.recorded",
        at=at,
        persons=concern_people_of(case.id),
        details={"entry": str(entry.id), "kind": kind.value, "corrects": bool(corrects_id)},
    )
    return entry


def _was_reached(kind: ConversationKind, told: bool | None) -> bool | None:
    """A conversation was with somebody reached, an attempt was not, a note says neither."""
    if not kind.is_with_somebody:
        return None
    return kind is ConversationKind.CONVERSATION if told is None else told


def _check_correctable(by: Viewer, case: Case, corrects_id: UUID | None, at: datetime) -> None:
    if corrects_id is None:
        return
    seen = Conversation.objects.filter(in_sight(by, case.hub_id, at), case=case, id=corrects_id)
    if not seen.exists():
        raise NotHere
    if Conversation.objects.filter(corrects_id=corrects_id).exists():
        raise RecordHasMoved("Somebody has already corrected this entry. Reload and read it.")
