"""A process beside the one that answers: started when there is work, ended when it is done.

It begins as an empty interpreter: nothing here or in what it is given imports Django before that is set up.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from typing import Any

SECONDS_BETWEEN_BEATS = 8.0  # well under the time for which work is held


class Beside:
    """At most one process of its kind beside this one, that does `work`: a function of a module."""

    def __init__(self, work: Callable[[], None], *, name: str) -> None:
        self._work, self._name = work, name
        self._lock = threading.Lock()
        self._process: BaseProcess | None = None

    def wake(self) -> None:
        """See that the work is being done, where processes may be started."""
        if not reads_beside():
            return
        with self._lock:
            if self._process is None or not self._process.is_alive():
                process = get_context("spawn").Process(target=self._work, name=self._name, daemon=True)
                process.start()
                self._process = process


def reads_beside() -> bool:
    """Whether documents are read by a process of their own, and not while somebody waits for an answer."""
    from django.conf import settings

    return bool(getattr(settings, "READ_IN_BACKGROUND", True))


def wait(time_until: timedelta) -> None:
    """Sleep until what another process held is free."""
    time.sleep(time_until.total_seconds())


@contextmanager
def beating(hold: Any) -> Iterator[None]:
    """Hold a document again and again from another thread, until it is done with."""
    over = threading.Event()

    def beat() -> None:
        from django.db import connection

        try:
            while not over.wait(SECONDS_BETWEEN_BEATS):
                hold()
        finally:
            connection.close()

    thread = threading.Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join(SECONDS_BETWEEN_BEATS)
