"""The room as Django knows it."""

from django.apps import AppConfig


class AssuranceConfig(AppConfig):
    name = "openmash.assurance"
    label = "assurance"
