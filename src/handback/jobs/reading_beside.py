"""How pages that are fetched are read: by a process of its own, which is ended when one takes too long."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from handback import reading
from handback.reading.bulk import beside, limits
from handback.records.documents.actions import Found, OutOfTime
from handback.records.sources.actions import Readers


@contextmanager
def readers_beside(*, seconds: float) -> Iterator[Readers]:
    """What reads pages in at most `seconds` each. Both readers raise OutOfTime, and ReaderFailed."""
    with beside.Beside(seconds=seconds) as process:

        def in_time(work: Callable[..., Any], data: bytes, name: str) -> Any:
            try:
                return process.do(work, data, name)
            except limits.TookTooLong as late:
                raise OutOfTime from late

        def opened(data: bytes, *, name: str) -> reading.Document:
            document: reading.Document = in_time(beside.opened, data, name)
            return document

        def reader(data: bytes, *, name: str) -> Found:
            found: Found = in_time(beside.read_and_find, data, name)
            return found

        yield Readers(opened, reader)
