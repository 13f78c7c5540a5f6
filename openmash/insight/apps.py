"""The room as Django knows it."""

from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "openmash.insight"
    label = "insight"
