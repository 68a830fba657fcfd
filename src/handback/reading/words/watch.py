"""What rules look out for: the letters that each cannot do without, all found in one pass over a document.

A rule says once, beside its patterns, that it waits for them (`GIVES = watch(_GIVES)`), and then asks of a
sentence whether it may hold any (`sentence.may & GIVES`). The letters are worked out from the patterns
(`letters`), so that there is no second list of words to keep. To be let through decides nothing: the
patterns decide.
"""

import re
import sys
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, reduce
from operator import or_
from typing import NamedTuple

import ahocorasick

from handback.reading.words.beginnings import sought
from handback.reading.words.letters import folded, letters_in, letters_of

EVERYTHING = -1  # what a stretch may hold that nobody has looked at

_watched: dict[str, int] = {}
_built: tuple[int, ahocorasick.Automaton] | None = None
_gates = 0


def watch(*patterns: "re.Pattern[str] | Waiting", letters: Iterable[str] = ()) -> int:
    """A gate, as one bit: set of a stretch in which a pattern may match, or any of the letters stand.

    The letters are in lower case. Raises ValueError for a pattern that can match without letters of its own.
    """
    global _gates
    gate = 1 << _gates
    _gates += 1
    for one in {*letters, *(letter for pattern in patterns for letter in _letters(pattern))}:
        _watched[one] = _watched.get(one, 0) | gate
    return gate


def _letters(pattern: "re.Pattern[str] | Waiting") -> Iterable[str]:
    return pattern.letters if isinstance(pattern, Waiting) else letters_of(pattern)


def _automaton() -> ahocorasick.Automaton:
    global _built
    if _built is None or _built[0] != _gates:
        made = ahocorasick.Automaton()
        for letters, gates in _watched.items():
            made.add_word(letters, gates)
        made.make_automaton()
        _built = _gates, made
    return _built[1]


class Sights:
    """Where in a document the letters stand that some rule waits for; `anywhere` has all its gates."""

    def __init__(self, plain: str, *, gated: bool = True) -> None:
        """Looks through a text; not `gated`, it holds that anything may stand anywhere."""
        self._gated = gated
        met = list(_automaton().iter(folded(plain))) if gated and _watched else []
        self._places = [place for place, _ in met]
        self._gates = [gates for _, gates in met]
        self.anywhere = reduce(or_, self._gates, 0) if gated else EVERYTHING

    def between(self, start: int, end: int) -> int:
        """The gates of all letters that end between two places of the document."""
        if not self._gated:
            return EVERYTHING
        first = bisect_left(self._places, start)
        return reduce(or_, self._gates[first : bisect_left(self._places, end, first)], 0)


class Watched(NamedTuple):
    """A pattern with its gate: tried only on words of a stretch that may hold a match."""

    pattern: re.Pattern[str]
    gate: int

    def search(self, words: str, may: int) -> re.Match[str] | None:
        """The first match, if there is one; `may` are the gates of these words or of more."""
        return self.pattern.search(words) if may & self.gate else None

    def match(self, words: str, may: int) -> re.Match[str] | None:
        """The match at the start, if there is one."""
        return self.pattern.match(words) if may & self.gate else None

    def finditer(self, words: str, may: int) -> Iterator[re.Match[str]]:
        """Every match, in order."""
        return self.pattern.finditer(words) if may & self.gate else iter(())


def watched(words: str, flags: int = 0) -> Watched:
    """`re.compile`, for a pattern that is asked of sentences or pages whose gates are known."""
    pattern = re.compile(words, flags)
    return Watched(pattern, watch(pattern))


#: A run of any characters but some, at the beginning: a pattern is tried with each length of it everywhere.
_RUN = re.compile(r"\(\?P<\w+>\[\^[^]\\]+\]\{\d+,\d+\}\??\)")


class Waiting:
    """A pattern that is tried only on words with letters that it cannot match without.

    It is compiled by `made` when it is first tried: most patterns find nothing to try in a document.
    """

    def __init__(
        self, words: str, flags: int, made: Callable[[str, int], re.Pattern[str]] = re.compile
    ) -> None:
        self._words, self._flags, self._made = words, flags, made

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern itself."""
        return self._made(self._words, self._flags)

    @cached_property
    def letters(self) -> tuple[str, ...]:
        """What it waits for, worked out when it is first asked."""
        return tuple(sorted(letters_in(self._words, self._flags)))

    @cached_property
    def _rest(self) -> re.Pattern[str] | None:
        """What stands behind a run of any characters that the pattern begins with, if it begins with one."""
        run = _RUN.match(self._words)
        return re.compile(self._words[run.end() :], self._flags) if run else None

    def may_match(self, words: str, start: int = 0, end: int = sys.maxsize) -> bool:
        """Whether words hold letters that the pattern waits for, and what stands behind its run, if any."""
        low = words.lower() if words.isascii() else folded(words)
        for letters in self.letters:
            if letters in low:
                return self._rest is None or self._rest.search(words, start, end) is not None
        return False

    def search(self, words: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match, if there is one."""
        return self.pattern.search(words, start, end) if self.may_match(words, start, end) else None

    def match(self, words: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match at the start, if there is one."""
        return self.pattern.match(words, start, end) if self.may_match(words, start, end) else None

    def fullmatch(self, words: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match of all the words, if there is one."""
        return self.pattern.fullmatch(words, start, end) if self.may_match(words, start, end) else None

    def finditer(self, words: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Every match, in order."""
        return self.pattern.finditer(words, start, end) if self.may_match(words, start, end) else iter(())

    def sub(self, instead: str | Callable[[re.Match[str]], str], words: str) -> str:
        """The words with other words in the place of every match."""
        return self.pattern.sub(instead, words) if self.may_match(words) else words


def waits(words: str, flags: int = 0) -> Waiting:
    """`re.compile`, for a pattern that is seldom met and whose letters tell so."""
    return Waiting(words, flags)


def seeks(words: str, flags: int = 0) -> Waiting:
    """`waits`, for a pattern that is `sought` where its letters stand."""
    return Waiting(words, flags, sought)
