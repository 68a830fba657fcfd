"""What the public may see of measures: frozen copies, as they stood when somebody published them.

A public page is made from these values alone, so it has no path to a draft or an account.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from handback.records.measures.measured.boards import Board, board_of
from handback.records.measures.measured.copyfile import CopiedIndex, read_copy, read_indices
from handback.records.measures.measured.record import MeasuresRecord
from handback.records.measures.models import Publication

MOST_KEPT = 32  # copies read and kept in one process


@dataclass(frozen=True, slots=True)
class CopyOf:
    """That a copy was published: whose, when, of which day, and the SHA-256 of its content."""

    slug: str
    name: str
    gss: str
    at: datetime
    on: date
    sha256: str
    number: int


@dataclass(frozen=True, slots=True)
class Copy:
    """A published copy. `board` is as it stood on the copy's day, and so are `indices`, by their codes.
    `content` is its file.
    """

    of: CopyOf
    record: MeasuresRecord
    board: Board
    indices: Mapping[str, CopiedIndex]
    content: dict[str, Any]


def copies(slug: str, *, most: int | None = None) -> tuple[CopyOf, ...]:
    """Every copy published of an authority's measures, or at `most` so many, newest first."""
    return tuple(_copy_of(row) for row in Publication.objects.of(slug).newest_first()[:most])


def authorities() -> tuple[CopyOf, ...]:
    """The latest copy of every authority that has published one, by name."""
    found = (_copy_of(row) for row in Publication.objects.newest_of_each())
    return tuple(sorted(found, key=lambda copy: (copy.name, copy.slug)))


def recently(*, most: int) -> tuple[CopyOf, ...]:
    """The copies published last, of every council, newest first."""
    return tuple(_copy_of(row) for row in Publication.objects.newest_first()[:most])


def latest(slug: str, *, known_at: datetime | None = None) -> Copy | None:
    """The newest copy of an authority's measures, or the newest there was at a moment."""
    row = Publication.objects.of(slug).known_at(known_at).newest_first().first()
    return None if row is None else _read(_copy_of(row))


def content_of(of: CopyOf) -> dict[str, Any]:
    """What a copy says, as it was kept: nothing is made of it."""
    content: dict[str, Any] = Publication.objects.values_list("content", flat=True).get(pk=of.number)
    return content


def _copy_of(row: Publication) -> CopyOf:
    authority = row.authority
    return CopyOf(authority.slug, authority.name, authority.gss, row.at, row.on, row.sha256, row.pk)


@lru_cache(maxsize=MOST_KEPT)
def _read(of: CopyOf) -> Copy:
    content = content_of(of)
    record = read_copy(content)
    indices = {one.entry.code: one for one in read_indices(content)}
    return Copy(of, record, board_of(record, on=of.on), indices, content)
