"""Django's name for this room."""

from django.apps import AppConfig


class SharedConfig(AppConfig):
    """What both sites share."""

    name = "handback.web.shared"
    label = "shared"
