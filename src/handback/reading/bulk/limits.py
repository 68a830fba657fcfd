"""A limit of time for one document, wherever it is read."""

import ctypes
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

AGAIN = 1.0  # seconds after which what went on in spite of the exception is told once more
LONGEST = 86_400.0  # seconds that anybody may ask for
GRACE = 2.0  # times the limit, of processor time: what no exception reaches is then ended with its process


SECONDS = 60.0  # for one document: the longest agenda packs take some 30


class TookTooLong(Exception):
    """A document was not read within its time."""


def too_long(seconds: float) -> str:
    """What is said of a document that was not read within its time."""
    return f"It took more than {seconds:g} seconds to read, and was left."


@contextmanager
def time_limit(seconds: float, *, kill: bool) -> Iterator[None]:
    """Raise TookTooLong in the block after `seconds`; with `kill`, end the process at GRACE times that.

    In the main thread a signal reaches a regular expression in its middle. In a worker's thread only
    Python code can be interrupted, and the rest is ended with the process: nobody handles SIGPROF.
    """
    if kill:
        signal.setitimer(signal.ITIMER_PROF, seconds * GRACE)
    try:
        if threading.current_thread() is threading.main_thread():
            with _by_signal(seconds):
                yield
        else:
            with _by_thread(seconds):
                yield
    finally:
        if kill:
            signal.setitimer(signal.ITIMER_PROF, 0)


def end_unless_told_within(seconds: float) -> None:
    """End this process after so much processor time, unless this is said again or a `time_limit` is over.

    For work of many parts in a `time_limit` with `kill`: a part that hangs need not wait for the end.
    """
    signal.setitimer(signal.ITIMER_PROF, seconds * GRACE)


@contextmanager
def _by_signal(seconds: float) -> Iterator[None]:
    def too_long(_number: int, _frame: FrameType | None) -> None:
        raise TookTooLong

    before = signal.signal(signal.SIGALRM, too_long)
    signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _by_thread(seconds: float) -> Iterator[None]:
    """Raise TookTooLong in this thread after so many seconds; a call into a library is not broken off."""
    done = threading.Lock()
    ended = False
    thread = ctypes.c_ulong(threading.get_ident())

    def too_long() -> None:
        with done:
            if not ended:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, ctypes.py_object(TookTooLong))

    timer = threading.Timer(seconds, too_long)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        with done:
            ended = True
        timer.cancel()
