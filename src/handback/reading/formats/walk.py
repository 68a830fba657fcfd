"""One walk over the elements of a page: its words in blocks, each with its row, its list and its links.

1. Every element is visited once, in the order of the page; nothing is looked for again afterwards.
2. What a reader of the page is not shown (scripts, hidden parts, furniture) is passed over by `judge`,
   which is asked about every element and may also name the region that the element opens.
3. Words are those of the page. Space is the only thing that changes: any stretch of it is one space.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

SKIPPED = "skipped"  # the region of what is not read
Judge = Callable[[str, Mapping[str, str | None]], str | None]

_BLOCKS = (
    "p div li td th tr table ul ol dl dt dd h1 h2 h3 h4 h5 h6 section article main header footer aside"
    " blockquote pre form fieldset legend figure figcaption address body caption thead tbody tfoot center"
    " details summary"
)
BLOCKS = frozenset(_BLOCKS.split())
_NEVER_READ = (
    "script style noscript template nav svg iframe button select textarea object embed audio video head"
    " dialog canvas input option datalist math"
)
NEVER_READ = frozenset(_NEVER_READ.split())
HEADINGS = {f"h{n}": n for n in range(1, 7)}
MOST_LINKS = 10_000  # kept of a page: the longest agendas lead to some hundreds
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")  # browsers leave these out of an address
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


@dataclass(slots=True, eq=False)
class Row:
    """A row of a table: how many blocks each cell holds, and whether it only lays out the page."""

    outer: "Row | None" = None  # the row in whose cell the whole table stands
    table: int = 0
    cells: list[int] = field(default_factory=list)
    headers: int = 0
    layout: bool = False


@dataclass(slots=True, eq=False)
class Entry:
    """An item of a list; the first of its blocks takes the marker."""

    depth: int
    marker: str
    taken: bool = False


@dataclass(slots=True, eq=False)
class Anchor:
    """A link: its address as written, its words, and the row it stands in."""

    address: str
    title: str
    row: Row | None
    region: str
    words: list[str] = field(default_factory=list)
    alone: bool = False  # its words are not part of the text around it


@dataclass(slots=True, eq=False)
class Frame:
    """What an element hands down to the words in it."""

    tag: str
    key: int
    region: str = ""
    classes: str = ""
    row: Row | None = None
    cell: int = -1
    entry: Entry | None = None
    depth: int = 0
    anchor: Anchor | None = None
    plain: bool = False  # a block's own frame, neither a link's nor a label's: its words only go on


@dataclass(slots=True, eq=False)
class Piece:
    """The words of one block, those of them that are its label, and the links in them."""

    frame: Frame
    marker: str = ""
    words: list[str] = field(default_factory=list)
    label: str = ""
    anchors: tuple[Anchor, ...] = ()

    def text(self) -> str:
        """The words of the block, in one line."""
        return tidy("".join(self.words))


@dataclass(slots=True)
class Walk:
    """What a walk has found: the blocks and the links, both in the order of the page."""

    pieces: list[Piece] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    counts: dict[int, int] = field(default_factory=dict)  # items so far of each numbered list
    lists: dict[int, tuple[str, int]] = field(
        default_factory=dict
    )  # how each list is numbered, and from where
    broken: bool = False


def tidy(words: str) -> str:
    """Words with every stretch of space made one."""
    return " ".join(words.replace("\u200b", "").split())


def walked(root: LexborNode, judge: Judge) -> Walk:
    """The blocks and links of what stands under `root`; costs one pass."""
    walk = Walk()
    frame = Frame(root.tag or "body", root.mem_id)
    open_elements = [(root.mem_id, frame)]
    pieces = walk.pieces
    for node in root.traverse(include_text=True):
        tag = node.tag
        if tag is None or (tag[0] == "-" and tag != "-text") or (parent := node.parent) is None:
            continue
        within = parent.mem_id
        while open_elements[-1][0] != within and len(open_elements) > 1:
            open_elements.pop()
        frame = open_elements[-1][1]
        if tag == "-text":
            if pieces and pieces[-1].frame is frame and frame.plain and not walk.broken:
                pieces[-1].words.append(node.text_content or "")
            elif frame.region != SKIPPED:
                _say(walk, frame, node.text_content or "")
        elif frame.region == SKIPPED:
            open_elements.append((node.mem_id, frame))
        else:
            open_elements.append((node.mem_id, _entered(walk, node, tag, frame, judge)))
    return walk


def _entered(walk: Walk, node: LexborNode, tag: str, outer: Frame, judge: Judge) -> Frame:
    """The frame of an element: its parent's own where it changes nothing."""
    if tag in NEVER_READ:
        return Frame(tag, 0, SKIPPED)
    if tag in ("br", "hr"):
        walk.broken = True
        return outer
    attributes = node.attributes
    region = judge(tag, attributes) if attributes or tag in BLOCKS else None
    if region == SKIPPED:
        return Frame(tag, 0, SKIPPED)
    if tag in BLOCKS:
        return _block(walk, node, tag, outer, attributes, region)
    if tag == "a":
        return _linked(walk, attributes, outer, region)
    if region is None:
        return outer
    return Frame(
        outer.tag,
        outer.key,
        region,
        outer.classes,
        outer.row,
        outer.cell,
        outer.entry,
        outer.depth,
        outer.anchor,
    )


def _block(
    walk: Walk,
    node: LexborNode,
    tag: str,
    outer: Frame,
    attributes: Mapping[str, str | None],
    region: str | None,
) -> Frame:
    frame = Frame(
        tag,
        node.mem_id,
        outer.region if region is None else region,
        attributes.get("class") or "",
        outer.row,
        outer.cell,
        outer.entry,
        outer.depth,
        outer.anchor,
        outer.anchor is None and outer.region != LABEL,
    )
    if tag == "tr":
        frame.row = Row(outer.row, outer.key, layout=False)
        frame.cell, frame.entry, frame.depth = -1, None, 0
    elif tag in ("td", "th"):
        _cell(frame, tag)
    elif tag in ("ul", "ol"):
        frame.depth = outer.depth + 1
        walk.lists[frame.key] = _numbering(attributes) if tag == "ol" else ("", 0)
    elif tag == "li":
        frame.entry = _entry(walk, outer)
    if frame.row is not None and (tag in ("table", "ul", "ol") or tag in HEADINGS):
        frame.row.layout = True
    return frame


def _cell(frame: Frame, tag: str) -> None:
    if frame.row is None:
        return
    frame.row.cells.append(0)
    frame.cell = len(frame.row.cells) - 1
    frame.row.headers += tag == "th"


def _numbering(attributes: Mapping[str, str | None]) -> tuple[str, int]:
    start = attributes.get("start") or "1"
    return attributes.get("type") or "1", int(start) if start.isdecimal() and len(start) < 6 else 1


def _entry(walk: Walk, outer: Frame) -> Entry:
    style, first = walk.lists.get(outer.key, ("", 0))
    if not style:
        return Entry(max(outer.depth, 1), "•")
    at = walk.counts.get(outer.key, first)
    walk.counts[outer.key] = at + 1
    return Entry(outer.depth, f"{_number(at, style)}.")


def _number(at: int, style: str) -> str:
    lower = style.lower()
    if lower == "a" and 0 < at <= 26:
        letter = chr(ord("a") + at - 1)
    elif lower == "i" and 0 < at < len(_ROMAN):
        letter = _ROMAN[at]
    else:
        return str(at)
    return letter.upper() if style.isupper() else letter


def _linked(walk: Walk, attributes: Mapping[str, str | None], outer: Frame, region: str | None) -> Frame:
    address = _CONTROL.sub("", attributes.get("href") or "").strip()
    if not address or len(walk.anchors) >= MOST_LINKS:
        return outer
    anchor = Anchor(address, attributes.get("title") or "", outer.row, outer.region)
    anchor.alone = region == ALONE or (region == MAYBE_ALONE and _trails_off(walk, outer))
    walk.anchors.append(anchor)
    if walk.pieces and anchor.alone:
        walk.pieces[-1].anchors += (anchor,)
    return Frame(
        outer.tag,
        outer.key,
        outer.region,
        outer.classes,
        outer.row,
        outer.cell,
        outer.entry,
        outer.depth,
        anchor,
    )


ALONE = "alone"  # what `judge` says of a link whose words are no part of the text around it
MAYBE_ALONE = "alone after dots"  # the same, where the text before it trails off


def _trails_off(walk: Walk, frame: Frame) -> bool:
    """Whether the words before a link break off in dots."""
    if not walk.pieces or walk.pieces[-1].frame.key != frame.key:
        return False
    return "".join(walk.pieces[-1].words[-3:]).rstrip().endswith(("...", "…"))


def _say(walk: Walk, frame: Frame, words: str) -> None:
    """Add words to the block that they stand in, or begin it."""
    anchor, pieces = frame.anchor, walk.pieces
    if anchor is not None:
        anchor.words.append(words)
        if anchor.alone:
            return
    if walk.broken or not pieces or pieces[-1].frame.key != frame.key or _is_next_label(frame, pieces[-1]):
        if not words or words.isspace():
            return
        pieces.append(_begun(frame))
        walk.broken = False
    piece = pieces[-1]
    if anchor is not None and (not piece.anchors or piece.anchors[-1] is not anchor):
        piece.anchors += (anchor,)
    piece.words.append(words)
    if frame.region == LABEL:
        piece.label += words


LABEL = "label"  # the region of words that are the label of their block


def _is_next_label(frame: Frame, piece: Piece) -> bool:
    """Whether a label begins within a block that has said something already: it begins a line of its own."""
    return frame.region == LABEL and tidy("".join(piece.words)) != tidy(piece.label)


def _begun(frame: Frame) -> Piece:
    if frame.row is not None and frame.cell >= 0:
        frame.row.cells[frame.cell] += 1
    entry = frame.entry
    if entry is None or entry.taken:
        return Piece(frame)
    entry.taken = True
    return Piece(frame, entry.marker)
