"""Where a quotation stands in a document, word for word; nothing but the spaces between words may differ."""

import re

from handback.reading.document import Document
from handback.reading.second.asking import Piece

_SPACE = re.compile(r"\s+")


def place_of(document: Document, piece: Piece, quote: str) -> tuple[int, int] | None:
    """The first place of these words in a piece, as whole words, or None where they do not stand there."""
    words = [re.escape(word) for word in _SPACE.split(quote.strip().rstrip(".;,")) if word]
    if not words:
        return None
    pattern = r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)"
    found = re.compile(pattern).search(document.text, piece.start, piece.end)
    return found.span() if found else None
