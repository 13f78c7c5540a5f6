"""The web room: templates and components, no tables."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "openmash.web"
    label = "web"
    verbose_name = "the shell"
