"""The room as Django knows it."""

from django.apps import AppConfig


class SimulationConfig(AppConfig):
    name = "openmash.simulation"
    label = "simulation"
