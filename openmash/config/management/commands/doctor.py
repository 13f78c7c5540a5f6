"""`openmash doctor`: what is wrong with this installation, and how to mend it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from openmash.config.diagnosis import findings


class Command(BaseCommand):
    help = "Look at settings, database role, walls, clock, queue and keys; say how to mend each."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        found = findings(at=timezone.now())
        for each in found:
            self.stdout.write(f"{'Wrong' if each.serious else 'Note '}  {each.words}")
            self.stdout.write(f"       {each.mend}\n\n")
        if serious := sum(each.serious for each in found):
            raise CommandError(f"To mend before this should serve: {serious}.")
        self.stdout.write("Fit to serve.")
