"""Files imported, and the rows of them that wait to be mended (A1.3)."""

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from openmash.accounts.services import keyring
from openmash.accounts.terms import Power
from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer
from openmash.intake.models import ImportBatch, RefusedRow
from openmash.intake.rules.units import Problem, RawRow
from openmash.intake.terms import FileSource


@dataclass(frozen=True)
class RefusedShown:
    """The rows of one notification that could not be loaded, as sent, with every problem."""

    id: UUID
    batch_id: UUID
    source: FileSource
    filename: str
    position: str
    sender_reference: str
    rows: tuple[RawRow, ...]
    problems: tuple[Problem, ...]
    refused_at: datetime
    is_open: bool


def batches_of(viewer: Viewer, hub_id: UUID) -> QuerySet[ImportBatch]:
    """Return the files a hub has imported, the latest first, to those who import."""
    hubs = viewer.hubs_where(Power.IMPORT_CONTACTS)
    rows = ImportBatch.objects.filter(hub_id=hub_id, hub_id__in=hubs)
    return rows.order_by("-imported_at", "id")


@dataclass(frozen=True)
class BatchShown:
    """One file imported, and each notification of it that was refused then, as it stands now."""

    batch: ImportBatch
    refused: tuple[RefusedRow, ...]


def batch_for(viewer: Viewer, batch_id: UUID) -> BatchShown:
    """Return one imported file to somebody who imports; or raise NotHere. Two queries."""
    hubs = viewer.hubs_where(Power.IMPORT_CONTACTS)
    batch = ImportBatch.objects.filter(id=batch_id, hub_id__in=hubs).first()
    if batch is None:
        raise NotHere
    rows = _refused(viewer).filter(batch=batch).select_related("mended_as")
    return BatchShown(batch, tuple(rows.order_by("position", "id")))


def refused_rows_open(viewer: Viewer, hub_id: UUID) -> QuerySet[RefusedRow]:
    """Return the refused rows that wait to be mended or set aside, the oldest first."""
    rows = _refused(viewer).filter(Q(hub_id=hub_id), closed_at=None)
    return rows.select_related("batch").order_by("batch__imported_at", "position", "id")


def refused_row_for(viewer: Viewer, row_id: UUID) -> RefusedShown:
    """Return one refused unit, unsealed, to somebody who may mend it; or raise NotHere."""
    found = _refused(viewer).filter(id=row_id).select_related("batch").first()
    if found is None:
        raise NotHere
    return refused_shown(found)


def refused_shown(row: RefusedRow) -> RefusedShown:
    """Return a stored refused row with its cells unsealed."""
    sent = json.loads(keyring().unseal(bytes(row.sealed), row=refused_row(row.id)))
    return RefusedShown(
        id=row.id,
        batch_id=row.batch_id,
        source=FileSource(row.batch.source),
        filename=row.batch.filename,
        position=row.position,
        sender_reference=row.sender_reference,
        rows=tuple(sent),
        problems=tuple(Problem(each["field"], each["words"]) for each in row.problems),
        refused_at=row.batch.imported_at,
        is_open=row.closed_at is None,
    )


def refused_row(row_id: UUID) -> str:
    """Return the row name a refused unit is sealed for."""
    return f"intake.refused_row:{row_id}"


def _refused(viewer: Viewer) -> QuerySet[RefusedRow]:
    return RefusedRow.objects.filter(hub_id__in=viewer.hubs_where(Power.IMPORT_CONTACTS))
