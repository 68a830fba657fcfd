"""Where a quotation stands in a document, word for word; nothing but the spaces between words may differ.

A quotation lies in one passage: words that end one and begin the next say nothing together.
"""

import re
from bisect import bisect_right

from handback.reading.document import Document
from handback.reading.second.asking import Piece

_SPACE = re.compile(r"\s+")


def place_of(document: Document, piece: Piece, quote: str) -> tuple[int, int] | None:
    """The first place of these words in a piece, as whole words, or None where they do not stand there."""
    words = [re.escape(word) for word in _SPACE.split(quote.strip().rstrip(".;,")) if word]
    if not words:
        return None
    pattern = r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)"
    found = re.compile(pattern).finditer(document.text, piece.start, piece.end)
    return next((place.span() for place in found if _in_one(document, *place.span())), None)


def _in_one(document: Document, start: int, end: int) -> bool:
    passages = document.passages
    number = bisect_right(passages, start, key=lambda passage: passage.end)
    return number < len(passages) and passages[number].start <= start and end <= passages[number].end
