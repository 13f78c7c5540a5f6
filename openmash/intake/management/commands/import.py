# ruff: noqa: N999 - the command's name is a promise, and Django asks for a module of that name
"""`openmash import contacts FILE --hub H --source police|school|provider [--dry-run]`."""

import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from openmash.accounts.selectors import hubs_named, job_viewer
from openmash.accounts.services import acting_as
from openmash.core.refusals import NotHere, Refusal
from openmash.intake.rules.importing import UNUSABLE, ImportReport
from openmash.intake.rules.units import UnusableFile
from openmash.intake.services import import_contacts
from openmash.intake.terms import FileSource


class Command(BaseCommand):
    help = "Import what agencies send in files. Safe to run again: a file adds nothing twice."

    def add_arguments(self, parser: ArgumentParser) -> None:
        kinds = parser.add_subparsers(dest="kind", required=True)
        contacts = kinds.add_parser("contacts", help="notifications of concern")
        contacts.add_argument("file", metavar="FILE", type=Path)
        contacts.add_argument("--hub", required=True, help="a hub's short name, or a preset's")
        contacts.add_argument(
            "--source", required=True, choices=[each.value for each in FileSource]
        )
        contacts.add_argument("--dry-run", action="store_true", help="report, and write nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        began = time.monotonic()
        try:
            report = self._import(options)
        except (UnusableFile, Refusal) as reason:
            self._stop(str(reason))
        except NotHere:
            self._stop(f"There is no hub or preset called “{options['hub']}”.")
        except OSError as trouble:
            self._stop(f"The file cannot be read: {trouble.strerror or trouble}.")
        for line in report.lines():
            self.stdout.write(line)
        self._say_how_fast(report, time.monotonic() - began)
        if report.exit_status:
            sys.exit(report.exit_status)

    def _import(self, options: dict[str, Any]) -> ImportReport:
        file: Path = options["file"]
        content = file.read_bytes()
        first, *others = hubs_named(options["hub"])
        viewer = job_viewer([first, *others], name="Import")
        with acting_as(viewer):
            return import_contacts(
                by=viewer,
                hub_id=first.id,
                also=[each.id for each in others],
                source=FileSource(options["source"]),
                filename=file.name,
                content=content,
                at=timezone.now(),
                dry_run=options["dry_run"],
            )

    def _say_how_fast(self, report: ImportReport, seconds: float) -> None:
        rate = report.contacts_in_file / max(seconds, 0.001)
        self.stdout.write(f"{seconds:.1f} seconds, {rate:.0f} notifications a second.")

    def _stop(self, words: str) -> None:
        self.stderr.write(words)
        sys.exit(UNUSABLE)
