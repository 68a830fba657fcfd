"""Files that are made once beside the record and then kept: its secret, its key, demonstration passwords."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def make_once(path: Path, text: str) -> None:
    """Write a file whole, readable by its owner only; one that is there already is left as it is.

    It is written beside its place, to the disk, and linked there: nobody ever meets half of it, and of
    several who make it at once the first counts for all.
    """
    handle, draft = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)  # readable by its owner only
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            os.link(draft, path)
    finally:
        os.unlink(draft)
