"""Django's name for this room."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Documents and claims."""

    name = "handback.records.documents"
    label = "documents"
