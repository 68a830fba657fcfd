"""Words that were parted at the end of a line, put together again."""

import re
from collections.abc import Iterable

from handback.reading.formats.pdf.pages import HYPHENS

_PARTED = re.compile(r"(?P<first>[^\W\d_]{2,})[-‐\x02\ufffe\xad]$")
_REST = re.compile(r"[^\W\d_]+")
_KEPT = frozenset(
    [
        *("self", "non", "co", "long", "short", "well", "cross", "part", "full", "multi", "half", "mid"),
        *("one", "two", "three", "four", "five", "six", "ten", "follow", "high", "low", "ex", "vice"),
        *("year", "medium", "ill", "hard", "soft", "third", "first", "second", "decision", "all", "call"),
        *("up", "by", "in", "on", "off", "over", "under", "user", "front", "back", "face", "value", "cost"),
    ]
)


class Mending:
    """Puts lines together. A parted word keeps its hyphen where the document has it with one elsewhere."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def learn(self, words: Iterable[str]) -> None:
        """Takes note of words that stand whole, hyphens and all."""
        self._seen.update(word.strip(".,;:()'\"’“”").lower() for word in words)

    def lines(self, lines: Iterable[str]) -> str:
        """Lines of one paragraph or cell as one."""
        text = ""
        for line in lines:
            text = self.join(text, line) if text else line
        return cleaned(text)

    def join(self, text: str, line: str) -> str:
        """A text with one more line."""
        parted, rest = _PARTED.search(text[-60:]), _REST.match(line)
        if parted and rest and line[0].islower():
            return text[:-1] + ("-" if self._keeps(parted["first"].lower(), rest[0].lower()) else "") + line
        if text[-1:] in HYPHENS or (text[-1:] in "-/" and text[-2:-1].isalnum() and line[:1].isalnum()):
            return text + line
        return f"{text} {line}"

    def _keeps(self, first: str, rest: str) -> bool:
        if f"{first}-{rest}" in self._seen:
            return True
        return first + rest not in self._seen and first in _KEPT


def cleaned(text: str) -> str:
    """A text with hyphens as people type them."""
    for mark in "\x02\ufffe":
        text = text.replace(mark, "-")
    return " ".join(text.replace("\xad", "").split())
