"""Pieces of work that do not come to their end."""

import os
import signal
import time


def slowly() -> None:
    """Goes on for long; an exception ends it."""
    while True:
        time.sleep(0.01)


def below_python() -> None:
    """Goes on for long, where no exception reaches."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
    time.sleep(60)


def dies() -> None:
    """Ends its process, as a library does that fails below Python."""
    os.abort()


def fails() -> None:
    """Has a fault."""
    raise KeyError("pier")


def too_much() -> int:
    """Wants more memory than there is for one document."""
    return len(bytearray(8_000_000_000))
