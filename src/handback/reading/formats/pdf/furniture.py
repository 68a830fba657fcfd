"""Running heads, feet and page numbers: what pages repeat at their edges, which is not read.

A line is left out where the same words, digits aside, stand at the same height at the edge of at least
three pages (two of two), or where it is a page number and nothing else.
"""

import re
from collections import Counter

from handback.reading.formats.pdf.lines import Line

_EDGE = 0.13  # share of a page's height in which heads and feet stand
_OUTERMOST = 4  # rows of a page, from its top and its foot, that are looked at
_STEP = 8.0  # points of height within which lines of several pages count as level
_NUMBER = re.compile(
    r"(?:(?:agenda )?(?:page|p\.?) ?)?[-–—| ]*\d{1,4}[-–—| ]*(?:(?:of|/) ?\d{1,4})?|[ivxlc]{1,6}", re.I
)
_SURE = re.compile(r"(?:agenda )?page ?\d{1,4}(?: of \d{1,4})?", re.I)
_DIGITS = re.compile(r"\d+")
_FEWEST = 3  # pages with the same line


def without_furniture(pages: list[tuple[float, list[Line]]]) -> list[list[Line]]:
    """The lines of each page, given with its height, without its running head, foot and page number."""
    edges = [_edges(height, lines) for height, lines in pages]
    seen = Counter(key for edge in edges for key in {_key(line, side) for line, side in edge})
    fewest = min(_FEWEST, max(len(pages), 2))
    kept = []
    for (_height, lines), edge in zip(pages, edges, strict=True):
        left_out = {
            id(line)
            for line, side in edge
            if seen[_key(line, side)] >= fewest
            or _near(seen, line, side) >= fewest
            or _is_number(line, len(pages))
        }
        kept.append([line for line in lines if id(line) not in left_out])
    return kept


def _edges(height: float, lines: list[Line]) -> list[tuple[Line, str]]:
    ordered = sorted(lines, key=lambda line: line.middle)
    top = [(line, "top") for line in ordered[: _OUTERMOST * 2] if line.bottom < _EDGE * height]
    foot = [(line, "foot") for line in ordered[-_OUTERMOST * 2 :] if line.top > (1 - _EDGE) * height]
    return top[: _OUTERMOST * 2] + foot


def _key(line: Line, side: str, step: int = 0) -> tuple[str, str, int]:
    words = _DIGITS.sub("#", " ".join(line.text.lower().split()))
    return side, words, round(line.middle / _STEP) + step


def _near(seen: Counter[tuple[str, str, int]], line: Line, side: str) -> int:
    return sum(seen[_key(line, side, step)] for step in (-1, 0, 1))


def _is_number(line: Line, pages: int) -> bool:
    words = line.text.strip()
    return bool(_SURE.fullmatch(words) or (pages > 1 and _NUMBER.fullmatch(words)))
