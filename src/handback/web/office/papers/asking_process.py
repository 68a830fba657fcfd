"""A process that asks the second reader, beside the one that reads: a slow model holds up no document.

It is started as the reader's is: by whoever asks, opens a page of a document that is being asked about, or
first asks a server that has just been started. It begins as an empty interpreter and ends when nothing waits.
"""

from datetime import datetime
from typing import TYPE_CHECKING

from handback.web.office.papers.beside import Beside, beating, wait

if TYPE_CHECKING:
    from handback.records.audit.facts import By


def wake() -> None:
    """See that what waits is being asked."""
    _asker.wake()


def ask_now(*, by: "By", at: datetime) -> None:
    """Ask while somebody waits, for a server that may start no process."""
    from handback.records.documents import actions
    from handback.web.office.papers.second_reader import chosen_or_why_not

    model, _ = chosen_or_why_not()
    actions.ask_waiting(reader=model.reader if model else None, by=by, clock=lambda: at)


def ask_what_waits() -> None:
    """Ask until nothing waits. The body of the process."""
    import django

    django.setup()
    from django.utils import timezone

    from handback.records.audit.actions import system
    from handback.records.documents import actions
    from handback.web.office.papers.second_reader import chosen_or_why_not

    model, _ = chosen_or_why_not()
    actions.ask_waiting(
        reader=model.reader if model else None,
        by=system("handback second reader"),
        clock=timezone.now,
        beating=beating,
        wait=wait,
    )


_asker = Beside(ask_what_waits, name="handback second reader")
