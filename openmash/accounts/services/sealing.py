"""The hub's sealing keys, from the settings."""

from django.conf import settings

from openmash.core.sealing import Keyring


def keyring() -> Keyring:
    """Return the hub's sealing keys, which are kept outside the database (trust 4)."""
    return Keyring.of(*settings.SEALING_KEYS.items())
