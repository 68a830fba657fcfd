"""Django's name for this room."""

from django.apps import AppConfig


class OfficeConfig(AppConfig):
    """The office."""

    name = "handback.web.office"
    label = "office"
