"""The room as Django knows it."""

from django.apps import AppConfig


class PathwaysConfig(AppConfig):
    name = "openmash.pathways"
    label = "pathways"
