"""Lists inside sentences: enumerations "(1) ...; (2) ...", and things named one after another."""

import re
from collections.abc import Iterator
from enum import Enum

from handback.reading.claims.joined_names import ONE_NAME

_MARK = re.compile(r"(?:^|(?<=[ ;:,(-]))\(?(?P<mark>\d{1,2}|[a-z]|[ivx]{2,5}|[A-Z]|[IVX]{2,5})[).](?= ?\S)")
_ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "x": 10,
    "xi": 11,
    "xii": 12,
    "xiii": 13,
}
_ROMAN |= {"xiv": 14, "xv": 15, "xvi": 16, "xvii": 17, "xviii": 18, "xix": 19, "xx": 20}
_FIRST = {"1", "a", "i", "A", "I"}


def _ordinal(mark: str, kind: str) -> int:
    if kind == "1":
        return int(mark) if mark.isdigit() else 0
    lower = mark.lower()
    if kind in "iI":
        return _ROMAN.get(lower, 0)
    return ord(lower) - 96 if len(lower) == 1 and lower.isalpha() else 0


def enumerated(words: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each part of an enumeration that counts from its first mark; empty if there is none.

    "(i) to make the order, (ii) not to ..." has two parts, and so has "RESOLVED: 1. That ... 2. That ...";
    "paragraph (2)" is no enumeration.
    """
    marks = _marks(words) or _bullets(words)
    if len(marks) < 2:
        return ()
    ends = [start for start, _ in marks[1:]] + [len(words)]
    return tuple(trimmed(words, mark[1], end) for mark, end in zip(marks, ends, strict=True))


def run_on(marker: str, words: str) -> tuple[tuple[int, int], ...]:
    """The parts of a line of which the first mark was taken off: "1." before "Fees; 2. Rents"."""
    mark = marker.strip()
    if mark.strip("().") not in _FIRST or not re.search(r"[ ;:,(-](?:2|b|ii|B|II)[).]", words):
        return ()
    lead = len(mark) + 1
    return tuple((max(0, start - lead), end - lead) for start, end in enumerated(f"{mark} {words}"))


def _marks(words: str) -> list[tuple[int, int]]:
    """The places of marks that count from the first one on, all closed in the same way."""
    marks: list[tuple[int, int]] = []
    kind, close, expected = "", "", 1
    for found in _MARK.finditer(words):
        mark, closed = found["mark"], found[0][-1]
        if not kind:
            if mark not in _FIRST or not (closed == ")" or _may_begin(words, found)):
                continue
            kind, close = "1" if mark.isdigit() else mark, closed
        if (
            closed == close
            and _ordinal(mark, kind) == expected
            and (closed == ")" or _stands_alone(words, found))
        ):
            marks.append(found.span())
            expected += 1
    return marks


def _bullets(words: str) -> list[tuple[int, int]]:
    """The places of bullets where the items of a list were run together in one line."""
    return [found.span() for found in _BULLET.finditer(words)]


_BULLET = re.compile(r"(?:^|(?<=[ :;,.]))[·•●▪](?= \S)")


def _may_begin(words: str, found: re.Match[str]) -> bool:
    """Whether "1." opens an enumeration here: at the start, or after a colon or a dash."""
    before = words[: found.start()].rstrip()
    return (not before or before[-1] in ":-") and _stands_alone(words, found)


def _stands_alone(words: str, found: re.Match[str]) -> bool:
    """Whether a mark with a full stop is followed by the beginning of a clause."""
    return bool(re.match(r" +[A-Za-z\"']", words[found.end() :]))


def first_mark(words: str) -> int:
    """Where the first mark of an enumeration stands, or the length of the words."""
    marks = _marks(words) or _bullets(words)
    return marks[0][0] if marks else len(words)


class MarkKind(Enum):
    """What the marks of a list count by."""

    BULLET = "bullet"
    NUMBER = "number"
    LETTER = "letter"
    ROMAN = "roman"


def mark_kind(marker: str, before: MarkKind | None) -> MarkKind:
    """What a mark counts by; "(i)" after letters is the ninth letter, and elsewhere a roman one."""
    mark = marker.strip("():. ")
    if mark.isdigit():
        return MarkKind.NUMBER
    if not mark.isalpha() or marker.strip() == "o":
        return MarkKind.BULLET
    if mark.lower() in _ROMAN and (before is not MarkKind.LETTER or len(mark) > 1 or mark in "iI"):
        return MarkKind.ROMAN
    return MarkKind.LETTER


_HANGING = re.compile(r"(?:[ ,;:.(|-]|(?<=[ ,;])(?:and|or|but|while))+$")
_LEADING = re.compile(r"^(?:[ ,;:.)|-]|·|(?:and|or|but|then)(?= ))+")


def trimmed(words: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the marks and joining words at its ends."""
    piece = words[start:end]
    lead = _LEADING.match(piece)
    if lead:
        start += lead.end()
    tail = _HANGING.search(words[max(start, end - 12) : end])
    if tail:
        end -= len(tail[0])
    return (start, end) if start < end else (start, start)


_JOINT = re.compile(r",? and (?:also )?|, (?:and |or )?|; (?:and )?| as well as | together with | plus ")


def coordinated(words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end of each thing named in "X, Y and Z", names that hold "and" kept whole."""
    whole = [found.span() for found in ONE_NAME.finditer(words, start, end)]
    at = start
    for joint in _JOINT.finditer(words, start, end):
        if any(first < joint.start() and joint.end() <= last for first, last in whole) or _of_one(
            words, joint.start(), joint.end(), end
        ):
            continue
        yield at, joint.start()
        at = joint.end()
    yield at, end


def _of_one(words: str, left: int, right: int, end: int) -> bool:
    """A capitalised name that goes on: "Community Safety and Street Scene Services" has one head noun."""
    if words[left:right].strip() != "and":
        return False
    after = words[right:end]
    before = words[:left].rsplit(",", 1)[-1]
    return (
        bool(re.match(r"(?:[A-Z][\w']+ ){0,3}(?:Services?|Directorate)\b", after))
        and bool(re.search(r"[A-Z][\w']+$", before))
        and not before.endswith("Services")
    )
