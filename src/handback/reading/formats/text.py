"""Plain text: blocks between blank lines, lines within blocks, and lines that were only wrapped.

Text that was pasted from a page has often lost its blank lines, its headings and the ends of its fields.
Where most lines of a document end near one width, they were wrapped there, and a line goes on with the one
before if its first word would have had no room there. Fields that run on in one line are taken apart.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice, pairwise

from handback.reading.document import Kind, Passage, written_lines
from handback.reading.formats.bounds import MOST_PASSAGES, reach, rest_from
from handback.reading.formats.laid_out import LaidOut
from handback.reading.formats.markers import MARKER
from handback.reading.formats.shapes import is_row, label_of, labels_in, shaped

_BLANK = re.compile(r"\n[ \t\xa0\r\f\v]*\n")
_ENDED = re.compile(r"[.:;!?|\]”\"]['’)]*\s*$")
WRAPPED_AT = range(45, 101)  # characters: text wrapped by hand or by a mail program breaks between these
LONGEST_WRAPPED = 130  # characters: what is longer is a paragraph that nobody wrapped
_FEWEST_WHOLE = 3  # lines that are whole paragraphs, by which it is plain that nothing was wrapped
UNWRAPPED = -1
_PARTED = re.compile(r"[a-z][-¬]\s*$")  # a word is parted at the end of a line
PAGE_WIDTHS = range(40, 181)  # characters in a line of a printed page, portrait or landscape
_NEAR_WIDTH = 0.8  # share of the width from which a line counts as filling it
_GOING_ON = 0.75  # share of the width of a line that a small letter may go on from
_CLOSE_TO_WIDTH = 0.92  # share from which the next word had no room
_WRAPPED_SHARE = 0.25  # share of lines that fill the width where a document was wrapped
_FEWEST_LINES = 6  # by which that can be told
_LINES_LOOKED_AT = 2_000
_STEMS = re.compile(r":\s*$")
#: A line that cannot end there: the sentence goes on in the next, whatever stands between them.
_BREAKS_OFF = re.compile(
    r"[ \t](?:the|of|an?|in|by|with|from|its|their|his|her|our|these|those|is|are|was|were|been|into|between"
    r"|under)[ \t]*$"
)


def lay_out(text: str) -> LaidOut:
    """The passages of a plain text, as far as it is looked through; the text itself is kept as it is."""
    passages: list[Passage] = []
    heading, after_stem, stop = "", False, reach(text)
    for start, end, alone in _with_markers(text, _pieces(text, stop)):
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
    at, width = 0, wrapped_at(text, stop)
    for gap in chain((m.span() for m in _BLANK.finditer(text, 0, stop)), [(stop, stop)]):
        if _goes_on_below(text, at, gap):
            continue
        lines = _rows_of_cells(text, list(written_lines(text, at, gap[0])))
        pieces = list(islice(_joined(text, lines, width), MOST_PASSAGES + 1))
        at = gap[1]
        for start, end in pieces:
            short = end - start < WRAPPED_AT.start * 2 and not MARKER.match(text, start, end)
            yield from _fields(text, start, end, alone=len(pieces) == 1 or short)


#: What stands below the header of a table that a crawler wrote: "---|---|".
_RULE = re.compile(r"[ \t]*\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)+(?:[ \t]*:?-{2,}:?)?[ \t]*$")


def _rows_of_cells(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Lines of a table that leave each cell in a line of its own, put back into rows; its rule is left out.

    "Date |", "Stage |", "---|---|", "May 2027 |", "Works begin |" are a header and a row of two cells.
    """
    holds = bool(lines) and text.find("---|", lines[0][0], lines[-1][1]) >= 0
    rule = next((n for n, (a, b) in enumerate(lines) if _RULE.match(text[a:b])), None) if holds else None
    if rule is None:
        return lines
    width = len(re.findall("-{2,}", text[lines[rule][0] : lines[rule][1]]))
    head = lines[max(0, rule - width) : rule]
    if len(head) < width or not all(text[a:b].rstrip().endswith("|") for a, b in head):
        return lines[:rule] + _rows_of_cells(text, lines[rule + 1 :])
    rows = [*lines[: rule - width], (head[0][0], head[-1][1])]
    begun, bars = -1, 0
    for start, end in lines[rule + 1 :]:
        begun = start if begun < 0 else begun
        bars += text.count("|", start, end)
        if bars >= width or (bars == 0 and "|" not in text[start:end]):
            rows.append((begun, end))
            begun, bars = -1, 0
    if begun >= 0:
        rows.append((begun, lines[-1][1]))
    return rows


#: A mark of a list in a line of its own, as a table leaves it: "(1) |".
_MARK_ALONE = re.compile(
    r"[ \t\xa0]*(?:\((?:\d{1,3}|[a-z]|[ivx]{2,5})\)|(?:\d{1,2}|[a-z]|[ivx]{2,5})[.)]|[•·▪●○])"
    r"[ \t\xa0]*\|?[ \t\xa0]*",
    re.I,
)


def _with_markers(text: str, pieces: Iterable[tuple[int, int, bool]]) -> Iterator[tuple[int, int, bool]]:
    """The pieces, a mark of a list that stands alone put before the piece that it marks."""
    mark: tuple[int, int, bool] | None = None
    for start, end, alone in pieces:
        marks = end - start < LONGEST_MARK and _MARK_ALONE.fullmatch(text, start, end) is not None
        if mark is not None and (marks or start - mark[1] > FARTHEST_BELOW or MARKER.match(text, start, end)):
            yield mark
            mark = None
        if marks:
            mark = (start, end, alone)
            continue
        yield (start, end, alone) if mark is None else (mark[0], end, False)
        mark = None
    if mark is not None:
        yield mark


LONGEST_MARK = 24  # characters of a mark with the spaces and the bar of a table behind it


def _goes_on_below(text: str, at: int, gap: tuple[int, int]) -> bool:
    """Whether a block breaks off in the midst of a sentence, with which the block below goes on."""
    last = text[max(at, gap[0] - 20) : gap[0]]
    return (
        text[gap[1] : gap[1] + 1].islower()
        and gap[1] - gap[0] < FARTHEST_BELOW
        and bool(_BREAKS_OFF.search(last))
    )


FARTHEST_BELOW = 12  # characters of blank lines in the midst of a sentence


def _fields(text: str, start: int, end: int, *, alone: bool) -> Iterator[tuple[int, int, bool]]:
    """A piece, taken apart where it is a run of fields: "Decision maker: Cabinet  Key decision: No"."""
    labels = labels_in(text[start:end]) if end - start < LONGEST_RUN else []
    if len(labels) < 2:
        yield start, end, alone
        return
    for first, last in pairwise([*labels, end - start]):
        yield start + first, start + last, True


LONGEST_RUN = 600  # characters of fields that run on in one line


def wrapped_at(text: str, stop: int) -> int:
    """The width at which a document's lines were wrapped, or 0 where that is not plain.

    `UNWRAPPED` where it is plain that they were not: several lines are whole paragraphs.
    One line in four reaches at least four fifths of the longest, and three come close to it.
    """
    lines = [text[a:b].rstrip() for a, b in islice(written_lines(text, 0, stop), _LINES_LOOKED_AT)]
    lengths = [len(line) for line in lines]
    width = max(lengths, default=0)
    if sum(len(line) > LONGEST_WRAPPED and bool(_ENDED.search(line)) for line in lines) >= _FEWEST_WHOLE:
        return UNWRAPPED
    if len(lengths) < _FEWEST_LINES or width not in PAGE_WIDTHS:
        return 0
    near = sum(length >= _NEAR_WIDTH * width for length in lengths)
    close = sum(length >= _CLOSE_TO_WIDTH * width for length in lengths)
    return width if near >= _WRAPPED_SHARE * len(lengths) and close >= 3 else 0


def _joined(text: str, lines: Iterable[tuple[int, int]], width: int) -> Iterator[tuple[int, int]]:
    """Lines of one block, with a line that was only wrapped put back after the one before."""
    begun: tuple[int, int] | None = None
    previous = (0, 0)
    for line in lines:
        if begun is not None and (
            _continues(text, previous, line, width) or _breaks_early(text, begun, previous, line)
        ):
            begun = (begun[0], line[1])
        else:
            if begun is not None:
                yield begun
            begun = line
        previous = line
    if begun is not None:
        yield begun


def _breaks_early(text: str, begun: tuple[int, int], before: tuple[int, int], line: tuple[int, int]) -> bool:
    """Whether a line was broken off anywhere, and goes on below: "That the Director of", "ports be asked"."""
    last, words = text[before[0] : before[1]], text[line[0] : min(line[1], line[0] + 200)]
    marked = MARKER.match(text, begun[0], begun[1])
    opens = text[marked.end() if marked else begun[0] :][:1]
    small = words[:1].islower() and opens.isupper() and len(last) >= SHORTEST_BROKEN
    named = _NAMES_THING.match(text, marked.end() if marked else begun[0]) and len(last) >= SHORTEST_BROKEN
    small = small or bool(named and _GOES_ON_WITH.match(words))
    stub = (
        marked is not None and before == begun and _STUB.fullmatch(text, marked.end(), begun[1]) is not None
    )
    stub = stub and line[1] - line[0] >= LONGEST_STUB
    if not (small or stub or _BREAKS_OFF.search(last[-20:])) or _CLOSED.search(last):
        return False
    return not (is_row(last) or is_row(words) or MARKER.match(words) or label_of(words) or label_of(last))


#: What no item of a list begins with: "the size of the programme", "for 2026/27".
_NAMES_THING = re.compile(r"(?:the|an?|its|all|any|that the) [a-z]")
_GOES_ON_WITH = re.compile(r"(?:for|of|in|on|by|with|from|at|as|within|under|out|into|than|place)\b")
#: An item that breaks off after a word or two: "(a) the Senior".
_STUB = re.compile(r"(?:[a-z]+|That|The|To)(?: [\w'’-]+){1,2}\s*")
LONGEST_STUB = 40  # characters that such an item never has, and the line that it goes on in has
SHORTEST_BROKEN = 20  # characters of a line that is broken off before a small letter
_CLOSED = re.compile(r"[.:;!?|\])”\"][\s]*$")


def _continues(text: str, before: tuple[int, int], line: tuple[int, int], width: int) -> bool:
    """Whether a line goes on with the sentence of the line before."""
    last, words = text[before[0] : before[1]], text[line[0] : min(line[1], line[0] + 200)]
    if _BREAKS_OFF.search(last[-20:]) and words[:1].islower() and not is_row(last):
        return True
    if width <= 0 and before[1] - before[0] not in WRAPPED_AT and not _PARTED.search(last):
        return False
    if is_row(last) or is_row(words) or MARKER.match(words) or label_of(words):
        return False
    if width == UNWRAPPED and line[1] - line[0] >= WRAPPED_AT.stop and not words[:1].islower():
        return False
    if (width > 0 and _fills(last, words, width)) or (_PARTED.search(last) and words[:1].islower()):
        return True
    if before[1] - before[0] not in WRAPPED_AT or _ENDED.search(last) or label_of(last):
        return False
    if line[1] - line[0] > LONGEST_WRAPPED and not words[0].islower():
        return False  # a paragraph in one line was not wrapped, and the short line before it is its title
    return not words[0].isspace() or last[0].isspace()


def _fills(last: str, words: str, width: int) -> bool:
    """Whether a line was full, so that the next goes on with it; letters are of several widths."""
    length = len(last.rstrip())
    if words.lstrip()[:1].islower():
        return length >= _GOING_ON * width
    return not _ENDED.search(last) and length + 1 + len(words.split(None, 1)[0]) > _CLOSE_TO_WIDTH * width
