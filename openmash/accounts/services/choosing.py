"""What a practitioner chooses for themselves."""

from django.conf import settings

from openmash.accounts.models import Practitioner
from openmash.core.refusals import Refusal
from openmash.core.viewers import Viewer


def choose_language(*, by: Viewer, language: str) -> None:
    """Keep the language this practitioner reads, wherever they sign in next (A2.10)."""
    if language not in dict(settings.LANGUAGES):
        raise Refusal("Choose English or Welsh.")
    Practitioner.objects.filter(id=by.practitioner_id).update(language=language)
