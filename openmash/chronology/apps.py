"""The room as Django knows it."""

from django.apps import AppConfig


class ChronologyConfig(AppConfig):
    name = "openmash.chronology"
    label = "chronology"
