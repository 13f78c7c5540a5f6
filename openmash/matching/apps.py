"""The room as Django knows it."""

from django.apps import AppConfig


class MatchingConfig(AppConfig):
    name = "openmash.matching"
    label = "matching"
