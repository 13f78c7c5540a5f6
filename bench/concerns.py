"""Concerns to send in: families of four as a sender tells of them, and a file of the police's."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from itertools import chain, count, islice
from pathlib import Path
from random import Random
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from bench.data_sets import PRESET
from openmash.accounts.selectors import hub_named, practitioner_called, viewer_of
from openmash.accounts.services import act_as, know_practitioner
from openmash.core.viewers import Viewer
from openmash.intake.rules.told import ToldContact
from openmash.intake.services import import_contacts, receive_contact
from openmash.intake.terms import FileSource
from openmash.simulation.rules.families import make_family
from openmash.simulation.rules.stories import stories, tell

PEOPLE = 4
SAMPLE = Path(__file__).parent.parent / "openmash/intake/tests/samples/police_vpa_batch.csv"
ENCODING = "cp1252"


@cache
def contact_officer() -> tuple[Viewer, UUID]:
    """Return who receives, and for which hub."""
    hub, found = hub_named(PRESET), practitioner_called("sam")
    if found is None:
        raise LookupError("Nobody signs in as sam.")
    with transaction.atomic():
        know_practitioner(found.id)
        return viewer_of(found, on=timezone.localdate()), hub.id


@transaction.atomic
def receive_one(chance: Random) -> None:
    """Receive a contact about four people nobody has told of before."""
    by, hub_id = contact_officer()
    at = timezone.now()
    act_as(by)
    told = family_of_four(chance, at)
    receive_contact(
        by=by,
        hub_id=hub_id,
        told=told,
        original=told.narrative.encode(),
        media_type="text/plain",
        at=at,
    )


@transaction.atomic
def import_one(content: bytes) -> int:
    """Import a file of the police's and return how many of its notifications are new."""
    by, hub_id = contact_officer()
    act_as(by)
    report = import_contacts(
        by=by,
        hub_id=hub_id,
        source=FileSource.POLICE,
        filename="benchmark.csv",
        content=content,
        at=timezone.now(),
    )
    return report.contacts_new


def family_of_four(chance: Random, at: datetime) -> ToldContact:
    """Return a story told about exactly four people."""
    with_others = [each for each in stories() if "{other}" in each.told and not each.is_adult]
    while True:
        family = make_family(chance, on=at.date())
        told = tell(
            chance.choice(with_others),
            family,
            received_at=at,
            referrer="A. Sender",
            sender_reference="",
        )
        if len(told.people) == PEOPLE:
            return told


def police_file(notifications: int) -> bytes:
    """Return the sample file, again and again under other references, until there are so many."""
    with SAMPLE.open(encoding=ENCODING, newline="") as file:
        rows = csv.DictReader(file)
        units: dict[str, list[dict[str, str]]] = defaultdict(list)
        for row in rows:
            if row["URN"]:
                units[row["URN"]].append(row)
        names = rows.fieldnames or []
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, names)
    writer.writeheader()
    writer.writerows(chain.from_iterable(islice(_renumbered([*units.values()]), notifications)))
    return written.getvalue().encode(ENCODING)


def _renumbered(units: list[list[dict[str, str]]]) -> Iterator[list[dict[str, str]]]:
    for again in count():
        for unit in units:
            yield [{**row, "URN": row["URN"].replace("VPA/", f"B{again}/")} for row in unit]
