"""The hash of a row: what an event says about the rows that it wrote.

Rows are hashed as the database gives them back, when they are written and when they are verified, so that
both databases agree and what a column type changes on the way in cannot look like tampering.

A column that holds nothing is left out of the hash, so that a table may gain columns and every hash written
before still holds. Columns are not renamed or dropped. Where a migration filled one in all the same, a row
that holds just that may have been hashed before: either hash says the same of it.
"""

import hmac
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from hashlib import sha256
from itertools import islice
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Field

from handback.core.audit.canonical import AS_THEY_STAND, canonical
from handback.core.audit.chain import moment
from handback.records.audit.models import Audited, Salt

TAG = b"handback audit row v1\n"
NOTHING: tuple[Any, ...] = (None, "", [], {})
AT_A_TIME = 400  # keys in one query: well under what either database allows


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it stands: the event that it names, and its hash.

    `before` is what its hash was before a migration filled columns in; None where it holds anything else.
    """

    event: int
    hash: str
    before: str | None = None

    def is_as(self, written: str) -> bool:
        """Whether an event that wrote this row gave it this hash."""
        return written in (self.hash, self.before)


def audited_models() -> list[type[Audited]]:
    """Every model of every app that inherits Audited, in the order of their tables."""
    found = [model for model in apps.get_models(include_auto_created=True) if issubclass(model, Audited)]
    return sorted(found, key=lambda model: model._meta.db_table)


def rows(model: type[Audited], keys: Iterable[Any]) -> dict[str, Row]:
    """The rows of `model` with these primary keys, by key as text; a key without a row is absent."""
    found: dict[str, Row] = {}
    for some in batches(keys, AT_A_TIME):
        found.update(_hashed(model, some))
    return found


def batches(items: Iterable[Any], size: int) -> Iterator[list[Any]]:
    """`items` in lists of at most `size`."""
    left = iter(items)
    while some := list(islice(left, size)):
        yield some


def salt_name(table: str, key: object) -> str:
    """What the salt of a row's personal columns is called."""
    return f"{table}/{key}"


def seal(salt: str, value: object) -> str:
    """The salted hash of a value, in hexadecimal; `salt` is hexadecimal."""
    return hmac.new(bytes.fromhex(salt), canonical(_plain(value)).encode(), sha256).hexdigest()


def _hashed(model: type[Audited], keys: list[Any]) -> Iterator[tuple[str, Row]]:
    fields = _hashed_fields(model)
    table, sealed = model._meta.db_table, set(model.audit_seals)
    salts = _salts(table, keys) if sealed else {}
    key_name = _key(model)
    stored = model._base_manager.filter(pk__in=keys).values_list(*(field.attname for field in fields))
    for values in stored.iterator(chunk_size=AT_A_TIME):
        by_name = {field.attname: value for field, value in zip(fields, values, strict=True)}
        key = str(by_name[key_name])
        salt = salts.get(salt_name(table, key), "")
        columns = {
            str(field.column): seal(salt, by_name[field.attname])
            if field.name in sealed
            else by_name[field.attname]
            for field in fields
            if by_name[field.attname] not in NOTHING
        }
        yield key, Row(by_name["event_id"], _row_hash(table, columns), _before(model, columns))


def _salts(table: str, keys: list[Any]) -> dict[str, str]:
    names = [salt_name(table, key) for key in keys]
    return dict(Salt.objects.filter(id__in=names).values_list("id", "salt"))


def _row_hash(table: str, columns: dict[str, Any]) -> str:
    plain = {name: _plain(value) for name, value in columns.items()}
    return sha256(TAG + canonical({"table": table, "columns": plain}).encode()).hexdigest()


def _before(model: type[Audited], columns: dict[str, Any]) -> str | None:
    named = {field.name: str(field.column) for field in model._meta.concrete_fields}
    filled = {named[name]: value for name, value in model.audit_filled.items()}
    if not filled or any(columns.get(name) != value for name, value in filled.items()):
        return None
    rest = {name: value for name, value in columns.items() if name not in filled}
    return _row_hash(model._meta.db_table, rest)


@cache
def _hashed_fields(model: type[Audited]) -> list["Field[Any, Any]"]:
    out = {*model.audit_omits, *model.audit_unwatched}
    return [field for field in model._meta.concrete_fields if field.name not in out]


def _key(model: type[Audited]) -> str:
    key = model._meta.pk
    if key is None:
        raise TypeError(f"{model.__name__} has no primary key.")
    return key.attname


def _plain(value: Any) -> Any:
    """A column's value as canonical JSON knows it."""
    if type(value) in AS_THEY_STAND:
        return value
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Decimal | UUID):
        return str(value)
    if isinstance(value, bytes | bytearray | memoryview):
        return sha256(value).hexdigest()
    return value
