"""Rows that could not be loaded: kept sealed, timed, mended in place, or set aside (A1.3)."""

import json
from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from openmash.accounts.services import keyring
from openmash.accounts.terms import Power
from openmash.audit.services import record
from openmash.core.refusals import NotHere, Refusal
from openmash.core.viewers import Viewer
from openmash.governance.selectors import policy_for
from openmash.governance.services import raise_task, settle_task, start_clock, stop_clock
from openmash.governance.terms import ClockKind
from openmash.intake.models import Contact, ImportBatch, RefusedRow
from openmash.intake.rules.importing import RefusedReport
from openmash.intake.rules.reading import mend
from openmash.intake.rules.told import ToldContact
from openmash.intake.rules.units import Problem, RawRow, RefusedUnit, canonical_rows
from openmash.intake.selectors.imports import refused_row
from openmash.intake.services.receiving import receive_contact
from openmash.intake.terms import FileSource

MEND = "refused_row"


class CannotSetAside(Refusal):
    """A refused row is set aside only with a reason."""


def keep_refused(
    *, by: Viewer, batch: ImportBatch, unit: RefusedUnit, at: datetime
) -> RefusedReport:
    """Keep a notification that cannot be loaded, as a task with a clock, once (A1.3)."""
    keyed_hash = keyring().keyed_hash(unit.canonical())
    same = RefusedRow.objects.filter(hub_id=batch.hub_id, keyed_hash=keyed_hash)
    seen_before = same.exists()
    if not seen_before:
        _keep(by, batch, unit, keyed_hash, at)
    reference = unit.sender_reference or ""
    return RefusedReport(unit.position, reference, unit.problems, seen_before)


def refused_before(hub_id: UUID, units: Collection[RefusedUnit]) -> list[RefusedUnit]:
    """Return those of these units that were refused and kept by an earlier import."""
    hashes = {keyring().keyed_hash(each.canonical()): each for each in units}
    rows = RefusedRow.objects.filter(hub_id=hub_id, keyed_hash__in=hashes)
    return [hashes[each] for each in rows.values_list("keyed_hash", flat=True)]


@transaction.atomic
def mend_row(*, by: Viewer, row_id: UUID, rows: Sequence[RawRow], at: datetime) -> RefusedRow:
    """Read a refused notification again as it was mended; it becomes a contact, or waits on.

    What was typed is kept either way. `mended_as` says whether it is a contact now; the clock of
    receipt runs from when the sender says it was sent, however long the mending took (A1.2).
    """
    row = _held(by, row_id)
    told = mend(rows, FileSource(row.batch.source))
    if isinstance(told, ToldContact):
        return _load(by, row, told, at)
    row.sealed = _sealed(row.id, rows)
    row.problems = _plain(told)
    row.save(update_fields=["sealed", "problems"])
    return row


@transaction.atomic
def set_row_aside(*, by: Viewer, row_id: UUID, because: str, at: datetime) -> RefusedRow:
    """Set a refused notification aside, saying why; its rows stay as they are."""
    if not because.strip():
        raise CannotSetAside("Say why this will not be loaded. Your reason is kept.")
    row = _held(by, row_id)
    row.set_aside_because = because.strip()
    _close(by, row, "refused_row.set_aside", at, answer=because.strip())
    return row


def _keep(by: Viewer, batch: ImportBatch, unit: RefusedUnit, keyed_hash: str, at: datetime) -> None:
    row = RefusedRow(
        hub_id=batch.hub_id,
        batch=batch,
        position=unit.position[:120],
        sender_reference=(unit.sender_reference or "")[:80],
        keyed_hash=keyed_hash,
        problems=_plain(unit.problems),
    )
    row.sealed = _sealed(row.id, unit.raw)
    row.save(force_insert=True)
    clock = start_clock(
        policy=policy_for(by, batch.hub_id, at),
        hub_id=batch.hub_id,
        kind=ClockKind.REFUSED_ROW,
        about_kind="refused_row",
        about_id=row.id,
        started_at=at,
    )
    raise_task(
        hub_id=batch.hub_id,
        kind=MEND,
        about_kind="refused_row",
        about_id=row.id,
        words=f"Mend {unit.position} of {batch.filename}, or set it aside."[:300],
        needs_power=Power.IMPORT_CONTACTS,
        at=at,
        due=clock.due_at if clock else None,
    )


def _held(by: Viewer, row_id: UUID) -> RefusedRow:
    rows = RefusedRow.objects.select_for_update(of=("self",)).select_related("batch")
    hubs = by.hubs_where(Power.IMPORT_CONTACTS)
    row = rows.filter(id=row_id, hub_id__in=hubs, closed_at=None).first()
    if row is None:
        raise NotHere
    return row


def _load(by: Viewer, row: RefusedRow, told: ToldContact, at: datetime) -> RefusedRow:
    contact = receive_contact(
        by=by,
        hub_id=row.hub_id,
        told=told,
        original=canonical_rows(told.raw),
        media_type="application/jsonl",
        at=at,
    )
    row.mended_as = contact
    _close(by, row, "refused_row.mended", at, answer=contact.reference, contact=contact)
    return row


def _close(
    by: Viewer,
    row: RefusedRow,
    action: str,
    at: datetime,
    *,
    answer: str,
    contact: Contact | None = None,
) -> None:
    row.closed_at, row.closed_by_id = at, by.id
    row.save(update_fields=["mended_as", "set_aside_because", "closed_at", "closed_by"])
    stop_clock(about_id=row.id, kind=ClockKind.REFUSED_ROW, at=at)
    settle_task(about_id=row.id, kind=MEND, by=by, at=at, answer=answer)
    record(
        by=by,
        action=action,
        at=at,
        hub_id=row.hub_id,
        subject_kind="refused_row",
        subject_id=row.id,
        subject_label=contact.reference if contact else "",
    )


def _sealed(row_id: UUID, rows: Sequence[RawRow]) -> bytes:
    return keyring().seal(json.dumps(list(rows)).encode(), row=refused_row(row_id))


def _plain(problems: Sequence[Problem]) -> list[dict[str, str]]:
    return [{"field": each.field, "words": each.words} for each in problems]
