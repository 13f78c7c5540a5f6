"""Who came in, who was turned away, who left: one event in each hub they work in (trust 3)."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from openmash.accounts.models import Practitioner
from openmash.accounts.selectors import every_hub, job_viewer, viewer_of
from openmash.accounts.services.context import act_as, know_nobody, know_practitioner
from openmash.audit.services import record
from openmash.core.viewers import Viewer


def note_signed_in(*, practitioner: Practitioner, origin: str, at: datetime) -> None:
    """Record that a practitioner has signed in, every step of it done."""
    _note(practitioner, "practitioner.signed_in", origin=origin, at=at)


def note_turned_away(*, practitioner: Practitioner, origin: str, at: datetime) -> None:
    """Record that somebody gave this practitioner's sign-in name and a wrong password."""
    _note(practitioner, "practitioner.turned_away", origin=origin, at=at)


def note_signed_out(*, practitioner: Practitioner, origin: str, at: datetime) -> None:
    """Record that a practitioner signed out."""
    _note(practitioner, "practitioner.signed_out", origin=origin, at=at)


@contextmanager
def seeing_every_hub() -> Iterator[Viewer]:
    """See every hub for the length of a block, then nothing; for the demonstration's sign-in page.

    Nobody is signed in there, so there is no sight to give back afterwards.
    """
    viewer = job_viewer(every_hub(), name="Sign-in page")
    act_as(viewer)
    try:
        yield viewer
    finally:
        know_nobody()


@transaction.atomic
def _note(practitioner: Practitioner, action: str, *, origin: str, at: datetime) -> None:
    know_practitioner(practitioner.id)
    viewer = viewer_of(practitioner, on=timezone.localdate(at), origin=origin)
    for hub_id in sorted(viewer.hub_ids):
        record(
            by=viewer,
            action=action,
            at=at,
            hub_id=hub_id,
            subject_kind="practitioner",
            subject_id=practitioner.id,
        )
    know_nobody()
