"""Whether a long text holds any of some words: each is looked for by its letters before its grammar.

To look for given letters is the quickest search there is. A pattern that begins with the edge of a word,
or that takes no notice of capitals, is tried at every character of a text instead.
"""

import re
from collections.abc import Iterable

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
        return any(letters in low and pattern.search(low) for letters, pattern in self._ways)


def _opening(words: str) -> str:
    """The letters that all of an alternative's words begin with: "direction" of `directions?`."""
    found = _LETTERS.match(words)
    if found is None:
        raise ValueError(f"{words!r} does not begin with letters.")
    return found[0]
