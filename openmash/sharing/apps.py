"""The room as Django knows it."""

from django.apps import AppConfig


class SharingConfig(AppConfig):
    name = "openmash.sharing"
    label = "sharing"
