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
from openmash.chronology.selectors import entries_visible_to
from openmash.chronology.services import add_entry
from openmash.chronology.terms import EntryKind, HappenedPrecision
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
    if by.id is None:
        raise NotHere
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
        audience=[by.id],  # whoever wrote an H3 note may read it again
        restricted=case.restricted,
        recorded_at=at,
        recorded_by_id=by.id,
        corrects_id=corrects_id,
    )
    if kind.is_with_somebody:
        _tell_the_story(by, case, entry, kind)
    leave_footprint(
        by=by,
        case=case,
        action="case.recorded",
        at=at,
        persons=concern_people_of(case.id),
        details={"entry": str(entry.id), "kind": kind.value, "corrects": bool(corrects_id)},
    )
    return entry


def _tell_the_story(by: Viewer, case: Case, entry: Conversation, kind: ConversationKind) -> None:
    """Put a conversation, or a try at one, into the chronology of those it is about (A9.1).

    In a restricted case those on its list are the people named on its entries.
    """
    add_entry(
        hub_id=case.hub_id,
        kind=EntryKind.CONVERSATION,
        words=f"{kind.label}: {entry.with_whom}. {entry.said}",
        at=entry.recorded_at,
        known_at=entry.recorded_at,
        persons=dict.fromkeys(concern_people_of(case.id), ""),
        source=("conversation", entry.id, case.reference),
        happened_from=entry.happened_at,
        happened_precision=HappenedPrecision.MINUTE,
        code=entry.code,
        audience=case.audience if case.restricted else entry.audience,
        nature=entry.nature,
        case_id=case.id,
        restricted=case.restricted,
        corrects_id=_entry_of(by, entry.corrects_id, entry.recorded_at),
    )


def _entry_of(by: Viewer, conversation_id: UUID | None, at: datetime) -> UUID | None:
    """Return the entry of the chronology a conversation became, or None if it became none."""
    if conversation_id is None:
        return None
    found = entries_visible_to(by, at=at).filter(sources__source_id=conversation_id)
    return found.values_list("id", flat=True).first()


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
