"""The letters that a pattern cannot match without, worked out from the pattern itself.

`(?:recommendations?|as (?:set out|per))` matches nothing where neither "recommendation" nor "set" nor "per"
stands. To look for given letters, of all patterns at once, is far quicker than to try a pattern. So it is
known from a rule's own words where it has nothing to find.
"""

import re
from collections.abc import Iterable
from re import _constants as of  # type: ignore[attr-defined]  # the only names that Python gives the parts
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

MOST_WAYS = 120  # in which a part is written out: beyond, only what the part itself must hold is asked
MOST_LETTERS = 12  # of a class of characters that is written out
_REPEATS = (of.MAX_REPEAT, of.MIN_REPEAT, of.POSSESSIVE_REPEAT)
#: Letters that Python takes for i and s where capitals do not count, though they have no such small letter.
_ALIKE = {"İ": "i", "ı": "i", "ſ": "s"}
_UNUSUAL = re.compile(r"[^\x00-\xff]")  # none of the first 256 characters is like another

Ways = frozenset[str] | None


def folded(text: str) -> str:
    """A text in small letters and plain figures, each character at its place."""
    if not text.isascii() and _UNUSUAL.search(text):
        for one in set(_UNUSUAL.findall(text)):
            if one in _ALIKE or one.isdecimal():
                text = text.replace(one, _ALIKE.get(one, "0"))
    return text.lower()


def letters_of(pattern: re.Pattern[str]) -> frozenset[str]:
    """Letters, in lower case and without spaces, of which every match holds some one.

    Raises ValueError for a pattern of which nothing can be said ("any letter").
    """
    return letters_in(pattern.pattern, pattern.flags)


def letters_in(words: str, flags: int = 0) -> frozenset[str]:
    """`letters_of`, for a pattern that is not compiled yet."""
    exact, needed = _sequence(parser.parse(words, flags))
    needed = _better(needed, _words(exact))
    if needed is None:
        raise ValueError(f"{words!r} can match without any letters of its own.")
    return least(needed)


def least(letters: Iterable[str]) -> frozenset[str]:
    """Some letters without those that hold others: "reports" is met wherever "report" is."""
    kept: list[str] = []
    for one in sorted(letters, key=len):
        if not any(other in one for other in kept):
            kept.append(one)
    return frozenset(kept)


def _sequence(parts: Iterable[Any]) -> tuple[Ways, Ways]:
    """All that a sequence can be, if that can be written out; and letters that it must hold."""
    run: frozenset[str] = frozenset({""})
    needed: Ways = None
    whole = True
    for kind, value in parts:
        exact, inner = _part(kind, value)
        if exact is not None and len(run) * len(exact) <= MOST_WAYS:
            run = frozenset(a + b for a in run for b in exact)
            continue
        whole = False
        needed = _better(_better(needed, _words(run)), inner if exact is None else None)
        run = exact if exact is not None else frozenset({""})
    return (run if whole else None), _better(needed, _words(run))


def _part(kind: Any, value: Any) -> tuple[Ways, Ways]:
    if kind is of.LITERAL:
        return frozenset({folded(chr(value))}), None
    if kind is of.IN:
        return _class(value), None
    if kind in (of.AT, of.ASSERT, of.ASSERT_NOT):
        return frozenset({""}), None
    if kind is of.SUBPATTERN:
        return _sequence(value[-1])
    if kind is of.ATOMIC_GROUP:
        return _sequence(value)
    if kind is of.BRANCH:
        return _branches([_sequence(way) for way in value[1]])
    return _repeated(*value) if kind in _REPEATS else (None, None)


def _branches(ways: list[tuple[Ways, Ways]]) -> tuple[Ways, Ways]:
    written = [exact for exact, _ in ways if exact is not None]
    exact = frozenset[str]().union(*written) if len(written) == len(ways) else None
    needs = [one for whole, inner in ways if (one := _better(inner, _words(whole))) is not None]
    needed = frozenset[str]().union(*needs) if len(needs) == len(ways) else None
    return (exact if exact is not None and len(exact) <= MOST_WAYS else None), needed


def _repeated(least_times: int, most_times: int, inside: Any) -> tuple[Ways, Ways]:
    exact, needed = _sequence(inside)
    if least_times == 0:
        return (exact | {""} if most_times == 1 and exact is not None else None), None
    if most_times == 1:
        return exact, needed
    return None, _better(needed, _words(exact))


def _class(members: Any) -> Ways:
    """The characters of a class in small letters, where it is a short list of them."""
    out: set[str] = set()
    for kind, value in members:
        if kind is of.LITERAL:
            out.add(folded(chr(value)))
        elif kind is of.CATEGORY and value is of.CATEGORY_DIGIT:
            out |= set("0123456789")
        elif kind is of.RANGE and value[1] - value[0] < MOST_LETTERS:
            out |= {folded(chr(code)) for code in range(value[0], value[1] + 1)}
        else:
            return None
    return frozenset(out) if len(out) <= MOST_LETTERS else None


def _words(ways: Ways) -> Ways:
    """The longest word of each way of writing, since runs of spaces differ; None where one has no word."""
    if ways is None:
        return None
    longest = frozenset(max(way.split(), key=len, default="") for way in ways)
    return None if "" in longest else longest


def _better(one: Ways, other: Ways) -> Ways:
    """Of two sets of letters the one that is met less often: whose shortest letters are longer."""
    if one is None or other is None:
        return other if one is None else one
    return max(one, other, key=lambda ways: (min(map(len, ways)), -len(ways)))
