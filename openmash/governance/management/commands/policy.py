"""`openmash policy show|check|load|schema`: a hub's rules, read, tried and taken up."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from openmash.accounts.selectors import hub_named, job_viewer
from openmash.accounts.services import acting_as
from openmash.core.refusals import NotHere, Refusal
from openmash.governance.rules import PolicyDocument, preset_names
from openmash.governance.rules.files import PolicySource, source_called
from openmash.governance.rules.flaws import PolicyUnusable
from openmash.governance.rules.schema import policy_schema_text
from openmash.governance.rules.telling import policy_in_words
from openmash.governance.selectors import policy_in_force
from openmash.governance.services import load_policy
from openmash.governance.terms import Edition

UNUSABLE = 2


class Command(BaseCommand):
    help = "Show a policy in plain words, check one, take one up, or print the schema of one."

    def add_arguments(self, parser: ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        show = verbs.add_parser("show", help="in plain words")
        show.add_argument("name", metavar="HUB|PRESET|FILE")
        _edition(show)
        check = verbs.add_parser("check", help="every flaw, where it is and how to mend it")
        check.add_argument("name", metavar="PRESET|FILE", nargs="?", default="")
        check.add_argument("--all", action="store_true", help="every preset, in both editions")
        load = verbs.add_parser("load", help="take a policy up in a hub, from a day on")
        load.add_argument("hub", metavar="HUB")
        load.add_argument("name", metavar="PRESET|FILE")
        load.add_argument("--from", dest="day", metavar="DATE", type=_day, required=True)
        _edition(load)
        verbs.add_parser("schema", help="the JSON Schema of a policy")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            getattr(self, f"_{options['verb']}")(options)
        except PolicyUnusable as unusable:
            self._stop(*(str(each) for each in unusable.flaws))
        except NotHere:
            self._stop(f"There is no hub “{options['hub']}”.")
        except Refusal as refusal:
            self._stop(*refusal.reasons)

    def _show(self, options: dict[str, Any]) -> None:
        for place, section in enumerate(policy_in_words(_named(options))):
            self.stdout.write(f"{chr(10) if place else ''}{section.title}")
            for line in section.lines:
                self.stdout.write(f"  {line}")

    def _check(self, options: dict[str, Any]) -> None:
        names = preset_names() if options["all"] else [options["name"]]
        if not any(names):
            self._stop("Name a preset or a file, or say --all.")
        flawed = [name for name in names if not self._is_sound(name)]
        if flawed:
            sys.exit(UNUSABLE)

    def _is_sound(self, name: str) -> bool:
        try:
            for line in _checked(source_called(name)):
                self.stdout.write(line)
        except PolicyUnusable as unusable:
            for flaw in unusable.flaws:
                self.stderr.write(str(flaw))
            return False
        return True

    def _load(self, options: dict[str, Any]) -> None:
        document = source_called(options["name"]).policy(_edition_of(options))
        hub = hub_named(options["hub"])
        by = job_viewer([hub], name="Operator, policy load")
        with acting_as(by):
            policy = load_policy(
                by=by,
                hub_id=hub.id,
                document=document,
                from_day=options["day"],
                at=timezone.now(),
            )
        self.stdout.write(
            f"{hub.name}: {policy}, {policy.document_hash[:12]}, "
            f"from {policy.effective_from:%-d %B %Y %H:%M %Z}."
        )

    def _schema(self, options: dict[str, Any]) -> None:
        self.stdout.write(policy_schema_text(), ending="")

    def _stop(self, *words: str) -> None:
        for each in words:
            self.stderr.write(each)
        sys.exit(UNUSABLE)


def _checked(source: PolicySource) -> Iterator[str]:
    """Yield a line for each edition that may be used; a whole file has one."""
    for edition in source.editions or (Edition.TODAY,):
        policy = source.policy(edition)
        size = f"{len(policy.clocks)} clocks, {len(policy.outcomes)} outcomes"
        yield f"{source.file} ({policy.edition.value}): may be used; {size}."


def _named(options: dict[str, Any]) -> PolicyDocument:
    """Return the policy a hub works by now, or else a preset's or a file's.

    Where an edition is asked for it is the preset that is meant, also if a hub was made from it.
    """
    try:
        hub = None if options["edition"] else hub_named(options["name"])
    except NotHere:
        hub = None
    if hub is None:
        return source_called(options["name"]).policy(_edition_of(options))
    by = job_viewer([hub], name="Operator, policy show")
    with acting_as(by):
        return policy_in_force(hub.id, timezone.now()).document


def _edition(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--edition",
        choices=[each.value for each in Edition],
        help="of a preset: under today's law, or as its source described it",
    )


def _edition_of(options: dict[str, Any]) -> Edition:
    return Edition(options["edition"] or Edition.TODAY)


def _day(words: str) -> date:
    return date.fromisoformat(words)
