"""Who does the reading: this process, several, or a Dask cluster.

An engine takes numbered batches and gives back numbered rows, in whatever order they are done. It holds a
few batches at a time. When a worker is killed, what it held is read again; a batch that kills its worker
twice is read in halves, until the document that does it stands alone and becomes a row with its error.
"""

import resource
from asyncio import CancelledError
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from multiprocessing import get_context
from typing import Any

from handback.reading.bulk.inputs import Item
from handback.reading.bulk.limits import SECONDS
from handback.reading.bulk.parting import end_with_whoever_began_it
from handback.reading.bulk.refusals import BulkRefused, NotInstalled
from handback.reading.bulk.rows import Row, failed, read_batch

Batch = tuple[int, list[Item]]
Done = tuple[int, list[Row]]
Engine = Callable[[Iterable[Batch]], Iterator[Done]]

MOST_MEMORY = 4_000_000_000  # bytes for a worker: fifty times the longest document, four times over
PRELOADED = ["handback.reading.bulk.rows", "handback.reading.claims.every_rule"]
PATIENCE = 20  # seconds in which a scheduler must answer
KILLED = "Its reader was killed on it, twice: it takes too much memory, too long, or fails below Python."


@dataclass(slots=True)
class Task:
    """Part of a batch under way: documents `first` onwards, and how often its worker died."""

    number: int
    first: int
    items: list[Item]
    deaths: int = 0

    def halves(self) -> list["Task"]:
        middle = len(self.items) // 2
        return [
            Task(self.number, self.first, self.items[:middle]),
            Task(self.number, self.first + middle, self.items[middle:]),
        ]


@dataclass(slots=True)
class Batches:
    """The rows of batches as their parts come in; a batch is given up when it is whole."""

    rows: dict[int, list[Row | None]] = field(default_factory=dict)

    def begin(self, batch: Batch) -> Task:
        number, items = batch
        self.rows[number] = [None] * len(items)
        return Task(number, 0, items)

    def take(self, task: Task, rows: list[Row]) -> Iterator[Done]:
        kept = self.rows[task.number]
        kept[task.first : task.first + len(rows)] = rows
        whole = [row for row in kept if row is not None]
        if len(whole) == len(kept):
            del self.rows[task.number]
            yield task.number, whole


def one(batches: Iterable[Batch], *, seconds: float = SECONDS) -> Iterator[Done]:
    """Read in this process, one batch after another. What hangs below Python hangs this process."""
    for number, items in batches:
        yield number, read_batch(items, seconds=seconds, kill=False)


def processes(batches: Iterable[Batch], *, workers: int = 2, seconds: float = SECONDS) -> Iterator[Done]:
    """Read on several processes of this machine."""
    return _Pool(workers, partial(read_batch, seconds=seconds)).run(batches)


class _Pool:
    """A pool of processes that is made again when one of them dies."""

    def __init__(self, workers: int, reading: Callable[[list[Item]], list[Row]]) -> None:
        self.workers, self.reading = workers, reading
        self.again: deque[Task] = deque()  # what a dead worker may have held: read alone, one at a time
        self.underway: dict[Future[list[Row]], Task] = {}

    def run(self, batches: Iterable[Batch]) -> Iterator[Done]:
        """Read batches in parallel, in any order; what a dead process may have held is read again, alone."""
        waiting, kept = iter(batches), Batches()
        pool = self._pool()
        try:
            while True:
                self._fill(pool, waiting, kept)
                if not self.underway:
                    return
                finished, _ = wait(self.underway, return_when=FIRST_COMPLETED)
                broken = False
                for future in finished:
                    task = self.underway.pop(future)
                    try:
                        yield from kept.take(task, future.result())
                    except BrokenProcessPool:
                        broken = True
                        yield from self._died(task, kept)
                if broken:
                    for task in self.underway.values():
                        yield from self._died(task, kept)
                    self.underway.clear()
                    pool.shutdown(wait=False, cancel_futures=True)
                    pool = self._pool()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

    def _pool(self) -> ProcessPoolExecutor:
        server = get_context("forkserver")
        server.set_forkserver_preload(PRELOADED)
        return ProcessPoolExecutor(self.workers, mp_context=server, initializer=begin_work)

    def _fill(self, pool: ProcessPoolExecutor, waiting: Iterator[Batch], kept: Batches) -> None:
        """Twice as many batches as workers; what a worker may have died of goes alone, to know it."""
        if self.again:
            if not self.underway:
                self._submit(pool, self.again.popleft())
            return
        while len(self.underway) < 2 * self.workers and (batch := next(waiting, None)) is not None:
            self._submit(pool, kept.begin(batch))

    def _submit(self, pool: ProcessPoolExecutor, task: Task) -> None:
        try:
            self.underway[pool.submit(self.reading, task.items)] = task
        except BrokenProcessPool as broken:
            future: Future[list[Row]] = Future()
            future.set_exception(broken)
            self.underway[future] = task

    def _died(self, task: Task, kept: Batches) -> Iterator[Done]:
        yield from _after_a_death(task, kept, self.again.append)


def begin_work() -> None:
    """What a worker on this machine does first: it is bounded, and ends with whoever began it."""
    bounded()
    end_with_whoever_began_it()


def bounded() -> None:
    """A worker that asks for more memory than this is refused it, and its document becomes a row."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def _after_a_death(task: Task, kept: Batches, again: Callable[[Task], Any]) -> Iterator[Done]:
    """Read once more what may have killed its worker; the second time in halves; alone, it is a row."""
    task.deaths += 1
    if task.deaths < 2:
        again(task)
    elif len(task.items) > 1:
        for half in task.halves():
            again(half)
    else:
        yield from kept.take(task, [failed(task.items[0], KILLED)])


def dask(
    batches: Iterable[Batch], *, scheduler: str = "", workers: int = 2, seconds: float = SECONDS
) -> Iterator[Done]:
    """Read on a Dask cluster: the one at `scheduler`, or one begun on this machine with so many workers.

    Raises NotInstalled, and BulkRefused where no scheduler answers or the cluster is lost.
    """
    try:
        import distributed
    except ImportError as missing:
        raise NotInstalled("Dask") from missing
    cluster: Any = None
    try:
        if not scheduler:
            cluster = distributed.LocalCluster(workers, threads_per_worker=1, dashboard_address=None)  # type: ignore[no-untyped-call]
        client: Any = distributed.Client(scheduler or cluster, timeout=PATIENCE)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise BulkRefused(f"There is no Dask scheduler at {scheduler}: {error}.") from error
    try:
        yield from _Cluster(client, partial(read_batch, seconds=seconds)).run(batches)
    finally:
        client.close()
        if cluster is not None:
            cluster.close()


class _Cluster:
    """Batches under way on a cluster, twice as many as it has workers."""

    def __init__(self, client: Any, reading: Callable[[list[Item]], list[Row]]) -> None:
        import distributed

        self.client, self.reading = client, reading
        self.coming: Any = distributed.as_completed()  # type: ignore[no-untyped-call]
        self.underway: dict[str, Task] = {}
        self.killed = distributed.scheduler.KilledWorker

    def run(self, batches: Iterable[Batch]) -> Iterator[Done]:
        waiting, kept = iter(batches), Batches()
        self._fill(waiting, kept)
        for future in self.coming:
            task = self.underway.pop(future.key)
            try:
                yield from kept.take(task, future.result())
            except self.killed:
                task.deaths = 1  # the cluster has tried it on several workers already
                yield from _after_a_death(task, kept, self._submit)
            except (CancelledError, OSError) as lost:
                raise BulkRefused("The Dask cluster was lost. Run this again to go on.") from lost
            self._fill(waiting, kept)

    def _fill(self, waiting: Iterator[Batch], kept: Batches) -> None:
        workers = len(self.client.scheduler_info(n_workers=-1)["workers"])
        for batch in islice(waiting, max(0, 2 * max(1, workers) - len(self.underway))):
            self._submit(kept.begin(batch))

    def _submit(self, task: Task) -> None:
        future = self.client.submit(self.reading, task.items, pure=False)
        self.underway[future.key] = task
        self.coming.add(future)


ENGINES: tuple[str, ...] = ("one", "processes", "dask")
