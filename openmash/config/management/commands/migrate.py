"""`openmash migrate`: the tables brought up to date by their owner, the site given its rights."""

from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from django.core.management.commands import migrate
from django.db import connections, transaction

from openmash.config.databases import SITE
from openmash.config.grants import grant_to_site
from openmash.config.routers import OWNER_ALIAS


class Command(migrate.Command):
    help = "Bring the database up to date as its owner, and grant the site's role its rights."

    def handle(self, *args: Any, **options: Any) -> None:
        if OWNER_ALIAS not in settings.DATABASES:
            raise CommandError(
                "DATABASE_OWNER_URL is not set. Set it to the address of the same database for "
                "the role that owns it; the site's own role may not change tables."
            )
        super().handle(*args, **{**options, "database": OWNER_ALIAS})
        owner = connections[OWNER_ALIAS]
        with transaction.atomic(using=OWNER_ALIAS):
            grant_to_site(owner, _site_role())
        if options["verbosity"]:
            self.stdout.write(f"Rights granted to {_site_role()}.")


def _site_role() -> str:
    return str(settings.DATABASES["default"]["USER"] or SITE)
