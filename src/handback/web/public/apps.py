"""Django's name for this room."""

from django.apps import AppConfig


class PublicConfig(AppConfig):
    """The public site."""

    name = "handback.web.public"
    label = "public"
