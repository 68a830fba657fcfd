"""Reading what waits: each document once, whichever processes try, and whatever is killed.

1. What waits is what is kept and not read, and what somebody wants read again. A reader takes the oldest,
   holds it for HELD and says so again while it reads; what a reader that was killed held is free again after
   that, and whoever can wait, waits.
2. Holding is a courtesy between readers. Were two to read one document, only the first is recorded.
3. A document that ended its reader MOST_TRIES times is not tried again: it could not be read. What
   was read of it before stays.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol, TypeVar

from django.db import connection, transaction
from django.db.models import F, Min, Model, Q, QuerySet

from handback import reading
from handback.reading import claims
from handback.records.audit.facts import By
from handback.records.documents.actions.reading import Found, Reader, read, read_again, unreadable
from handback.records.documents.models import TO_BE_READ, Document, Stage

HELD = timedelta(seconds=30)
MOMENT = timedelta(seconds=0.1)
MOST_TRIES = 2
ENDED_ITS_READER = (
    "Reading this document ended the reader twice, so it was not tried again. It is kept whole; paste the "
    "part that matters as a new document."
)
Clock = Callable[[], datetime]
Tell = Callable[[int, int], None]  # how many pages were looked at, of how many
Beating = Callable[[Callable[[], None]], AbstractContextManager[None]]
Wait = Callable[[timedelta], None]
Row = TypeVar("Row", bound=Model)
Row_co = TypeVar("Row_co", bound=Model, covariant=True)


class PictureReader(Protocol):
    """What reads a scan from its pictures in a time of its own, and tells how far it is. Raises OutOfTime."""

    def __call__(self, data: bytes, *, name: str, tell: Tell) -> Found: ...


def read_waiting(
    *,
    by: By,
    clock: Clock,
    limited: Callable[[Reader], Reader] = lambda reader: reader,
    pictures: PictureReader | None = None,
    beating: Beating = lambda _: nullcontext(),
    wait: Wait | None = None,
) -> int:
    """Read every document that waits and that nobody else is reading; how many were read.

    `limited` makes of a reader one that raises OutOfTime. `pictures` reads a scan from its pictures, where
    that can be done, and has another limit: `limited` does not apply to it. While a document is
    read, `beating` calls what it is given, again and again, to hold it.
    With `wait`, which sleeps, documents that another reader holds are waited for: it may have been killed.
    """
    done = 0
    for taken in in_turn(_take, _waiting(), clock=clock, wait=wait):
        with _held(taken.pk, clock, beating):
            reading_it = read_again if taken.again else read
            reading_it(taken.pk, by=by, at=clock(), reader=_reader(taken, limited, pictures, clock))
        done += 1
    return done


class Take(Protocol[Row_co]):
    """Takes the row that has waited longest and that nobody holds."""

    def __call__(self, *, at: datetime) -> Row_co | None: ...


def in_turn(take: Take[Row], waiting: QuerySet[Row], *, clock: Clock, wait: Wait | None) -> Iterator[Row]:
    """Each row that waits, as it is taken; with `wait`, until nothing waits, else until all is held."""
    while True:
        if (row := take(at=(now := clock()))) is not None:
            yield row
        elif wait is None or (free := waiting.aggregate(free=Min("held_until"))["free"]) is None:
            return
        else:
            wait(max(free - now, timedelta()) + MOMENT)


def _waiting() -> QuerySet[Document]:
    return Document.objects.filter(TO_BE_READ)


def _take(*, at: datetime) -> Document | None:
    free = Q(held_until=None) | Q(held_until__lt=at)
    with transaction.atomic():
        waiting = _waiting().filter(free).order_by("kept_at", "pk")
        locked = waiting.select_for_update(skip_locked=connection.features.has_select_for_update_skip_locked)
        row = locked.only("pk", "tries", "pictures", "again").first()
        if row is not None:
            Document.objects.filter(pk=row.pk).update(
                held_until=at + HELD, started_at=at, stage=Stage.OPENING, tries=F("tries") + 1
            )
    return row


@contextmanager
def _held(pk: int, clock: Clock, beating: Beating) -> Iterator[None]:
    def hold() -> None:
        _waiting().filter(pk=pk).update(held_until=clock() + HELD)

    try:
        with beating(hold):
            yield
    finally:
        Document.objects.filter(pk=pk).update(held_until=None, stage="")


def _reader(
    taken: Document, limited: Callable[[Reader], Reader], pictures: PictureReader | None, clock: Clock
) -> Reader:
    def staged(data: bytes, *, name: str) -> Found:
        found = reading.read(data, name=name)
        _say(taken.pk, Stage.LOOKING, clock)
        proposed = claims.find(found)
        _say(taken.pk, Stage.KEEPING, clock)
        return found, proposed

    careful = limited(staged)
    if taken.pictures and pictures is not None:
        careful = partial(pictures, tell=lambda done, of: _say(taken.pk, f"{done}/{of}", clock))

    def reader(data: bytes, *, name: str) -> Found:
        if taken.tries >= MOST_TRIES:
            return unreadable(data, name=name, why=ENDED_ITS_READER), ()
        return careful(data, name=name)

    return reader


def _say(pk: int, stage: str, clock: Clock) -> None:
    Document.objects.filter(pk=pk).update(stage=stage, held_until=clock() + HELD)
