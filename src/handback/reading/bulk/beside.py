"""A process that reads documents beside the one that wants them: it alone is ended when one takes too long.

1. It is given a document at a time and stops by itself when the time is over; what no exception reaches is
   ended with the process, and the next document has a new one.
2. It holds nothing of the process that wants the documents: no lock, no connection, no open file.
3. It has no more memory than a worker of a job, and like one it ends when the process that began it is gone.
"""

import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import ForkingPickler
from types import MappingProxyType
from typing import Any

from handback.reading.bulk.engines import PRELOADED, begin_work
from handback.reading.bulk.limits import SECONDS, TookTooLong, time_limit
from handback.reading.claims import Claim, find
from handback.reading.document import Document
from handback.reading.formats import read

KILLED = "Its reader was killed: it takes too much memory, or fails below Python."
FULL = "It took more memory than a reader has."
LATE = "late"
PATIENCE = 5.0  # seconds beyond its time after which a process that does not stop is ended


def _sent(attributes: MappingProxyType[Any, Any]) -> tuple[Any, ...]:
    """How the attributes of a claim travel from process to process."""
    return _received, (dict(attributes),)


def _received(attributes: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(attributes)


ForkingPickler.register(MappingProxyType, _sent)


class ReaderFailed(RuntimeError):
    """The reader failed on a document, or was killed on it; with a sentence that says so."""


class Beside:
    """Does one piece of work after another in a process of its own, each in at most `seconds`.

    To be closed, or used in a `with`. A program that uses it has its work under `if __name__ == "__main__":`.
    """

    def __init__(self, *, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._process: BaseProcess | None = None
        self._line: Connection | None = None

    def __enter__(self) -> "Beside":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def do(self, work: Callable[..., Any], *given: Any) -> Any:
        """What `work`, a function of a module, makes of what is given.

        Raises TookTooLong and ReaderFailed.
        """
        line = self._begun()
        try:
            line.send((work, given, self._seconds))
            answered = line.poll(self._seconds + PATIENCE)
            made, failure = line.recv() if answered else (None, LATE)
        except (EOFError, OSError) as died:
            self.close()
            raise ReaderFailed(KILLED) from died
        except BaseException:
            self.close()
            raise
        if not answered:
            self.close()
        if failure == LATE:
            raise TookTooLong
        if failure:
            raise ReaderFailed(failure)
        return made

    def close(self) -> None:
        """End the process; the next piece of work begins another."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._line is not None:
            self._line.close()
        self._process = self._line = None

    def _begun(self) -> Connection:
        if self._process is None or self._line is None or not self._process.is_alive():
            self.close()
            server = get_context("forkserver")
            server.set_forkserver_preload(PRELOADED)
            self._line, theirs = server.Pipe()
            self._process = server.Process(target=_serve, args=(theirs,), daemon=True)
            self._process.start()
            theirs.close()
        return self._line


def opened(data: bytes, name: str) -> Document:
    """The document that these bytes hold. Raises TooLarge."""
    return read(data, name=name)


def read_and_find(data: bytes, name: str) -> tuple[Document, tuple[Claim, ...]]:
    """The document that these bytes hold, and its claims. Raises TooLarge."""
    document = opened(data, name)
    return document, find(document)


def _serve(line: Connection) -> None:
    """The body of the process: work and answer until nobody is there who asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a person who breaks off breaks off those who ask
    begin_work()
    with suppress(EOFError, OSError):
        while True:
            work, given, seconds = line.recv()
            line.send(_made(work, given, seconds))


def _made(work: Callable[..., Any], given: tuple[Any, ...], seconds: float) -> tuple[Any, str]:
    """What was made, and if nothing was, why."""
    try:
        with time_limit(seconds, kill=False):
            return work(*given), ""
    except TookTooLong:
        return None, LATE
    except MemoryError:
        return None, FULL
    except Exception as error:  # a fault of ours in one document must not lose the others
        return None, f"The reader failed on it ({type(error).__name__}: {error})."
