"""What the public may see: frozen copies, as they stood when somebody published them.

A public page is made from these values alone, so it has no path to a draft, a claim or an account.
"""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import Any

from handback.records.powers.models import Publication
from handback.records.powers.recordfile import RegisterFile, read_record, read_register
from handback.records.powers.recordfile.standing import Standing, compiled

MOST_KEPT = 64  # copies parsed and kept in one process; one of 150 functions takes about a megabyte


@dataclass(frozen=True, slots=True)
class CopyOf:
    """That a copy was published: whose, when, and the SHA-256 of its content."""

    slug: str
    name: str
    gss: str
    at: datetime
    sha256: str
    number: int


@dataclass(frozen=True, slots=True)
class Copy:
    """A published copy of an authority's record. `content` is its record file."""

    of: CopyOf
    standing: Standing
    content: dict[str, Any]


@dataclass(frozen=True, slots=True)
class RegisterCopy:
    """A published copy of the register. `content` is its register file."""

    at: datetime
    sha256: str
    register: RegisterFile
    content: dict[str, Any]


def _copy_of(row: Publication) -> CopyOf:
    authority = row.authority
    if authority is None:
        return CopyOf("register", "Register of interventions", "", row.at, row.sha256, row.pk)
    return CopyOf(authority.slug, authority.name, authority.gss, row.at, row.sha256, row.pk)


def copies(slug: str, *, most: int | None = None) -> tuple[CopyOf, ...]:
    """Every copy published of an authority's record, or at `most` so many, newest first."""
    return tuple(_copy_of(row) for row in Publication.objects.of(slug).newest_first()[:most])


def authorities() -> tuple[CopyOf, ...]:
    """The latest copy of every authority that has published one, by name."""
    found = (_copy_of(row) for row in Publication.objects.newest_of_each())
    return tuple(sorted(found, key=lambda copy: (copy.name, copy.slug)))


def latest(slug: str, *, known_at: datetime | None = None) -> Copy | None:
    """The newest copy of an authority's record, or the newest there was at a moment."""
    row = Publication.objects.of(slug).known_at(known_at).newest_first().first()
    return None if row is None else _parsed(_copy_of(row))


def content_of(of: CopyOf) -> dict[str, Any]:
    """What a copy says, as it was kept: nothing is made of it."""
    content: dict[str, Any] = Publication.objects.values_list("content", flat=True).get(pk=of.number)
    return content


def nothing_yet(copy: Copy) -> Copy:
    """What the public knew before an authority’s first copy: whose record it would be, nothing in it."""
    record = replace(
        copy.standing.record,
        functions=(),
        appointments=(),
        instruments=(),
        proposals=(),
        events=(),
        delegations=(),
    )
    return Copy(copy.of, compiled(record), {})


@lru_cache(maxsize=MOST_KEPT)
def _parsed(of: CopyOf) -> Copy:
    content = content_of(of)
    record = read_record(json.dumps(content).encode(), name=f"the published copy of {of.name}")
    return Copy(of, compiled(record), content)


def register() -> RegisterCopy | None:
    """The newest published copy of the register of interventions."""
    row = Publication.objects.filter(authority=None).newest_first().first()
    return None if row is None else _parsed_register(_copy_of(row))


@lru_cache(maxsize=2)
def _parsed_register(of: CopyOf) -> RegisterCopy:
    content = Publication.objects.values_list("content", flat=True).get(pk=of.number)
    file = read_register(json.dumps(content).encode(), name="the published register")
    return RegisterCopy(of.at, of.sha256, file, content)


def recently(*, most: int) -> tuple[CopyOf, ...]:
    """The copies published last, of every council and of the register, newest first."""
    return tuple(_copy_of(row) for row in Publication.objects.newest_first()[:most])
