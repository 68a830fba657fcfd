"""Patterns sought by the characters that their matches begin with, worked out from the pattern itself.

The library looks for the first letters of a pattern only where it plainly begins with them. One that begins
with the edge of a word, or with ways of which some are optional, it tries in full at every character of a
sentence: several times the work of looking whether any of its letters stands there at all.
"""

import re
from collections.abc import Iterable
from re import _constants as of  # type: ignore[attr-defined]  # the only names that Python gives the parts
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

MOST_IN_RANGE = 30  # characters of a class that are written out
_REPEATS = (of.MAX_REPEAT, of.MIN_REPEAT, of.POSSESSIVE_REPEAT)
#: Characters that Python takes for a letter where capitals do not count, beside its capital.
_ALIKE = {"i": "İı", "s": "ſ", "k": "\u212a"}


class BeginsWithAnything(ValueError):
    """A pattern of which it cannot be said with what its matches begin."""


def sought(words: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile`, with a look at what every match begins with before anything else.

    Raises BeginsWithAnything where that cannot be said.
    """
    begins = "".join(re.escape(one) for one in sorted(beginnings_of(words, flags)))
    return re.compile(f"(?=[{begins}])(?:{words})", flags)


def beginnings_of(words: str, flags: int = 0) -> frozenset[str]:
    """The characters of which one begins every match, in both cases where case does not count."""
    parsed = parser.parse(words, flags)
    first, may_be_empty = _sequence(parsed, any_case=bool(parsed.state.flags & re.I))
    if may_be_empty:
        raise BeginsWithAnything(f"{words!r} can match nothing at all.")
    return first


def _sequence(parts: Iterable[Any], *, any_case: bool) -> tuple[frozenset[str], bool]:
    """What a sequence can begin with, and whether it can be empty."""
    first = frozenset[str]()
    for kind, value in parts:
        more, may_be_empty = _part(kind, value, any_case=any_case)
        first |= more
        if not may_be_empty:
            return first, False
    return first, True


def _part(kind: Any, value: Any, *, any_case: bool) -> tuple[frozenset[str], bool]:
    """The characters that one part of a pattern may begin with, and whether it may match nothing."""
    if kind is of.LITERAL:
        return _cased(chr(value), any_case=any_case), False
    if kind is of.IN:
        return frozenset().union(*(_cased(one, any_case=any_case) for one in _members(value))), False
    if kind in (of.AT, of.ASSERT, of.ASSERT_NOT):
        return frozenset(), True
    if kind is of.SUBPATTERN:
        _, added, taken, inside = value
        return _sequence(inside, any_case=(any_case or bool(added & re.I)) and not taken & re.I)
    if kind is of.BRANCH:
        ways = [_sequence(way, any_case=any_case) for way in value[1]]
        return frozenset().union(*(first for first, _ in ways)), any(empty for _, empty in ways)
    if kind in _REPEATS:
        first, may_be_empty = _sequence(value[2], any_case=any_case)
        return first, may_be_empty or value[0] == 0
    raise BeginsWithAnything(f"{kind} can be any character.")


def _members(members: Any) -> Iterable[str]:
    """The characters of a class that is a list or short ranges of them."""
    for kind, value in members:
        if kind is of.LITERAL:
            yield chr(value)
        elif kind is of.RANGE and value[1] - value[0] < MOST_IN_RANGE:
            yield from map(chr, range(value[0], value[1] + 1))
        else:
            raise BeginsWithAnything("A class can be any of many characters.")


def _cased(one: str, *, any_case: bool) -> frozenset[str]:
    if not any_case:
        return frozenset({one})
    return frozenset({one, *one.lower(), *one.upper(), *_ALIKE.get(one.lower(), "")})
