"""A ModernGov page laid out line by line: items with their numbers, labels with their values, and gaps."""

import re
from dataclasses import dataclass, field

from handback.reading.document import Kind, Role, Unread
from handback.reading.formats.bounds import MOST_PASSAGES
from handback.reading.formats.html import block_of
from handback.reading.formats.laid_out import Block
from handback.reading.formats.lines import Line, Sort
from handback.reading.formats.moderngov import words as said
from handback.reading.formats.moderngov.addresses import Page, kind_of, role_of
from handback.reading.formats.moderngov.regions import ACTIONS, CONTENT, NUMBER, PAGING, SUBTITLE, TITLE
from handback.reading.formats.walk import Anchor, Row, tidy

SECTION_LEVEL, ITEM_LEVEL, LABEL_LEVEL = 2, 3, 4  # of headings: the page is 1, its meeting is 2
MOST_NAMED = 12  # parts that a reason names one by one
LONGEST_NUMBER = 14  # characters of "12.", "3a", "24/104", "Item 7"
_MATTER = (Role.DECISION, Role.ISSUE, Role.ITEM, Role.VOTES)
_WITHHELD = (
    "the page marks it as exempt, restricted or not for publication: what is withheld is not in this file."
)


@dataclass(slots=True)
class Sheet:
    """What has been laid out so far."""

    blocks: list[Block] = field(default_factory=list)
    labelled: list[tuple[int, str, str]] = field(default_factory=list)  # block, name, value
    numbers: dict[Row, str] = field(default_factory=dict)
    title: str = ""
    subtitle: str = ""
    notices: list[str] = field(default_factory=list)
    cut: list[tuple[str, str, Anchor]] = field(default_factory=list)  # item, part, link to the rest
    withheld: dict[tuple[str, str], None] = field(default_factory=dict)  # item and what, in order
    anywhere: bool = False  # the page has no content of its own name: what stands anywhere is content
    item: str = ""
    label: str = ""
    heading: str = ""  # of the item that the lines are in
    titled: Row | None = None

    def lay(self, line: Line) -> None:
        """Lay out one line of the page."""
        region, classes = line.frame.region, line.frame.classes
        if region in (ACTIONS, PAGING):
            return
        if len(self.blocks) > MOST_PASSAGES:  # kept word for word, and not looked through
            self.blocks.append(Block(line.words, Kind.PARAGRAPH))
            return
        if region == TITLE or "mgMainTitleTxt" in classes:
            self._head(line, level=1)
        elif region == SUBTITLE or ("mgSubTitleTxt" in classes and not self.subtitle and region != CONTENT):
            self._head(line, level=2)
        elif not region and not self.anywhere:
            self.notices.append(line.words)
        else:
            self._content(line)

    def item_of(self, row: Row | None) -> str:
        """The number of the item in whose row something stands, or that of the whole page."""
        while row is not None:
            if row in self.numbers:
                return self.numbers[row]
            row = row.outer
        return self.item

    def _head(self, line: Line, *, level: int) -> None:
        if level == 1:
            self.title = self.title or line.words
        elif not self.subtitle:
            self.subtitle = line.words
        self.blocks.append(Block(line.words, Kind.HEADING, level=level, item=self.item))

    def _content(self, line: Line) -> None:
        """Take a line of the content as what it is: number, title, label, section, field or words."""
        classes, row = line.frame.classes, line.frame.row
        if line.frame.region == NUMBER and len(line.words) <= LONGEST_NUMBER and row is not None:
            self.numbers[row] = line.words.rstrip(". ")
            self.label = self.heading = ""
            return
        if "mgAiTitleTxt" in classes:
            self._title_of_item(line)
        elif "mgSubItemTitleTxt" in classes or "mgSubSubTitleTxt" in classes or _is_only_label(line):
            self._drop_empty_label()
            self.label = line.words
            self._add(Block(line.words, Kind.HEADING, level=LABEL_LEVEL), row)
        elif "mgSectionTitle" in classes or "mgTableTitleTxt" in classes:
            self._section(line)
        elif line.label:
            self._field(line)
        else:
            self._words(line)

    def _title_of_item(self, line: Line) -> None:
        row = line.frame.row
        if row is not None and row not in self.numbers and _is_number(line.words) and row is not self.titled:
            self.numbers[row] = line.words.rstrip(". ")
            self.label = self.heading = ""
            return
        number = self.item_of(row)
        marker = f"{number}." if number and row is not self.titled else ""
        self.titled, self.label, self.heading = row, "", line.words
        self._add(Block(line.words, Kind.HEADING, marker, ITEM_LEVEL), row)
        if said.EXEMPT_TITLE.search(line.words) and not said.EXCLUSION_TITLE.search(line.words):
            self.withheld[(number, line.words)] = None

    def _section(self, line: Line) -> None:
        """A section's title; one with nothing under it, and the name of the table of items, name nothing."""
        self._drop_empty_section()
        self.label = ""
        if line.frame.tag == "caption" and line.words.lower() in ("items", "eitemau", "plan items"):
            return
        row = line.frame.row
        level = LABEL_LEVEL if row is not None and self.item_of(row) else SECTION_LEVEL
        self._add(Block(line.words, Kind.HEADING, level=level), row)

    def _drop_empty_label(self) -> None:
        """Take out a label, outside the items, under which stand links alone, or nothing."""
        last = self.blocks[-1] if self.blocks else None
        if last and last.kind is Kind.HEADING and last.level == LABEL_LEVEL and not self.numbers:
            self.blocks.pop()

    def _drop_empty_section(self) -> None:
        if (
            len(self.blocks) > 2
            and self.blocks[-1].kind is Kind.HEADING
            and self.blocks[-1].level == SECTION_LEVEL
        ):
            self.blocks.pop()

    def _field(self, line: Line) -> None:
        value = line.words[len(line.label) :].strip() if line.words.startswith(line.label) else line.words
        name = said.name_of(line.label)
        if value and name:
            self.labelled.append((len(self.blocks), name, value))
        self._add(Block(line.words, Kind.FIELD), line.frame.row)

    def _words(self, line: Line) -> None:
        row = line.frame.row
        number = self.item_of(row)
        self._look_for_gaps(line, number)
        if len(line.anchors) == 1 and _only_leads_on(line, to=self._led_to(row, number)):
            return
        self._add(block_of(line, headings=False), row)

    def _led_to(self, row: Row | None, number: str) -> tuple[Role, ...]:
        """What a line may lead to and be no words of the page: its item's own pages, or what a label lists.

        A page that lists decisions or meetings, under no label, is made of such lines.
        """
        if row is not None and (row is self.titled or number):
            return _MATTER
        return (*_MATTER, Role.MEETING) if self.label else ()

    def _look_for_gaps(self, line: Line, number: str) -> None:
        """What the words of a line, or the links in it, say is missing from the page."""
        for anchor in line.anchors:
            page = kind_of(anchor.address)
            if page is Page.RESTRICTION:
                self.withheld[(number, _named(line) or self.heading or line.words)] = None
            elif page is Page.ITEM and anchor.alone:
                self.cut.append((number, said.part_cut("".join(anchor.words), self.label), anchor))
        if said.is_not_published(line.words):
            self.withheld[(number, self.heading or line.words)] = None

    def _add(self, block: Block, row: Row | None) -> None:
        number = self.item_of(row)
        if number:
            block = Block(block.words, block.kind, block.marker, block.level, block.place, number)
        self.blocks.append(block)

    def finished(self) -> list[Block]:
        """The blocks, without a title at the end that names nothing."""
        self._drop_empty_label()
        self._drop_empty_section()
        return self.blocks

    def unread(self) -> tuple[Unread, ...]:
        """What is withheld, item by item."""
        return tuple(
            Unread(f"Item {number}, {what}" if number else what, _WITHHELD) for number, what in self.withheld
        )

    def why_cut(self) -> str:
        """Which parts break off, in a sentence; empty where none does."""
        if not self.cut:
            return ""
        parts = list(
            dict.fromkeys(f"the {part}{f' of item {item}' if item else ''}" for item, part, _ in self.cut)
        )
        if len(parts) > MOST_NAMED:
            parts = [*parts[:MOST_NAMED], f"{len(parts) - MOST_NAMED} others"]
        return (
            f"The page gives only the beginning of {listed(parts)}, and links to the full text, which"
            " has not been read."
        )


def listed(things: list[str]) -> str:
    """Several things in a sentence: "the minutes of item 4, the minutes of item 5 and the decision"."""
    return things[0] if len(things) == 1 else f"{', '.join(things[:-1])} and {things[-1]}"


def _named(line: Line) -> str:
    """What a line says beside its links: "Restricted enclosure 2"."""
    words = line.words
    for anchor in line.anchors:
        words = words.replace(tidy("".join(anchor.words)), "")
    return tidy(words)


def _is_only_label(line: Line) -> bool:
    """Whether a line is nothing but a label, whose value stands in the lines below."""
    if line.sort is not Sort.WORDS:
        return False
    return bool(line.label and line.label == line.words) or (
        "mgLabel" in line.frame.classes and line.words.endswith(":")
    )


def _is_number(words: str) -> bool:
    return len(words) <= LONGEST_NUMBER and bool(
        re.fullmatch(r"(?:item |eitem )?\(?[\d/]*\d ?[a-z]{0,2}(?:\.\d+|\([a-z]\))*[.)]*", words, re.I)
    )


def _only_leads_on(line: Line, *, to: tuple[Role, ...]) -> bool:
    """Whether a line is nothing but its one link, to such pages or to the reasons of a restriction."""
    if tidy("".join(line.anchors[0].words)) != line.words:
        return False
    address = line.anchors[0].address
    return kind_of(address) is Page.RESTRICTION or role_of(address) in to
