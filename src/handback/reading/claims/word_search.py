"""Searches for words that begin with their letters: the quickest searches there are.

`re` looks for one of some letters in a stride of its own; a pattern that begins with the edge of a word, or
that takes no notice of capitals, is tried at every character instead.
"""

import re
from collections.abc import Iterable


def word_search(alternatives: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of these at the beginning of a word, in capitals or not.

    Each alternative is a regular expression that begins with an ASCII letter. The same is found as by
    `\\b(?:...)` with `re.I`, save that an alternative of another first letter never comes before.
    """
    by_letter: dict[str, list[str]] = {}
    for alternative in alternatives:
        by_letter.setdefault(alternative[0].lower(), []).append(alternative[1:])
    letters = "".join(f"{letter}{letter.upper()}" for letter in by_letter)
    rests = "|".join(
        rf"(?<=\b[{letter}{letter.upper()}])(?i:{'|'.join(rest)})" for letter, rest in by_letter.items()
    )
    return re.compile(rf"[{letters}](?:{rests})")
