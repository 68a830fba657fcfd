"""Words to lines: words that stand beside each other, as far as the next wide gap."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from handback.reading.formats.markers import MARKER
from handback.reading.formats.pdf.pages import RAISED, SHORTEST_NOTED, Lettering, Word
from handback.reading.formats.pdf.ruling import Rule

WIDE = 1.0  # sizes of the letters: gaps between the words of one line are narrower, between columns wider
_STRETCHED = 2.2  # sizes of the letters: gaps of a justified line in a narrow column are narrower
_ALIKE = 1.35  # times the narrowest gap of a justified line that its widest one has at most
_JUSTIFIED = 4  # words: with fewer, gaps are alike by chance
_BELOW = 2.0  # points below a line at which its underline is drawn at most
_OVER = 4.0  # points by which an underline is longer than the words above it
_UNDERLINED = 0.85  # share of a line that is underlined
_LINK = re.compile(r"://|www\.|\S@\S")
_STOPS = frozenset(",.;:")
_SAME = 0.5  # share of the height by which words of one line overlap
_MARK = re.compile(r"[A-Z]{0,2}\d{1,3}(?:\.\d{1,3}){0,4}[.)]?|\([0-9A-Za-z]{1,4}\)|[A-Za-z][.)]")


@dataclass(frozen=True, slots=True)
class Line(Lettering):
    """Words beside each other; `left` and `right` are the margins that the lines around it keep."""

    page: int
    left: float = 0.0
    right: float = 0.0


def lines_of(words: Iterable[Word], page: int) -> list[Line]:
    """The lines of a page from the top, those beside each other from the left; none crosses a wide gap."""
    lines = [line for row in rows_of(words) for line in _parts(row, page)]
    return sorted(lines, key=lambda line: (line.top, line.x0))


def with_underlined(lines: list[Line], across: Iterable[Rule]) -> list[Line]:
    """The lines of a page, those underlined from end to end as bold ones; a link is not thereby set off.

    What is drawn farther than the words of a line parts it from the next, and underlines nothing.
    """
    rules = sorted(across, key=lambda rule: rule.at)
    heights = [rule.at for rule in rules]
    return [
        replace(line, bold=True) if not line.bold and _is_underlined(line, rules, heights) else line
        for line in lines
    ]


def _is_underlined(line: Line, rules: list[Rule], heights: list[float]) -> bool:
    if not rules or _LINK.search(line.text):
        return False
    first, last = bisect_left(heights, line.middle), bisect_left(heights, line.bottom + _BELOW)
    drawn = [
        rule for rule in rules[first:last] if rule.first > line.x0 - _OVER and rule.last < line.x1 + _OVER
    ]
    reach = max((rule.last for rule in drawn), default=0) - min((rule.first for rule in drawn), default=0)
    return reach > _UNDERLINED * (line.x1 - line.x0)


def rows_of(words: Iterable[Word]) -> list[list[Word]]:
    """Words in the rows in which they stand, whatever the gaps between them, each row from the left.

    Rows of two columns that are set out of step are kept apart: a word joins the row that it overlaps
    the most, if that is by more than half.
    """
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.middle):
        best, share = None, _SAME
        for row in rows[-4:]:
            overlap = _overlap(row[0], word)
            if overlap > share:
                best, share = row, overlap
        if best is None:
            rows.append([word])
        else:
            best.append(word)
    for row in rows:
        row.sort(key=lambda word: word.x0)
    return rows


def _overlap(one: Word, other: Word) -> float:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared / (min(one.bottom - one.top, other.bottom - other.top) or 1.0)


def _parts(row: list[Word], page: int) -> Iterable[Line]:
    """The lines of a row of words, parted at its wide gaps; the words of a justified line keep together."""
    part: list[Word] = []
    justified_to = -1
    for at, word in enumerate(row):
        if part and at > justified_to and _is_wide(part[-1], word) and not _is_marker(part):
            yield joined(part, page)
            part = []
        if not part:
            justified_to = _justified_to(row, at)
        part.append(word)
    if part:
        yield joined(part, page)


def _is_wide(before: Word, word: Word) -> bool:
    return word.x0 - before.x1 > WIDE * max(word.size, before.size)


def _justified_to(row: list[Word], first: int) -> int:
    """The last word of the line that begins at a word, where it was stretched to fill a narrow column.

    All gaps of such a line are about as wide as each other, however long its words are: those between the
    cells of a table, or between columns, are not, or are wider still.
    """
    least = most = 0.0
    last = first
    for at in range(first + 1, len(row)):
        before, word = row[at - 1], row[at]
        gap = word.x0 - before.x1
        low, high = min(least or gap, gap), max(most, gap)
        if gap > _STRETCHED * word.size or high > _ALIKE * low or word.text[-1:].isdigit():
            break
        least, most, last = low, high, at
    return last if last - first >= _JUSTIFIED - 1 else first


def _is_marker(words: list[Word]) -> bool:
    """Whether some words are a bullet or a number, after which text begins at a distance."""
    text = " ".join(word.text for word in words)
    found = MARKER.match(text + "   x")
    return bool(len(text) <= 8 and ((found and found["marker"] == text) or _MARK.fullmatch(text)))


def joined(words: list[Word], page: int) -> Line:
    """One line of these words; it is bold, and of a size, as most of its letters are."""
    letters = sum(len(word.text) for word in words)
    bold = sum(len(word.text) for word in words if word.bold)
    sizes: dict[float, int] = {}
    for word in words:
        sizes[word.size] = sizes.get(word.size, 0) + len(word.text)
    pieces = [words[0].text]
    for before, word in pairwise(words):
        stop = word.text in _STOPS  # the number of a footnote may stand between a word and it
        touching = word.x0 - before.x1 < (0.7 if stop else 0.06) * word.size
        if _is_raised_number(before, word):
            pieces.append(word.text.lstrip("0123456789"))
            continue
        pieces.append(word.text if touching and not before.text[-1:].isspace() else f" {word.text}")
    return Line(
        "".join(pieces),
        words[0].x0,
        min(word.top for word in words),
        max(word.x1 for word in words),
        max(word.bottom for word in words),
        max(sizes, key=lambda size: sizes[size]),
        bold * 2 > letters,
        page,
    )


def _is_raised_number(before: Word, word: Word) -> bool:
    """Whether a word is the number of a footnote, set small after the one before: but not the 2 of "m2"."""
    return (
        len(before.text) >= SHORTEST_NOTED
        and word.text.rstrip(",.;:").isdigit()
        and word.size <= RAISED * before.size
        and word.x0 - before.x1 < 0.3 * before.size
    )
