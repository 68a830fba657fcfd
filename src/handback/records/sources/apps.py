"""Django's name for this room."""

from django.apps import AppConfig


class SourcesConfig(AppConfig):
    """Sources, rounds, pages and visits."""

    name = "handback.records.sources"
    label = "sources"
