"""Where documents come from: folders, single files, tar archives, JSON lines and Parquet.

Every input gives its documents in the same order each time, one after another, never all at once. A folder
is listed once, to a file with names and sizes, and that listing is followed from then on.
"""

import base64
import binascii
import gzip
import json
import os
import tarfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from handback.reading.bulk.refusals import InputNotRead, NotInstalled
from handback.reading.formats import MOST_BYTES

LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
LONGEST_LINE = 2 * MOST_BYTES  # of JSON: base64 takes a third more than the bytes
ROWS_AT_ONCE = 64  # of a Parquet file: documents held at a time


@dataclass(frozen=True, slots=True)
class Item:
    """One document as it comes: where from, which one there, its bytes, or why there are none.

    A file of a folder is opened only when it is wanted: `size` is what the listing says of it.
    """

    input: str
    position: int
    id: str
    data: bytes = b""
    error: str = ""
    path: Path | None = None
    size: int = 0

    def __post_init__(self) -> None:
        """Names of files and of rows need not be characters, and no output could hold those that are not."""
        for name in ("input", "id"):
            sound = getattr(self, name).encode("utf-8", "backslashreplace").decode()
            object.__setattr__(self, name, sound)

    def loaded(self) -> "Item":
        """The same with its bytes, or with the reason why there are none."""
        return self if self.path is None else _of_file(self.path, self.input, self.position, self.id)


def check(path: Path) -> None:
    """Refuse what cannot be a source of documents. Raises InputNotRead."""
    try:
        if not path.is_dir():
            path.open("rb").close()
    except OSError as error:
        raise InputNotRead(path, f"{error.strerror or error}.") from error


def items(path: Path, *, listing: Path) -> Iterator[Item]:
    """The documents of one input, in an order that is the same each time.

    `listing` is where the names in a folder are written down the first time, and read from afterwards.
    """
    if path.is_dir():
        return _of_folder(path, listing)
    if path.name.lower().endswith(LINES):
        return _of_lines(path)
    with path.open("rb") as opened:
        head = opened.read(4)
    if head == b"PAR1":
        return _of_parquet(path)
    if tarfile.is_tarfile(path):
        return _of_tar(path)
    return iter([_of_file(path, str(path), 0, path.name)])


def _of_folder(folder: Path, listing: Path) -> Iterator[Item]:
    if not listing.exists():
        _list(folder, listing)
    with listing.open("rb") as names:
        for position, line in enumerate(names):
            name, size = json.loads(line)
            yield Item(str(folder), position, name, path=folder / name, size=size)


def _list(folder: Path, listing: Path) -> None:
    """Every file under a folder, hidden ones and links out of it left out, written down all or nothing."""
    begun = listing.with_suffix(".begun")
    with begun.open("w", encoding="ascii") as out:
        for above, folders, files in os.walk(folder):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(files):
                path = Path(above, name)
                if not name.startswith(".") and path.is_file() and not path.is_symlink():
                    out.write(json.dumps([str(path.relative_to(folder)), path.stat().st_size]) + "\n")
        out.flush()
        os.fsync(out.fileno())
    begun.replace(listing)


def _of_file(path: Path, source: str, position: int, name: str) -> Item:
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            return Item(source, position, name, error=_too_large(size))
        return _with(path.read_bytes(), source, position, name)
    except OSError as error:
        return Item(source, position, name, error=f"{error.strerror or error}.")


def _with(data: bytes, source: str, position: int, name: str) -> Item:
    return Item(source, position, name, data, size=len(data))


def _too_large(size: int) -> str:
    return f"It is {size / 1e6:.1f} MB, and documents of up to {MOST_BYTES // 1_000_000} MB are read."


def _of_tar(path: Path) -> Iterator[Item]:
    position = 0
    try:
        with tarfile.open(path, "r|*") as archive:
            for member in archive:
                if not member.isfile():
                    continue
                yield _member(archive, member, str(path), position)
                archive.members.clear()  # type: ignore[attr-defined]  # else every member's head is kept
                position += 1
    except (tarfile.TarError, EOFError, OSError, ValueError) as error:
        yield Item(str(path), position, path.name, error=f"The archive cannot be read further: {error}.")


def _member(archive: tarfile.TarFile, member: tarfile.TarInfo, source: str, position: int) -> Item:
    if member.size > MOST_BYTES:
        return Item(source, position, member.name, error=_too_large(member.size))
    opened = archive.extractfile(member)
    return _with(opened.read() if opened else b"", source, position, member.name)


def _of_lines(path: Path) -> Iterator[Item]:
    try:
        with _opened(path) as lines:
            for position, line in enumerate(_bounded(lines)):
                if line.strip():
                    yield _of_line(line, str(path), position)
    except (OSError, EOFError, zlib.error) as error:
        yield Item(str(path), -1, path.name, error=f"The file cannot be read further: {error}.")


def _opened(path: Path) -> IO[bytes]:
    return gzip.open(path, "rb") if path.name.lower().endswith(".gz") else path.open("rb")  # type: ignore[return-value]


def _bounded(lines: IO[bytes]) -> Iterator[bytes]:
    """Lines, of which one that is too long comes cut, and its rest is passed over."""
    while line := lines.readline(LONGEST_LINE):
        yield line
        while line and not line.endswith(b"\n"):
            line = lines.readline(LONGEST_LINE)


def _of_line(line: bytes, source: str, position: int) -> Item:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Item(source, position, f"line {position + 1}", error=f"The line is not JSON: {error}.")
    return _of_row(row, source, position)


def _of_row(row: Any, source: str, position: int) -> Item:
    """A row with `text`, or with the bytes of a document as `content` (base64 in JSON)."""
    called = f"row {position + 1}"
    if not isinstance(row, dict):
        return Item(source, position, called, error="The row is not an object with names and values.")
    called = str(row.get("id") or row.get("name") or called)
    content = row.get("content", row.get("text"))
    try:
        if isinstance(content, str) and "content" in row:
            content = base64.b64decode(content, validate=True)
        elif isinstance(content, str):
            content = content.encode()
    except UnicodeEncodeError:
        return Item(source, position, called, error="The row's `text` holds halves of characters.")
    except (binascii.Error, ValueError):
        return Item(source, position, called, error="The row's `content` is not base64.")
    if not isinstance(content, bytes):
        return Item(source, position, called, error="The row has no `text` and no `content`.")
    if len(content) > MOST_BYTES:
        return Item(source, position, called, error=_too_large(len(content)))
    return _with(content, source, position, called)


def _of_parquet(path: Path) -> Iterator[Item]:
    """Each row of a Parquet file; where the file cannot be read further, an item that says so ends it."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as missing:
        raise NotInstalled("Parquet") from missing
    position = 0
    try:
        with parquet.ParquetFile(path) as table:
            wanted = [name for name in ("id", "name", "content", "text") if name in table.schema_arrow.names]
            for batch in table.iter_batches(batch_size=ROWS_AT_ONCE, columns=wanted):
                for row in batch.to_pylist():
                    if isinstance(row.get("content"), bytes) or row.get("content") is None:
                        row = {k: v for k, v in row.items() if v is not None}
                    yield _of_row(row, str(path), position)
                    position += 1
    except (pyarrow.ArrowException, OSError) as error:
        yield Item(str(path), position, path.name, error=f"The file cannot be read further: {error}.")
