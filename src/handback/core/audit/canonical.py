"""Canonical JSON: one text for one value, so that a hash means the same on every machine and database.

1. Keys are strings, sorted by code point; no space between tokens; UTF-8, with nothing escaped that need
   not be.
2. A number is written one way: 1.0 is 1, and a fraction has the fewest digits that give it back. Not a
   number, infinity and whole floats from 2^53 on, which databases write differently, are refused.
3. Text is hashed as it stands. Unicode normalisation would change words that are kept as evidence.
4. Lists and tuples are the same. Dates are not JSON: the caller writes them as text.
"""

from hashlib import sha256
from json import JSONEncoder
from math import isfinite
from typing import Any

EXACT_WHOLE_NUMBERS = 2**53  # beyond it a double has gaps between whole numbers
AS_THEY_STAND = frozenset({str, int, bool, type(None)})

_encode = JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


class NotCanonical(ValueError):
    """A value that has no single JSON text."""


def canonical(value: Any) -> str:
    """The one JSON text of `value`: None, bool, int, float, str, and lists and dicts of them.

    Raises NotCanonical for anything else, and for text that is not Unicode (a lone surrogate).
    """
    text = _encode(_plain(value))
    try:
        text.encode()
    except UnicodeEncodeError:
        raise NotCanonical(f"The text {text[:200]!r} is not Unicode: it holds half of a character.") from None
    return text


def fingerprint(value: Any) -> str:
    """SHA-256 of the canonical text, in hexadecimal."""
    return sha256(canonical(value).encode()).hexdigest()


def _plain(value: Any) -> Any:
    if type(value) in AS_THEY_STAND:
        return value
    if isinstance(value, dict):
        return {
            _key(key): item if type(item) in AS_THEY_STAND else _plain(item) for key, item in value.items()
        }
    if isinstance(value, (list, tuple)):
        return [item if type(item) in AS_THEY_STAND else _plain(item) for item in value]
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, (str, int)):  # an enumeration
        return value
    raise NotCanonical(f"A {type(value).__name__} cannot be written as JSON: {value!r}.")


def _key(key: Any) -> str:
    if isinstance(key, str):
        return key
    raise NotCanonical(f"The key {key!r} is not text.")


def _number(value: float) -> int | float:
    if not isfinite(value):
        raise NotCanonical(f"{value} is not a number that JSON can hold.")
    if not value.is_integer():
        return value
    if abs(value) >= EXACT_WHOLE_NUMBERS:
        raise NotCanonical(f"{value} is a whole number too large for a float: write it as an int or as text.")
    return int(value)
