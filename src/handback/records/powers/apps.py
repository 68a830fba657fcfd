"""Django's name for this room."""

from django.apps import AppConfig


class PowersConfig(AppConfig):
    """Powers."""

    name = "handback.records.powers"
    label = "powers"
