"""A file of notifications is imported whole: each is a contact, known already, or a task (A1.3)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from openmash.accounts.services import keyring
from openmash.accounts.terms import Power
from openmash.audit.services import record
from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer
from openmash.governance.selectors import policy_for
from openmash.intake.models import Contact, ImportBatch
from openmash.intake.rules.importing import ImportReport, RefusedReport, Tally, hub_for
from openmash.intake.rules.reading import read_file
from openmash.intake.rules.told import ToldContact
from openmash.intake.rules.units import FileReading, canonical_rows
from openmash.intake.services.keeping import Sent
from openmash.intake.services.receiving import (
    content_hash_of,
    receive_contacts,
    wait_for_others_with,
)
from openmash.intake.services.refusing import keep_refused, refused_before
from openmash.intake.terms import FileSource

AT_ONCE = 40


@dataclass(frozen=True)
class FileSent:
    """A file as somebody handed it over."""

    source: FileSource
    filename: str
    content: bytes


@transaction.atomic
def import_contacts(
    *,
    by: Viewer,
    hub_id: UUID,
    source: FileSource,
    filename: str,
    content: bytes,
    at: datetime,
    dry_run: bool = False,
    also: Sequence[UUID] = (),
) -> ImportReport:
    """Import a file and report every row of it; `also` are other hubs of the same preset.

    All of it or none of it is kept. The same file again adds nothing: a notification is known by
    its sender's reference. An unreadable file raises `UnusableFile`.
    """
    hubs = (hub_id, *also)
    if not all(by.may(Power.IMPORT_CONTACTS, each) for each in hubs):
        raise NotHere
    reading = read_file(content, filename, source)
    sent = FileSent(source, filename, content)
    tracks_of = {each: policy_for(by, each, at).document.tracks for each in hubs}
    routed = [(hub_for(told, first=hub_id, tracks_of=tracks_of), told) for told in reading.contacts]
    if dry_run:
        return _report(sent, _foreseen(hub_id, routed, reading), reading, None)
    batch = _begin(by, hub_id, sent, at)
    tally = _load(by, routed, reading, batch, at)
    _finish(by, batch, tally, at)
    return _report(sent, tally, reading, batch.id)


def _load(
    by: Viewer,
    routed: Sequence[tuple[UUID, ToldContact]],
    reading: FileReading,
    batch: ImportBatch,
    at: datetime,
) -> Tally:
    tally = Tally()
    wait_for_others_with(routed)
    known = _kept_already(routed)
    fresh: dict[UUID, list[Sent]] = defaultdict(list)
    for hub_id, told in routed:
        earlier, content_hash = known.get(_name(hub_id, told)), content_hash_of(told)
        if earlier and earlier.content_hash == content_hash:
            tally.same += 1
            continue
        original = canonical_rows(told.raw)
        fresh[hub_id].append(Sent(told, original, "application/jsonl", content_hash, earlier))
        tally.count_new(told, replaces=earlier is not None)
    for hub_id, sent in fresh.items():
        for begin in range(0, len(sent), AT_ONCE):
            some = sent[begin : begin + AT_ONCE]
            receive_contacts(by=by, hub_id=hub_id, sent=some, at=at)
    for unit in reading.refused:
        tally.refused.append(keep_refused(by=by, batch=batch, unit=unit, at=at))
    return tally


def _foreseen(
    hub_id: UUID, routed: Sequence[tuple[UUID, ToldContact]], reading: FileReading
) -> Tally:
    """Count what an import would do, and write nothing."""
    tally = Tally()
    known = _kept_already(routed)
    for each_hub, told in routed:
        earlier = known.get(_name(each_hub, told))
        if earlier and earlier.content_hash == content_hash_of(told):
            tally.same += 1
        else:
            tally.count_new(told, replaces=earlier is not None)
    before = refused_before(hub_id, reading.refused)
    tally.refused = [
        RefusedReport(
            unit.position, unit.sender_reference or "", unit.problems, seen_before=unit in before
        )
        for unit in reading.refused
    ]
    return tally


Name = tuple[UUID, str, str]


def _kept_already(routed: Iterable[tuple[UUID, ToldContact]]) -> dict[Name, Contact]:
    """Return the newest version kept of each of these notifications, in one query."""
    names = {_name(hub_id, told) for hub_id, told in routed}
    rows = Contact.objects.filter(
        hub_id__in={hub for hub, _, _ in names},
        source__in={source for _, source, _ in names},
        sender_reference__in={reference for _, _, reference in names},
    )
    found = rows.only("hub_id", "source", "sender_reference", "content_hash", "state", "version")
    return {(e.hub_id, e.source, e.sender_reference): e for e in found.order_by("version")}


def _name(hub_id: UUID, told: ToldContact) -> Name:
    return hub_id, told.referrer.source_code.value, told.sender_reference


def _begin(by: Viewer, hub_id: UUID, sent: FileSent, at: datetime) -> ImportBatch:
    return ImportBatch.objects.create(
        hub_id=hub_id,
        source=sent.source.value,
        filename=sent.filename[:200],
        keyed_hash=keyring().keyed_hash(sent.content),
        imported_at=at,
        imported_by_name=by.name,
        contacts_new=0,
        contacts_changed=0,
        contacts_same=0,
        subjects_new=0,
        rows_refused=0,
    )


def _finish(by: Viewer, batch: ImportBatch, tally: Tally, at: datetime) -> None:
    batch.contacts_new, batch.contacts_changed = tally.new, tally.changed
    batch.contacts_same = tally.same
    batch.subjects_new = tally.children + tally.adults
    batch.rows_refused = len(tally.refused)
    batch.save()
    record(
        by=by,
        action="contacts.imported",
        at=at,
        hub_id=batch.hub_id,
        subject_kind="import_batch",
        subject_id=batch.id,
        details={
            "source": batch.source,
            "new": tally.new,
            "changed": tally.changed,
            "same": tally.same,
            "refused": len(tally.refused),
        },
    )


def _report(
    sent: FileSent, tally: Tally, reading: FileReading, batch_id: UUID | None
) -> ImportReport:
    return ImportReport(
        source=sent.source,
        filename=sent.filename,
        is_dry_run=batch_id is None,
        contacts_new=tally.new,
        contacts_changed=tally.changed,
        contacts_same=tally.same,
        children_new=tally.children,
        adults_new=tally.adults,
        refused=tuple(tally.refused),
        notes=reading.notes,
        batch_id=batch_id,
    )
