"""The forms of an output: how the rows of a batch are written to a part, and how parts are joined.

A part is written whole, brought to the disk, and only then renamed into its place: it is there or it is not.
"""

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any, Protocol

from handback.reading.bulk.refusals import NotInstalled
from handback.reading.bulk.rows import VERSION, Row

AT_ONCE = 1_000_000  # bytes copied at a time


class Form(Protocol):
    """What an output can be."""

    suffix: str

    def part(self, folder: Path, number: int) -> Path: ...
    def write(self, part: Path, rows: list[Row]) -> None: ...
    def join(self, parts: Iterable[Path], whole: Path) -> None: ...


class _Form:
    suffix = ""

    def part(self, folder: Path, number: int) -> Path:
        return folder / f"part-{number:08d}{self.suffix}"


def _to_disk(out: IO[bytes]) -> None:
    out.flush()
    os.fsync(out.fileno())


class Lines(_Form):
    """JSON lines: a row a line, as `handback read --json` prints it, with its input, position and error."""

    suffix = ".jsonl"

    def write(self, part: Path, rows: list[Row]) -> None:
        begun = part.with_suffix(".begun")
        with begun.open("wb") as out:
            for row in rows:
                out.write(json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n")
            _to_disk(out)
        begun.replace(part)

    def join(self, parts: Iterable[Path], whole: Path) -> None:
        with whole.open("wb") as out:
            for part in parts:
                with part.open("rb") as rows:
                    while piece := rows.read(AT_ONCE):
                        out.write(piece)
            _to_disk(out)


class Parquet(_Form):
    """Parquet: a row a document; its claims as a list, their attributes as JSON."""

    suffix = ".parquet"

    def write(self, part: Path, rows: list[Row]) -> None:
        arrow, parquet = _arrow()
        begun = part.with_suffix(".begun")
        table = arrow.Table.from_pylist([_flat(row) for row in rows], schema=_schema(arrow))
        with begun.open("wb") as out:
            parquet.write_table(table, out, compression="zstd")
            _to_disk(out)
        begun.replace(part)

    def join(self, parts: Iterable[Path], whole: Path) -> None:
        arrow, parquet = _arrow()
        with whole.open("wb") as out:
            with parquet.ParquetWriter(out, _schema(arrow), compression="zstd") as writer:
                for part in parts:
                    writer.write_table(parquet.read_table(part, schema=_schema(arrow)))
            _to_disk(out)


def _arrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as missing:
        raise NotInstalled("Parquet") from missing
    return pyarrow, parquet


_WORDS = ("name", "kind", "title", "state", "reason", "format", "encoding", "sha256", "dated_on")
_MARKS = ("draft", "scanned")
_COUNTS = ("characters", "passages")
_LISTS: dict[
    str, dict[str, type]
] = {  # what is told of a document in lists: the names and types of the values of each
    "fields": {"name": str, "value": str, "start": int, "end": int},
    "links": {"role": str, "address": str, "words": str, "item": str},
    "unread": {"what": str, "why": str},
}
_PLACED: dict[str, type] = {
    "type": str,
    "quote": str,
    "start": int,
    "end": int,
    "rule": str,
    "confidence": float,
}


def _schema(arrow: Any) -> Any:
    kinds = {str: arrow.string(), int: arrow.int64(), float: arrow.float64(), bool: arrow.bool_()}

    def listed(values: dict[str, type]) -> Any:
        return arrow.list_(arrow.struct([(name, kinds[kind]) for name, kind in values.items()]))

    told: dict[str, type] = {"version": int, "input": str, "position": int, "id": str, "error": str}
    told |= dict.fromkeys(_WORDS, str) | dict.fromkeys(_MARKS, bool) | dict.fromkeys(_COUNTS, int)
    columns = [(name, kinds[kind]) for name, kind in told.items()]
    columns += [(name, listed(values)) for name, values in _LISTS.items()]
    columns.append(("records", listed({**_PLACED, "attributes": str})))
    return arrow.schema(columns, metadata={"handback.rows": str(VERSION)})


def _flat(row: Row) -> Row:
    document = row["document"] or {}
    flat: Row = {name: row[name] for name in ("version", "input", "position", "id", "error")}
    flat |= {name: document.get(name) for name in (*_WORDS, *_MARKS, *_COUNTS)}
    flat |= {name: document.get(name, []) for name in _LISTS}
    flat["records"] = [_flat_claim(claim) for claim in row["records"]]
    return flat


def _flat_claim(claim: dict[str, Any]) -> dict[str, Any]:
    placed = {name: claim[name] for name in _PLACED}
    rest = {name: value for name, value in claim.items() if name not in _PLACED}
    return placed | {"attributes": json.dumps(rest, ensure_ascii=False)}


FORMS: dict[str, Form] = {form.suffix: form for form in (Lines(), Parquet())}
