"""Django's name for this room."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The audit log."""

    name = "handback.records.audit"
    label = "audit"
