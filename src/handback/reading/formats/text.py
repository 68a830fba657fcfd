"""Plain text: blocks between blank lines, lines within blocks, and lines that were only wrapped."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice

from handback.reading.document import Kind, Passage
from handback.reading.formats.bounds import MOST_PASSAGES, reach, rest_from
from handback.reading.formats.laid_out import LaidOut
from handback.reading.formats.markers import MARKER
from handback.reading.formats.shapes import is_row, label_of, shaped

_LINE = re.compile(r"[^\n]+")
_BLANK = re.compile(r"\n[ \t\xa0\r\f\v]*\n")
_ENDED = re.compile(r"[.:;!?|\]”\"]['’)]*\s*$")
WRAPPED_AT = range(45, 101)  # characters: text wrapped by hand or by a mail program breaks between these
_STEMS = re.compile(r":\s*$")


def lay_out(text: str) -> LaidOut:
    """The passages of a plain text, as far as it is looked through; the text itself is kept as it is."""
    passages: list[Passage] = []
    heading, after_stem, stop = "", False, reach(text)
    for start, end, alone in _pieces(text, stop):
        if len(passages) == MOST_PASSAGES:
            stop = start
            break
        passage = shaped(text, start, end, alone=alone and not after_stem, heading=heading)
        if passage.start >= passage.end:
            continue
        passages.append(passage)
        words = text[passage.start : min(passage.end, passage.start + 200)]
        if passage.kind is Kind.HEADING:
            heading = words
        after_stem = bool(
            _STEMS.search(text[max(passage.start, passage.end - 40) : passage.end])
        ) and not label_of(words)
        after_stem = after_stem and len(words) > 30
    if passages and passages[-1].kind is Kind.HEADING and stop >= len(text.rstrip()):
        passages[-1] = replace(passages[-1], kind=Kind.PARAGRAPH, level=0)  # it names nothing that follows
    return LaidOut(text, tuple(passages), rest_from(text, stop))


def _pieces(text: str, stop: int) -> Iterator[tuple[int, int, bool]]:
    """Start and end of each piece, and whether it stands alone between blank lines or among short lines."""
    at = 0
    for gap in chain((m.span() for m in _BLANK.finditer(text, 0, stop)), [(stop, stop)]):
        lines = (m.span() for m in _LINE.finditer(text, at, gap[0]) if text[m.start() : m.end()].strip())
        pieces = list(islice(_joined(text, lines), MOST_PASSAGES + 1))
        at = gap[1]
        for start, end in pieces:
            short = end - start < WRAPPED_AT.start * 2 and not MARKER.match(text, start, end)
            yield start, end, len(pieces) == 1 or short


def _joined(text: str, lines: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Lines of one block, with a line that was only wrapped put back after the one before."""
    begun: tuple[int, int] | None = None
    previous = (0, 0)
    for line in lines:
        if begun is not None and _continues(text, previous, line):
            begun = (begun[0], line[1])
        else:
            if begun is not None:
                yield begun
            begun = line
        previous = line
    if begun is not None:
        yield begun


def _continues(text: str, before: tuple[int, int], line: tuple[int, int]) -> bool:
    """Whether a line goes on with the sentence of the line before."""
    if before[1] - before[0] not in WRAPPED_AT:
        return False
    last, words = text[before[0] : before[1]], text[line[0] : min(line[1], line[0] + 200)]
    if (
        _ENDED.search(last)
        or is_row(last)
        or is_row(words)
        or MARKER.match(words)
        or label_of(words)
        or label_of(last)
    ):
        return False
    return not words[0].isspace() or last[0].isspace()
