"""`openmash announce DAY WHAT`: a holiday proclaimed late, one that moved, a day a hub closes."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from openmash.accounts.selectors import every_hub, hubs_named, job_viewer
from openmash.accounts.services import acting_as
from openmash.core.refusals import NotHere, Refusal
from openmash.core.working_time import Nation
from openmash.governance.selectors import policy_in_force
from openmash.governance.services import announce_day
from openmash.governance.terms.clocks import DayKind

if TYPE_CHECKING:
    from openmash.accounts.models import Hub

REFUSED = 2


class Command(BaseCommand):
    help = "Record that a day is not like the calendar said, and count open clocks again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("day", type=date.fromisoformat, metavar="DATE")
        parser.add_argument("what", choices=[each.value for each in DayKind])
        parser.add_argument(
            "--nation",
            choices=[each.value for each in Nation],
            action="append",
            default=[],
            help="whose bank holiday; may be said more than once",
        )
        parser.add_argument("--hub", help="one hub, or every hub made from a preset")
        parser.add_argument("--calendar", default="", help="which of the hub's calendars closes")
        parser.add_argument("--why", required=True, help="kept beside every time it moves")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            for line in _announced(options):
                self.stdout.write(line)
        except NotHere:
            self._stop(f"There is no hub “{options['hub']}”.")
        except Refusal as refusal:
            self._stop(*refusal.reasons)

    def _stop(self, *words: str) -> None:
        for each in words:
            self.stderr.write(each)
        sys.exit(REFUSED)


def _announced(options: dict[str, Any]) -> Iterator[str]:
    kind = DayKind(options["what"])
    if kind.is_of_a_nation and not options["nation"]:
        raise Refusal("Say whose bank holiday it is: --nation ENG, WLS, SCT or NIR.")
    if not kind.is_of_a_nation and not (options["hub"] and options["calendar"]):
        raise Refusal("Say which hub's calendar it is: --hub and --calendar.")
    hubs = hubs_named(options["hub"]) if options["hub"] else list(every_hub())
    for hub in hubs:
        for whose in options["nation"] if kind.is_of_a_nation else [options["calendar"]]:
            yield from _in_one(hub, kind, whose, options)


def _in_one(hub: "Hub", kind: DayKind, whose: str, options: dict[str, Any]) -> Iterator[str]:
    """Record the day in one hub; where every hub is meant, those of other nations are left out."""
    by, at = job_viewer([hub], name="Operator, announce"), timezone.now()
    of = {"nation": whose} if kind.is_of_a_nation else {"calendar": whose}
    with acting_as(by):
        calendars = policy_in_force(hub.id, at).document.calendars
        if not options["hub"] and whose not in {each.nation for each in calendars}:
            return
        told = announce_day(
            by=by, hub_id=hub.id, day=options["day"], kind=kind, why=options["why"], at=at, **of
        )
    yield f"{hub.name}: {kind.label}, {told.day.day:%-d %B %Y}; clocks counted again: {told.moved}."
