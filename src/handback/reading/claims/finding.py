"""How a rule hands over what it found: places in a sentence, turned into a claim of the document."""

from types import MappingProxyType
from typing import Any

from handback.reading.claims.claim import Claim, Type
from handback.reading.claims.lists import trimmed
from handback.reading.document import Document
from handback.reading.words.sentences import Sentence

LONGEST_QUOTE = 1_500  # characters: a clause that stands by itself is never longer


def claim(
    document: Document,
    kind: Type,
    sentence: Sentence,
    start: int,
    end: int,
    *,
    rule: str,
    confidence: float,
    **attributes: Any,
) -> Claim:
    """The claim over places `start` to `end` of a sentence, hanging marks and joining words left out."""
    start, end = trimmed(sentence.words, start, min(end, start + LONGEST_QUOTE))
    first, last = sentence.place(start), sentence.place(max(end - 1, start)) + 1
    return Claim(kind, document.text[first:last], first, last, MappingProxyType(attributes), rule, confidence)
