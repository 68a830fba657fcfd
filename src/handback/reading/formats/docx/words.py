"""The words of a Word paragraph, as they would be printed with all tracked changes accepted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from handback.reading.document import Link, Role
from handback.reading.formats.docx.numbering import W
from handback.reading.formats.docx.styles import child, on
from handback.reading.formats.markers import MARKER, plain
from handback.reading.formats.shapes import label_of

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_GONE = frozenset([f"{W}del", f"{W}moveFrom"])
_NEW = frozenset([f"{W}ins", f"{W}moveTo"])
_SPACES = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}softHyphen": ""}
_BOX = f"{W}txbxContent"
_ENDED = re.compile(r"[.:;!?][\"'”’)\]]*$")
MOST_LINKS = 2_000
_DEEPEST = 40  # elements within elements of one paragraph


@dataclass(slots=True)
class Seen:
    """What was met on the way and is told of the document."""

    targets: dict[str, str] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)  # ids of footnotes, in the order of the text
    inserted: int = 0
    deleted: int = 0
    hidden: int = 0
    too_deep: int = 0
    letters: int = 0
    blocks: int = 0
    cut: bool = False
    pictures: int = 0


@dataclass(slots=True)
class Said:
    """The words of one paragraph, whether all are bold, and the text boxes tied to it.

    `rest` are further lines that a break inside the paragraph sets apart, as typed lists do.
    """

    words: str = ""
    rest: list[str] = field(default_factory=list)
    bold: bool = False
    boxes: list[etree._Element] = field(default_factory=list)


def said_in(paragraph: etree._Element, seen: Seen, *, bold: bool = False) -> Said:
    """What a paragraph says; `bold` where its style is so."""
    said = Said()
    runs: list[tuple[str, bool]] = []
    for run, words in _runs(paragraph, seen, said, 0):
        own = child(run, "rPr/b")
        runs.append((words, bold if own is None else on(own)))
    whole = "".join(words for words, _bold in runs)
    said.words, *said.rest = _parts(whole) or [""]
    said.bold = bool(said.words) and all(heavy for words, heavy in runs if words.strip())
    return said


def _parts(whole: str) -> list[str]:
    """The words of a paragraph, in several parts where breaks inside it set items or fields apart."""
    parts: list[str] = []
    for line in filter(None, (" ".join(line.split()) for line in whole.split("\n"))):
        if parts and not (_ENDED.search(parts[-1]) or MARKER.match(line) or label_of(line)):
            parts[-1] += f" {line}"
        else:
            parts.append(line)
    return parts


def _runs(holder: etree._Element, seen: Seen, said: Said, depth: int) -> Iterator[tuple[etree._Element, str]]:
    """The runs of text below an element, in order, deleted and hidden ones left out."""
    for element in holder:
        tag = element.tag
        if tag == f"{W}r":
            if on(child(element, "rPr/vanish")):
                seen.hidden += 1
            else:
                yield element, _words_of(element, seen, said)
        elif tag in _GONE:
            seen.deleted += 1
        elif depth < _DEEPEST and tag != f"{W}pPr":
            seen.inserted += tag in _NEW
            if tag != f"{W}hyperlink":
                yield from _runs(element, seen, said, depth + 1)
                continue
            linked = list(_runs(element, seen, said, depth + 1))
            _link(element, "".join(words for _run, words in linked), seen)
            yield from linked


def _link(element: etree._Element, words: str, seen: Seen) -> None:
    address = seen.targets.get(element.get(f"{_R}id", ""), "")
    if address.startswith(("http://", "https://")) and len(seen.links) < MOST_LINKS:
        seen.links.append(Link(Role.OTHER, address, " ".join(words.split())))


def _words_of(run: etree._Element, seen: Seen, said: Said) -> str:
    """The words of a run as Word shows them; notes and drawings in it go to `seen` and `said`."""
    pieces: list[str] = []
    for element in run:
        tag = element.tag
        if tag == f"{W}t":
            pieces.append(element.text or "")
        elif tag in _SPACES:
            pieces.append(_SPACES[tag])
        elif tag == f"{W}sym":
            pieces.append(_symbol(element.get(f"{W}char", "")))
        elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            kind = "end" if tag.endswith("endnoteReference") else "foot"
            seen.notes.append(f"{kind}{element.get(f'{W}id', '')}")
        elif tag in (f"{W}drawing", f"{W}pict", f"{W}object", f"{_MC}AlternateContent"):
            _drawn(element, seen, said)
    return "".join(pieces)


def _symbol(code: str) -> str:
    """A letter of a symbol font: bullets and ticks, whose codes mean nothing in other fonts."""
    if not re.fullmatch(r"[Ff]0[0-9A-Fa-f]{2}", code):
        return ""
    letter = chr(int(code, 16))
    return "•" if (looks := plain(letter)) == letter else looks


def _drawn(element: etree._Element, seen: Seen, said: Said) -> None:
    """A drawing's text boxes; where it is given twice, for newer and older programs, the first is read."""
    chosen = element.find(f"{_MC}Choice")
    holder = element if chosen is None else chosen
    boxes = list(holder.iter(_BOX))
    if not boxes and chosen is not None:
        boxes = list(element.iter(_BOX))
    said.boxes += [box for box in boxes if not any(up.tag == _BOX for up in box.iterancestors())]
    seen.pictures += any(True for _ in holder.iter(_PICTURE))
