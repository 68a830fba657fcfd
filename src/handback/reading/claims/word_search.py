"""Whether a long text holds any of some words: each is looked for by its letters before its grammar.

To look for given letters is the quickest search there is. A pattern that begins with the edge of a word,
or that takes no notice of capitals, is tried at every character of a text instead.
"""

import re
from collections.abc import Iterable

from handback.reading.words.letters import folded

_LETTERS = re.compile(r"[a-z ]+(?![?*{])")


class WordSearch:
    """Words of which any may stand in a text, in capitals or not.

    Each is a regular expression in lower case that begins with letters, such as `directions?`, and
    matches whole words.
    """

    def __init__(self, alternatives: Iterable[str]) -> None:
        self._ways = tuple((_opening(words), re.compile(rf"\b(?:{words})\b")) for words in alternatives)

    def is_in(self, text: str) -> bool:
        """Whether any of the words stands in a text."""
        low = text.lower()
        return any(_stands(letters, pattern, low) for letters, pattern in self._ways)


class LineSearch:
    """A regular expression in small letters with which some line of a text may begin, in capitals or not."""

    def __init__(self, words: str) -> None:
        self._first = re.compile(words, re.M)
        self._further = re.compile(rf"\n(?:{words})", re.M)  # a search for one letter, then a match

    def is_in(self, text: str, end: int) -> bool:
        """Whether any line of the first `end` characters of a text begins so."""
        low = folded(text[:end])
        return bool(self._first.match(low) or self._further.search(low))


def _stands(letters: str, pattern: re.Pattern[str], low: str) -> bool:
    """Whether a pattern, whose matches all begin with some letters, matches at any place of these."""
    at = low.find(letters)
    while at >= 0:
        if pattern.match(low, at):
            return True
        at = low.find(letters, at + 1)
    return False


def _opening(words: str) -> str:
    """The letters that all of an alternative's words begin with: "direction" of `directions?`."""
    found = _LETTERS.match(words)
    if found is None:
        raise ValueError(f"{words!r} does not begin with letters.")
    return found[0]
