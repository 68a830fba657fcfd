"""A process that reads what waits, beside the one that answers: started when it is needed, ended when done.

1. The documents that are kept and not read are its queue; this only starts it. Several readers do no harm.
2. Whoever opens a page of a document that waits starts it again, should it have been ended, and so does the
   first request after the server was started.
3. What a reader that was killed still holds is waited for.
"""

import logging
from functools import partial
from typing import TYPE_CHECKING, Any

from handback.outside import ocr
from handback.web.office.papers.beside import Beside, beating, wait

if TYPE_CHECKING:
    from handback.records.documents.actions import Found, Reader, Tell

SECONDS = 120.0  # for one document; the longest agenda packs take a quarter of it
SECONDS_FOR_PICTURES = ocr.SECONDS + SECONDS  # for a scan: its pages from their pictures, then its words
SECONDS_WHILE_SOMEBODY_WAITS = 60.0  # for a document read in a request, well under the server's own limit

log = logging.getLogger(__name__)


def wake() -> None:
    """See that what waits is being read."""
    _reader.wake()


def wake_if_needed(**_: Any) -> None:
    """The first request of a server: what waited when it was last stopped is read now."""
    from django.core.signals import request_started

    request_started.disconnect(dispatch_uid="handback-reader")
    from handback.records.documents.queries import anybody_is_to_be_asked, anything_waits
    from handback.web.office.papers import asking_process

    try:
        if anything_waits():
            wake()
        if anybody_is_to_be_asked():
            asking_process.wake()
    except Exception:  # a record that cannot be reached is told by the page, not here
        log.exception("Nobody could look whether documents wait")


def read_what_waits() -> None:
    """Read until nothing waits. The body of the process."""
    import django

    django.setup()
    from django.utils import timezone

    from handback.reading.bulk.engines import bounded
    from handback.records.audit.actions import system
    from handback.records.documents import actions

    bounded()
    actions.read_waiting(
        by=system("handback reader"),
        clock=timezone.now,
        limited=limited,
        pictures=pictures_in_time,
        beating=beating,
        wait=wait,
    )


def limited(reader: "Reader", *, seconds: float = SECONDS, kill: bool = True) -> "Reader":
    """A reader that is given up after `seconds`; with `kill`, its process is ended if that does not help."""
    from handback.reading.bulk.limits import TookTooLong, time_limit
    from handback.records.documents.actions import OutOfTime

    def careful(data: bytes, *, name: str) -> Any:
        try:
            with time_limit(seconds, kill=kill):
                return reader(data, name=name)
        except TookTooLong as late:
            raise OutOfTime from late

    return careful


def pictures_in_time(data: bytes, *, name: str, tell: "Tell") -> "Found":
    """What a scan says, in a time of its own. A page that hangs below Python ends the process.

    Raises OutOfTime.
    """
    from handback.reading.bulk.limits import end_unless_told_within
    from handback.web.office.papers.pictures import from_pictures

    def told(done: int, of: int) -> None:
        end_unless_told_within(SECONDS)
        tell(done, of)

    return limited(partial(from_pictures, tell=told), seconds=SECONDS_FOR_PICTURES)(data, name=name)


_reader = Beside(read_what_waits, name="handback reader")
