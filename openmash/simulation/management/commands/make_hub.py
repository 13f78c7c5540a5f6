"""`openmash make_hub PRESET`: a fictional hub, already busy, for demonstrations and benchmarks."""

import gc
import multiprocessing
import time
from argparse import ArgumentParser
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime, timedelta
from uuid import UUID

import django
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from openmash.accounts.selectors import hub_named
from openmash.core.refusals import NotHere
from openmash.governance.rules import preset_names
from openmash.governance.terms import Edition
from openmash.simulation.rules.years import copies_for
from openmash.simulation.services import (
    Founded,
    found,
    found_elsewhere,
    keep_weeks,
    live_weeks,
    multiply,
    wake,
)

WEEKS = 3
CONTACTS = 36
CONTACTS_OF_A_YEAR = 50_000


class Command(BaseCommand):
    """Refuses outside a demonstration: fiction never enters a hub that is at work."""

    help = "Make a fictional hub of a preset, with its cast and a few weeks of work."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("preset", help=f"one of: {', '.join(preset_names())}")
        parser.add_argument("--size", choices=["small", "year"], default="small")
        parser.add_argument("--seed", type=int, default=20)
        parser.add_argument(
            "--edition",
            choices=[each.value for each in Edition],
            default=Edition.TODAY.value,
            help="the preset under today's law, or as its source described it",
        )
        parser.add_argument("--lanes", type=int, default=1, help="processes that live the weeks")

    def handle(
        self,
        *,
        preset: str,
        size: str,
        seed: int,
        lanes: int = 1,
        edition: str = Edition.TODAY.value,
        **options: object,
    ) -> None:
        _refuse_at_work(preset)
        now, began = timezone.now(), time.monotonic()
        founded = _found(preset, Edition(edition), now)
        subjects = _live(founded, seed=seed, lanes=lanes, now=now)
        self.stdout.write(
            f"{founded.document.hub.name}: {CONTACTS} contacts about {subjects} children and "
            f"adults over {WEEKS} weeks, made in {time.monotonic() - began:.0f} s."
        )
        if size == "year":
            self._make_a_year(founded.hub_id)

    def _make_a_year(self, hub_id: UUID) -> None:
        began = time.monotonic()
        kept = keep_weeks(hub_id=hub_id, length=timedelta(weeks=WEEKS))
        copies = copies_for(kept.weeks, contacts=CONTACTS_OF_A_YEAR)
        added = multiply(kept, copies=copies, told=self._tell_progress)
        self.stdout.write(
            f"A year of it: {added['intake_contact'] + CONTACTS:,} contacts, "
            f"{sum(added.values()):,} rows copied in {time.monotonic() - began:.0f} s."
        )

    def _tell_progress(self, made: int, of: int, rows: int) -> None:
        self.stdout.write(f"  copies {made} of {of} … {rows / 1_000_000:.1f} M rows")
        self.stdout.flush()


def _live(founded: Founded, *, seed: int, lanes: int, now: datetime) -> int:
    """Live the weeks in this process and `lanes` - 1 more; return how many subjects there were."""
    shares = [CONTACTS // lanes + (each < CONTACTS % lanes) for each in range(lanes)]
    if lanes == 1:
        return _live_share(founded, seed, CONTACTS, now)
    clean = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(lanes - 1, mp_context=clean, initializer=django.setup) as others:
        elsewhere = [
            others.submit(_live_share, founded, seed + lane, shares[lane], now)
            for lane in range(1, lanes)
        ]
        here = _live_share(founded, seed, shares[0], now)
        return here + sum(each.result() for each in elsewhere)


def _live_share(founded: Founded, seed: int, contacts: int, now: datetime) -> int:
    gc.disable()  # nearly all that is made is kept: looking for what is not takes longer
    try:
        with transaction.atomic():
            hub = wake(founded, seed=seed, at=now)
        return live_weeks(hub, contacts=contacts, weeks=WEEKS, now=now)
    finally:
        gc.enable()


def _refuse_at_work(preset: str) -> None:
    if not (settings.DEMO or settings.TEST_RUN):
        raise CommandError("Fictional hubs are made in a demonstration only (OPENMASH_DEMO=yes).")
    if preset not in preset_names():
        raise CommandError(
            f"There is no preset “{preset}”. Choose from: {', '.join(preset_names())}."
        )
    try:
        hub_named(preset)
    except NotHere:
        return
    raise CommandError(f"There is a hub of the preset “{preset}” already; start with --fresh.")


def _found(preset: str, edition: Edition, now: datetime) -> Founded:
    """Found the hub, and the one next door, in the past they are to have."""
    password_hash = make_password(settings.DEMO_PASSWORD)
    at = now - timedelta(weeks=WEEKS + 60)
    with transaction.atomic():
        founded = found(
            preset=preset, slug=preset, password_hash=password_hash, at=at, edition=edition
        )
        if preset == "london":
            found_elsewhere(preset=preset, password_hash=password_hash, at=at)
    return founded
