"""Frozen values as plain JSON and back: days and moments as ISO text, decimals as they were written.

What is left at its default is left out. Nothing here knows what the values are about.
"""

import types
from collections.abc import Hashable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Value = TypeVar("Value")


class NotSuchAValue(ValueError):
    """JSON that does not say what it should."""

    def __init__(self, wanted: str, found: object) -> None:
        super().__init__(f"{wanted} was expected, not {str(found)[:200]!r}.")


def plain(value: Any) -> Any:
    """A value as JSON holds it."""
    if is_dataclass(value) and not isinstance(value, type):
        said = {one.name: getattr(value, one.name) for one in fields(value)}
        return {one.name: plain(said[one.name]) for one in fields(value) if said[one.name] != _left_at(one)}
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return value


def value_of(kind: type[Value], said: Any) -> Value:
    """The value of a dataclass that JSON says. Raises NotSuchAValue."""
    if not isinstance(said, dict):
        raise NotSuchAValue(kind.__name__, said)
    named: Any = kind
    hints = _hints(named)
    if unknown := said.keys() - hints.keys():
        raise NotSuchAValue(kind.__name__, sorted(unknown))
    try:
        return kind(**{name: _as(hints[name], item) for name, item in said.items()})
    except TypeError:
        raise NotSuchAValue(kind.__name__, said) from None


@cache
def _hints(kind: Hashable) -> dict[str, Any]:
    return get_type_hints(kind)


def _left_at(field: "Field[Any]") -> Any:
    if field.default is not MISSING:
        return field.default
    return MISSING if field.default_factory is MISSING else field.default_factory()


def _as(kind: Any, said: Any) -> Any:
    origin, parts = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        some = [part for part in parts if part is not type(None)]
        return None if said is None else _as(some[0], said)
    if origin is tuple:
        return tuple(_as(parts[0], item) for item in _checked(list, said))
    if origin is not None:
        return _checked(dict, said)
    if isinstance(kind, type) and is_dataclass(kind):
        return value_of(kind, said)
    if kind in (date, datetime, Decimal) or issubclass(kind, StrEnum):
        return _from_text(kind, _checked(str, said))
    return _checked(kind, said)


def _from_text(kind: Any, text: str) -> Any:
    try:
        return kind.fromisoformat(text) if kind in (date, datetime) else kind(text)
    except (ValueError, ArithmeticError):
        raise NotSuchAValue(kind.__name__, text) from None


def _checked(kind: type[Value], said: Any) -> Value:
    if not isinstance(said, kind) or (kind is int and isinstance(said, bool)):
        raise NotSuchAValue(kind.__name__, said)
    return said
