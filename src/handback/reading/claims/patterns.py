"""Patterns that stand where they are used, each compiled once."""

import re
from functools import cache


@cache
def pattern(words: str, flags: int = 0) -> re.Pattern[str]:
    """The compiled pattern; the standard library keeps only the last few hundred of them."""
    return re.compile(words, flags)
