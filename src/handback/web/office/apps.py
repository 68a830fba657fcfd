"""Django's name for this room, and what it does when it first answers."""

from django.apps import AppConfig
from django.core.signals import request_started


class OfficeConfig(AppConfig):
    """The office."""

    name = "handback.web.office"
    label = "office"

    def ready(self) -> None:
        """What waited to be read when the server was last stopped is read once it answers again."""
        from handback.web.office.papers.beside import reads_beside
        from handback.web.office.papers.reader_process import wake_if_needed

        if reads_beside():
            request_started.connect(wake_if_needed, dispatch_uid="handback-reader")
