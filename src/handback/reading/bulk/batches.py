"""Batches: the documents of all inputs, in order, so many at a time; the same batches each time."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from handback.reading.bulk.inputs import Item, items

MOST_DOCUMENTS = 500  # a task of fewer costs more in sending than in reading
MOST_BYTES_TOGETHER = 8_000_000  # so that what is under way stays small, however long the documents


def batches(inputs: Iterable[Path], *, listings: Path) -> Iterator[list[Item]]:
    """Every document of the inputs, in batches of at most 500 documents or 8 MB (a longer one goes alone)."""
    batch: list[Item] = []
    size = 0
    for number, path in enumerate(inputs):
        for item in items(path, listing=listings / f"listing-{number}"):
            if batch and (len(batch) == MOST_DOCUMENTS or size + item.size > MOST_BYTES_TOGETHER):
                yield batch
                batch, size = [], 0
            batch.append(item)
            size += item.size
    if batch:
        yield batch
