"""The room as Django knows it."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "openmash.config"
    label = "config"

    def ready(self) -> None:
        """Register the checks that explain the settings, and wire the rooms."""
        from openmash.config import checks  # noqa: F401
        from openmash.config.wiring import wire

        wire()
