"""Word documents (.docx): paragraphs with the numbers that are printed before them, tables, notes.

Read from the XML itself, so that numbering, tracked changes, notes and text boxes are seen, and pictures
are never unpacked. Running heads and feet are not read. Nothing that a document points to is fetched.
"""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from handback.reading.document import Kind, Unread
from handback.reading.formats import packages
from handback.reading.formats.docx.numbering import BULLET, Numbering, W
from handback.reading.formats.docx.styles import Style, child, styles_of, value
from handback.reading.formats.docx.words import Said, Seen, said_in
from handback.reading.formats.laid_out import Block, LaidOut, by_shape, row_block, write_out
from handback.reading.formats.properties import fields_of
from handback.reading.formats.shapes import is_heading, label_of
from handback.reading.refusals import NotReadable

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NO_DOCUMENT = "This Word document is damaged: it holds no text."
_MOST_LETTERS, _MOST_BLOCKS = 10_000_000, 100_000  # five times what is looked through for claims
_LONGEST_HEADING = 300  # characters
_BOLD_LEVEL = 5  # of a heading that is only bold: below those with a style
_PARAGRAPHS = 3  # in one cell: with as many, a table lays out a page and its cells are read as text
_DEEPEST = 12  # tables, boxes and content controls within each other
_PLAIN = Style()


def lay_out(data: bytes) -> LaidOut:
    """The text of a Word document. Raises NotReadable for one that is damaged, locked or unsafe to open."""
    package = packages.opened(data)
    main = _main_part(package.namelist())
    folder = main.rsplit("/", 1)[0] + "/" if "/" in main else ""

    def part(name: str) -> bytes:
        return packages.part_of(package, folder + name).replace(_STRICT, _USUAL)

    reader = _Reader(
        styles_of(packages.tree_of(part("styles.xml"))),
        Numbering(packages.tree_of(part("numbering.xml"))),
        _targets(packages.tree_of(part(f"_rels/{main[len(folder) :]}.rels"))),
    )
    blocks = list(by_shape(list(reader.document(part(main[len(folder) :])))))
    blocks += reader.notes(part("footnotes.xml"), part("endnotes.xml"))
    words, passages, rest = write_out(blocks)
    fields = fields_of(package)
    comments = part("comments.xml").count(b"<w:comment ")
    title = next((f.value for f in fields if f.name == "title"), "") or reader.title
    return LaidOut(
        words,
        passages,
        (*_unread(reader.seen, comments), *rest),
        title=title or next((b.words for b in blocks[:12] if b.kind is Kind.HEADING), ""),
        fields=fields,
        links=tuple(reader.seen.links),
    )


def _main_part(names: list[str]) -> str:
    found = [name for name in names if re.fullmatch(r"word/document\d*\.xml", name)]
    if not found:
        raise NotReadable(_NO_DOCUMENT)
    return found[0]


class _Reader:
    def __init__(self, styles: dict[str, Style], numbering: Numbering, targets: dict[str, str]) -> None:
        self._styles, self._numbering = styles, numbering
        self._usual = next((s for s in styles.values() if s.name.lower() == "normal"), _PLAIN)
        self.seen = Seen(targets)
        self.title = ""

    def document(self, data: bytes) -> Iterator[Block]:
        """The blocks of the main part, each element let go as soon as it was read."""
        if not data:
            raise NotReadable(_NO_DOCUMENT)
        tags = tuple(f"{W}{name}" for name in ("p", "tbl", "sdt", "ins", "del", "moveFrom", "moveTo"))
        try:
            for _event, element in packages.blocks_of(data, tags):
                parent = element.getparent()
                if parent is None or parent.tag != f"{W}body":
                    continue
                for block in self.blocks([element], 0):
                    self.seen.letters += len(block.words)
                    self.seen.blocks += 1
                    yield block
                if self.seen.letters > _MOST_LETTERS or self.seen.blocks > _MOST_BLOCKS:
                    self.seen.cut = True
                    return
                element.clear()
                while element.getprevious() is not None:
                    del parent[0]
        except etree.XMLSyntaxError as error:
            raise NotReadable("This Word document is damaged: its text is not XML.") from error

    def blocks(self, elements: Iterable[etree._Element], depth: int) -> Iterator[Block]:
        """The blocks of paragraphs and tables, however they are wrapped."""
        for element in elements:
            tag = element.tag
            if depth >= _DEEPEST:
                self.seen.too_deep += 1
            elif tag == f"{W}p":
                yield from self._paragraph(element, depth)
            elif tag == f"{W}tbl":
                yield from self._table(element, depth)
            elif tag in (f"{W}del", f"{W}moveFrom"):
                self.seen.deleted += 1
            elif tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}customXml"):
                yield from self.blocks(element, depth + 1)

    def _paragraph(self, element: etree._Element, depth: int) -> Iterator[Block]:
        style = self._styles.get(value(element, "pPr/pStyle"), self._usual)
        if style.contents:
            return
        said = said_in(element, self.seen, bold=style.bold)
        if said.words:
            marker, deep = self._marker(element, style)
            yield self._block(said, style, marker, deep, value(element, "pPr/outlineLvl"))
            yield from map(Block, said.rest)
        for box in said.boxes:
            yield from (
                Block(b.words, b.kind, b.marker, b.level, "text box") for b in self.blocks(box, depth + 1)
            )

    def _block(self, said: Said, style: Style, marker: str, deep: int, outline: str) -> Block:
        level = style.level or (int(outline) + 1 if outline.isdecimal() and int(outline) < 6 else 0)
        if style.title and not self.title and style.name.lower() == "title":
            self.title = said.words
        if level and len(said.words) <= _LONGEST_HEADING and marker != BULLET and not said.rest:
            return Block(said.words, Kind.HEADING, marker, level)
        bare = said.words.rstrip(": ")
        if said.bold and marker != BULLET and not label_of(said.words) and is_heading(bare, alone=True):
            return Block(said.words, Kind.HEADING, marker, _BOLD_LEVEL)
        if marker:
            return Block(said.words, Kind.ITEM, marker, deep + 1)
        return Block(said.words)

    def _marker(self, element: etree._Element, style: Style) -> tuple[str, int]:
        """What is printed before a paragraph, and how deep in its list it stands."""
        own = value(element, "pPr/numPr/numId")
        number = own or style.number
        if not number or number == "0":
            return "", 0
        said = value(element, "pPr/numPr/ilvl")
        depth = int(said) if said.isdecimal() else style.depth
        if depth is None:
            tied = self._numbering.level_of_style(number, value(element, "pPr/pStyle"))
            depth = tied or 0
        return self._numbering.marker(number, depth), depth

    def _table(self, table: etree._Element, depth: int) -> Iterator[Block]:
        for row in _below(table, "tr"):
            if child(row, "trPr/del") is not None:
                self.seen.deleted += 1
                continue
            cells = [self._cell(cell, depth) for cell in _below(row, "tc")]
            filled = [cell for cell in cells if cell]
            if len(filled) == 1 or (len(filled) == 2 and max(map(len, filled)) >= _PARAGRAPHS):
                for cell in filled:
                    yield from cell
            elif filled:
                yield row_block([_joined(cell) for cell in cells])

    def _cell(self, cell: etree._Element, depth: int) -> list[Block]:
        merged = child(cell, "tcPr/vMerge")
        if merged is not None and merged.get(f"{W}val", "continue") == "continue":
            return []
        return list(self.blocks(cell, depth + 1))

    def notes(self, foot: bytes, end: bytes) -> list[Block]:
        """Footnotes and endnotes in the order in which the text refers to them."""
        found = {
            f"{kind}{note.get(f'{W}id', '')}": note
            for kind, data in (("foot", foot), ("end", end))
            if (root := packages.tree_of(data)) is not None
            for note in root
        }
        blocks: list[Block] = []
        for number, key in enumerate(dict.fromkeys(self.seen.notes), 1):
            words = " ".join(block.words for block in self.blocks(found.get(key, ()), 1))
            if words:
                place = f"{'foot' if key.startswith('foot') else 'end'}note {number}"
                blocks.append(Block(words, Kind.ITEM, f"({number})", 1, place))
        return [Block("Footnotes", Kind.HEADING, level=1), *blocks] if blocks else []


def _below(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, those in content controls and tracked insertions too."""
    for found in element:
        if found.tag == f"{W}{name}":
            yield found
        elif found.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            yield from _below(found, name)


def _joined(cell: list[Block]) -> str:
    return " ".join(f"{block.marker} {block.words}".strip() for block in cell)


def _targets(root: etree._Element | None) -> dict[str, str]:
    return {} if root is None else {rel.get("Id", ""): rel.get("Target", "") for rel in root}


def _unread(seen: Seen, comments: int) -> tuple[Unread, ...]:
    said = [
        (
            seen.inserted + seen.deleted,
            "Tracked changes",
            f"{seen.inserted} insertions were read as text, {seen.deleted} deletions were left out."
            " Accept or reject the changes to be sure of the text.",
        ),
        (comments, f"Comments ({comments})", "they are remarks on the text and were left out."),
        (seen.too_deep, "Tables within tables", "those more than some ten deep were left out."),
        (seen.cut, "The end of the document", "it was not read, because the document is too long."),
        (seen.hidden, "Hidden text", "it is not printed and was left out."),
        (seen.pictures, f"Pictures ({seen.pictures})", "the words in pictures are not read."),
    ]
    return tuple(Unread(what, why) for count, what, why in said if count)
