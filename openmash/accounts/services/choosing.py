"""What a practitioner chooses for themselves."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import transaction

from openmash.accounts.models import Practitioner
from openmash.core.refusals import Refusal
from openmash.core.viewers import Viewer


def choose_language(*, by: Viewer, language: str) -> None:
    """Keep the language this practitioner reads, wherever they sign in next (A2.10)."""
    if language not in dict(settings.LANGUAGES):
        raise Refusal("Choose English or Welsh.")
    Practitioner.objects.filter(id=by.practitioner_id).update(language=language)


@transaction.atomic
def choose_preference(*, by: Viewer, name: str, wishes: Mapping[str, Any]) -> None:
    """Keep how this practitioner wants one thing, wherever they sign in next."""
    chosen = Practitioner.objects.select_for_update().get(id=by.practitioner_id)
    chosen.preferences = {**chosen.preferences, name: dict(wishes)}
    chosen.save(update_fields=["preferences"])
