"""Patterns compiled when they are first tried: a short document tries few of those that there are."""

import re
from typing import Any, cast

_WAYS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


class _Later:
    """What stands for a pattern until it is tried; from then on it has that pattern's own ways of trying."""

    def __init__(self, words: str, flags: int) -> None:
        self.pattern, self.flags = words, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self.flags)
        for way in _WAYS:
            setattr(self, way, getattr(compiled, way))
        return getattr(compiled, name)


def later(words: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile`, done when the pattern is first tried.

    For patterns that take long to compile and are seldom tried. A match's own `re` is another object.
    """
    return cast(re.Pattern[str], _Later(words, flags))
