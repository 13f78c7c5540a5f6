"""`openmash procrastinate worker`: the job worker, which refuses to start where the site would."""

from typing import Any

from procrastinate.contrib.django.management.commands import procrastinate

from openmash.config.checks import refuse_to_start_unsafely


class Command(procrastinate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        refuse_to_start_unsafely()
        super().handle(*args, **options)
