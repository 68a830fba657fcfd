"""Django's name for this room."""

from django.apps import AppConfig


class MeasuresConfig(AppConfig):
    """Measures."""

    name = "handback.records.measures"
    label = "measures"
