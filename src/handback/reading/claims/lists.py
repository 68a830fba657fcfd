"""Lists inside sentences: enumerations "(1) ...; (2) ...", and things named one after another."""

import re
from collections.abc import Iterator

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

    "(i) to make the order, (ii) not to ..." has two parts; "paragraph (2)" is no enumeration.
    """
    marks: list[tuple[int, int]] = []
    kind, expected = "", 1
    for found in _MARK.finditer(words):
        mark = found["mark"]
        if not kind:
            if mark not in _FIRST or not found[0].endswith(")"):
                continue
            kind = "1" if mark.isdigit() else mark
        if _ordinal(mark, kind) == expected and found[0].endswith(")"):
            marks.append(found.span())
            expected += 1
    if len(marks) < 2:
        return ()
    ends = [start for start, _ in marks[1:]] + [len(words)]
    return tuple(trimmed(words, mark[1], end) for mark, end in zip(marks, ends, strict=True))


def first_mark(words: str) -> int:
    """Where the first mark of an enumeration stands, or the length of the words."""
    for found in _MARK.finditer(words):
        if found["mark"] in _FIRST and found[0].endswith(")"):
            return found.start()
    return len(words)


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


#: Names that hold "and" and are one thing: usual names of council functions, departments and portfolios.
ONE_NAME = re.compile(
    r"\b(?:children and young people|revenues? and benefits?|health and (?:safety|wellbeing"
    r"|well-being|social care)|sport and leisure|leisure and culture|arts and culture"
    r"|culture and (?:leisure|sport)|parks and (?:open|green) spaces|waste and recycling|births and"
    r" deaths|schools and academies|advice and guidance"
    r"|terms and conditions|equality and diversity|equalities and diversity"
    r"|roads and (?:streets|pavements)|finance and customer services|families and (?:children"
    r"|schools)|youth and community|culture and tourism"
    r"|economic growth and regeneration|crime and disorder|cemeteries and crematoria|licensing and"
    r" regulation|special educational needs and disabilit\w+)\b",
    re.I,
)
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
