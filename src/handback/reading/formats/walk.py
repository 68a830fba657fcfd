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

from handback.reading.document import Unread

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
_BLOCK, _LINK, _BREAK, _NEVER = "block", "link", "break", "never"
_PARTS: Mapping[str, str] = {
    **dict.fromkeys(BLOCKS, _BLOCK),
    **dict.fromkeys(NEVER_READ, _NEVER),
    **dict.fromkeys(("br", "hr"), _BREAK),
    "a": _LINK,
}
MOST_LINKS = 10_000  # kept of a page: the longest agendas lead to some hundreds
MORE_LINKS = Unread(
    f"Links beyond the first {MOST_LINKS:,}", "they were not kept. Their words stand in the text."
)
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


_PASSED_OVER = Frame("", 0, SKIPPED)


@dataclass(slots=True, eq=False)
class Piece:
    """The words of one block, those of them that are its label, and the links in them."""

    frame: Frame
    marker: str = ""
    words: list[str] = field(default_factory=list)
    labels: dict[int, str] = field(default_factory=dict)  # those of the words that are the label, by place
    anchors: tuple[Anchor, ...] = ()
    _looked: int = 0  # words that were looked at to tell whether more is said
    _more: bool = False
    _open: bool = False  # the label's last letter is no space
    _parted: bool = False  # a space stands behind that letter, which is not the label's

    @property
    def label(self) -> str:
        """Its label, as far as it has one."""
        return "".join(self.labels.values())

    def text(self) -> str:
        """The words of the block, in one line."""
        return tidy("".join(self.words))

    def says_more(self) -> bool:
        """Whether it says more than its label, or parts it; each of its words is looked at once."""
        for at in range(self._looked, len(self.words)):
            words = self.words[at].replace("\u200b", "")
            if at in self.labels and words:
                self._more |= self._parted and not words[0].isspace()
                self._open, self._parted = not words[-1].isspace(), False
            elif words:
                self._more |= not words.isspace()
                self._parted |= self._open
        self._looked = len(self.words)
        return self._more


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
    unread: tuple[Unread, ...] = ()


def tidy(words: str) -> str:
    """Words with every stretch of space made one."""
    return " ".join(words.replace("\u200b", "").split())


def walked(root: LexborNode, judge: Judge) -> Walk:
    """The blocks and links of what stands under `root`; costs one pass, and none over what is passed over."""
    walk = Walk()
    frame = Frame(root.tag or "body", root.mem_id)
    if root.parent is not None:
        frame = _entered(walk, root, root.tag or "body", frame, judge)
    outer: list[tuple[LexborNode, Frame]] = []  # the elements that are open, and what each was handed
    node = None if frame.region == SKIPPED else root.first_child
    while node is not None:
        tag = node.tag
        if tag == "-text":
            _text(walk, node, frame)
        elif tag is not None and tag[0] != "-":
            inner = _entered(walk, node, tag, frame, judge)
            first = None if inner.region == SKIPPED else node.first_child
            if first is not None:
                outer.append((node, frame))
                node, frame = first, inner
                continue
        following = node.next
        while following is None and outer:
            node, frame = outer.pop()
            following = node.next
        node = following
    return walk


def _text(walk: Walk, node: LexborNode, frame: Frame) -> None:
    """Add the words between two tags, which most often go on with the block before them."""
    words = node.text_content
    if not words:
        return
    pieces = walk.pieces
    if walk.broken or not pieces or pieces[-1].frame.key != frame.key:
        if frame.anchor is not None or not words.isspace():
            _say(walk, frame, words)
    elif frame.plain and pieces[-1].frame is frame:
        pieces[-1].words.append(words)
    else:
        _say(walk, frame, words)


def _entered(walk: Walk, node: LexborNode, tag: str, outer: Frame, judge: Judge) -> Frame:
    """The frame of an element: its parent's own where it changes nothing."""
    part = _PARTS.get(tag)
    if part is _NEVER:
        return _PASSED_OVER
    if part is _BREAK:
        walk.broken = True
        return outer
    attributes = node.attributes
    region = judge(tag, attributes) if attributes or part is _BLOCK else None
    if region == SKIPPED:
        return _PASSED_OVER
    if part is _BLOCK:
        return _block(walk, node, tag, outer, attributes, region)
    if part is _LINK:
        return _linked(walk, attributes, outer, region)
    return outer if region is None else _within(outer, region, outer.anchor)


def _within(outer: Frame, region: str, anchor: Anchor | None) -> Frame:
    """The frame of words inside a block that are a link or in a region of their own."""
    return Frame(
        outer.tag,
        outer.key,
        region,
        outer.classes,
        outer.row,
        outer.cell,
        outer.entry,
        outer.depth,
        anchor,
    )


def _block(
    walk: Walk,
    node: LexborNode,
    tag: str,
    outer: Frame,
    attributes: Mapping[str, str | None],
    region: str | None,
) -> Frame:
    """The frame of an element within the outer one's, after the tag's own act, if it has one."""
    anchor, row = outer.anchor, outer.row
    frame = Frame(
        tag,
        node.mem_id,
        outer.region if region is None else region,
        attributes.get("class") or "",
        row,
        outer.cell,
        outer.entry,
        outer.depth,
        anchor,
        anchor is None and outer.region != LABEL,
    )
    act = _OWN_ACTS.get(tag)
    if act is not None:
        act(walk, frame, outer, attributes)
    return frame


def _row(_walk: Walk, frame: Frame, outer: Frame, _attributes: Mapping[str, str | None]) -> None:
    frame.row = Row(outer.row, outer.key)
    frame.cell, frame.entry, frame.depth = -1, None, 0


def _list(walk: Walk, frame: Frame, outer: Frame, attributes: Mapping[str, str | None]) -> None:
    frame.depth = outer.depth + 1
    walk.lists[frame.key] = _numbering(attributes) if frame.tag == "ol" else ("", 0)
    _section(walk, frame, outer, attributes)


def _item(walk: Walk, frame: Frame, outer: Frame, _attributes: Mapping[str, str | None]) -> None:
    frame.entry = _entry(walk, outer)


def _section(_walk: Walk, frame: Frame, _outer: Frame, _attributes: Mapping[str, str | None]) -> None:
    """A table, list or heading in a cell: the table around it only lays out the page."""
    if frame.row is not None:
        frame.row.layout = True


def _cell(_walk: Walk, frame: Frame, _outer: Frame, _attributes: Mapping[str, str | None]) -> None:
    if frame.row is None:
        return
    frame.row.cells.append(0)
    frame.cell = len(frame.row.cells) - 1
    frame.row.headers += frame.tag == "th"


#: What some blocks change in the frame that they hand down.
_OWN_ACTS: Mapping[str, Callable[[Walk, Frame, Frame, Mapping[str, str | None]], None]] = {
    **dict.fromkeys(("table", *HEADINGS), _section),
    **dict.fromkeys(("ul", "ol"), _list),
    **dict.fromkeys(("td", "th"), _cell),
    "tr": _row,
    "li": _item,
}


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
    if address and len(walk.anchors) >= MOST_LINKS:
        walk.unread = (MORE_LINKS,)
        return outer
    if not address:
        return outer
    anchor = Anchor(address, attributes.get("title") or "", outer.row, outer.region)
    anchor.alone = region == ALONE or (region == MAYBE_ALONE and _trails_off(walk, outer))
    walk.anchors.append(anchor)
    if walk.pieces and anchor.alone:
        walk.pieces[-1].anchors += (anchor,)
    return _within(outer, outer.region, anchor)


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
    if frame.region == LABEL:
        piece.labels[len(piece.words)] = words
    piece.words.append(words)


LABEL = "label"  # the region of words that are the label of their block


def _is_next_label(frame: Frame, piece: Piece) -> bool:
    """Whether a label begins within a block that has said something already: it begins a line of its own."""
    return frame.region == LABEL and piece.says_more()


def _begun(frame: Frame) -> Piece:
    if frame.row is not None and frame.cell >= 0:
        frame.row.cells[frame.cell] += 1
    entry = frame.entry
    if entry is None or entry.taken:
        return Piece(frame)
    entry.taken = True
    return Piece(frame, entry.marker)
