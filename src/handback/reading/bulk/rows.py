"""One document in, one row out: what a worker does."""

from collections.abc import Callable
from typing import Any

from handback.reading.bulk.inputs import Item
from handback.reading.bulk.limits import SECONDS, TookTooLong, time_limit, too_long
from handback.reading.claims import find
from handback.reading.formats import read
from handback.reading.output import as_json
from handback.reading.refusals import NotReadable

Row = dict[str, Any]
VERSION = (
    2  # of a row's form, in JSON lines and in Parquet; 2 added it, and to Parquet what is told of a document
)


def read_batch(batch: list[Item], *, seconds: float = SECONDS, kill: bool = True) -> list[Row]:
    """The rows of a batch, in order; never raises for what a document holds.

    A document that hangs where no exception reaches it ends the process, if `kill`: the engine then
    reads the others again and gives that one its error.
    """
    return [_row(item, seconds=seconds, kill=kill) for item in batch]


def _row(item: Item, *, seconds: float, kill: bool) -> Row:
    if item.error:
        return failed(item, item.error)
    try:
        with time_limit(seconds, kill=kill):
            return read_item(item)
    except TookTooLong:
        return failed(item, too_long(seconds))
    except NotReadable as refusal:
        return failed(item, str(refusal))
    except MemoryError:
        return failed(item, "It took more memory than a worker has.")
    except Exception as error:  # a fault of ours in one document must not lose the others
        return failed(item, f"The reader failed on it ({type(error).__name__}: {error}).")


def read_item(item: Item, *, finding: Callable[..., Any] = find) -> Row:
    """The row of one document that can be read."""
    document = read(item.data, name=item.id)
    found = as_json(document, finding(document), id=item.id)
    return {"version": VERSION, "input": item.input, "position": item.position, "error": None, **found}


def failed(item: Item, why: str) -> Row:
    """The row of a document that could not be read."""
    return {
        "version": VERSION,
        "input": item.input,
        "position": item.position,
        "error": why,
        "id": item.id,
        "document": None,
        "records": [],
    }
