"""PDF: the words of its pages in the order in which they are read.

Columns one after another, tables row by row, paragraphs over the ends of lines and pages; running heads,
feet and page numbers left out. Pages without a text layer are named; their words can be had by OCR and
handed in by page number.
"""

import re
from collections.abc import Mapping
from datetime import date

from handback.reading.document import Field, Kind, State, Unread
from handback.reading.formats import text
from handback.reading.formats.bounds import MOST_CHARACTERS
from handback.reading.formats.laid_out import Block, LaidOut, write_out
from handback.reading.formats.pdf import pages
from handback.reading.formats.pdf.columns import Row, in_order
from handback.reading.formats.pdf.furniture import without_furniture
from handback.reading.formats.pdf.grids import Grid, grids_of
from handback.reading.formats.pdf.lines import Line, lines_of, with_underlined
from handback.reading.formats.pdf.mending import Mending
from handback.reading.formats.pdf.paragraphs import blocks_of
from handback.reading.refusals import NotReadable

_SCANNED = (
    "This PDF holds pictures of pages and no words. Its words can be tried by OCR,"
    " which mistakes some letters and figures."
)
_FEW = 12  # letters: with fewer beside a large picture, a page is a picture with a stamp on it
_LARGE = 0.4  # share of a page from which a picture is the page
_GARBLED = 0.3  # share of letters without a meaning above which a page's words are not to be had
READ_BY_OCR = Unread(
    "The certainty of the words",
    "they were read from pictures of the pages by OCR, which mistakes some letters and figures."
    " Compare what matters with the original.",
)
_NO_TITLE = re.compile(
    r"microsoft word|untitled|heading \d+$|document\d*$|\.(?:docx?|pdf|rtf|odt|html?|xlsx?)$|^\W*$", re.I
)
_DIGITS = re.compile(r"\d+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")  # in a title that was left from the paper before, another year
_BEGINNING = 30  # blocks
_DATED = re.compile(r"D:(\d{4})(\d{2})(\d{2})")


class _Reading:
    """What was gathered from the pages, one after another."""

    def __init__(self) -> None:
        self.mending = Mending()
        self.lines: list[tuple[float, list[Line]]] = []
        self.grids: list[list[Grid]] = []
        self.numbers: list[int] = []
        self.sideways: list[str] = []
        self.pictures: list[int] = []  # pages that are pictures
        self.garbled: list[int] = []
        self.broken: list[int] = []
        self.overfull: list[int] = []
        self.letters = 0

    def add(self, page: pages.Page) -> None:
        """Takes the words of one page; what PDFium holds of it may then be closed."""
        said = sum(len(word.text) for word in page.words)
        if page.overfull:
            self.overfull.append(page.number)
        if page.broken:
            self.broken.append(page.number)
        elif said < _FEW and page.pictured >= (_LARGE if said else 0.05):
            self.pictures.append(page.number)
        elif said and _without_meaning(page.words) > _GARBLED * said:
            self.garbled.append(page.number)
            page.words = []
        self.mending.learn(word.text for word in page.words)
        grids, words = grids_of(page, self.mending)
        self.numbers.append(page.number)
        self.grids.append(grids)
        self.lines.append((page.height, with_underlined(lines_of(words, page.number), page.across)))
        self.sideways.append(" ".join(page.sideways))
        self.letters += said

    @property
    def wordless(self) -> list[int]:
        """The pages whose words are not to be had but by OCR."""
        return sorted(self.pictures + self.garbled)


def lay_out(data: bytes, *, ocr: Mapping[int, str] | None = None) -> LaidOut:
    """The words of a PDF; pages that OCR read are put in their places, and the document says so.

    Raises NotReadable for one that is locked or damaged.
    """
    reading, count, told = _read(data)
    read_by_ocr = {page: words for page, words in (ocr or {}).items() if words.strip()}
    wordless = [page for page in reading.wordless if page not in read_by_ocr]
    if not read_by_ocr and reading.letters < _FEW * max(len(reading.pictures), 1) and reading.wordless:
        return LaidOut("", (), state=State.UNREADABLE, reason=_SCANNED, scanned=True, fields=_fields(told))
    blocks = list(_blocks(reading, read_by_ocr))
    words, passages, rest = write_out(blocks)
    fields = _fields(told)
    if read_by_ocr:
        fields += (Field("read_by", "OCR"),)
    return LaidOut(
        words,
        passages,
        (*((READ_BY_OCR,) if read_by_ocr else ()), *_unread(reading, wordless, count), *rest),
        title=_title(told, blocks),
        draft=any(re.search(r"\bdraft\b", said, re.I) for said in reading.sideways),
        scanned=bool(wordless),
        fields=fields,
    )


def pages_without_words(data: bytes) -> tuple[int, ...]:
    """The numbers, from 1, of the pages that hold pictures and no words. Raises NotReadable."""
    return tuple(_read(data)[0].wordless)


def _read(data: bytes) -> tuple[_Reading, int, dict[str, str]]:
    reading = _Reading()
    with pages.opened(data) as document:
        told, count = document.get_metadata_dict(skip_empty=True), len(document)
        for page in pages.pages_of(document):
            reading.add(page)
            if reading.letters > 2 * MOST_CHARACTERS:
                break
    if len(reading.broken) == count:
        raise NotReadable("This PDF is damaged: none of its pages opens.")
    return reading, count, told


def _without_meaning(words: list[pages.Word]) -> int:
    return sum(
        letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff" or letter < "\x02"
        for word in words
        if len(word.text) > 1
        for letter in word.text
    )


def _blocks(reading: _Reading, ocr: Mapping[int, str]) -> list[Block]:
    """All blocks; pages that OCR read part the others, whose paragraphs may run from page to page."""
    blocks: list[Block] = []
    run: list[Line | Row] = []
    once: set[str] = set()
    kept = without_furniture(reading.lines)
    for number, lines, grids, said in zip(
        reading.numbers, kept, reading.grids, reading.sideways, strict=True
    ):
        run += in_order(lines, grids, number)
        key = _DIGITS.sub("#", said)
        new = bool(said) and key not in once
        if new or number in ocr:
            blocks += blocks_of(run, reading.mending)
            run = []
        if new:
            once.add(key)
            blocks.append(Block(said, Kind.PARAGRAPH, place=f"page {number}"))
        if number in ocr:
            blocks += _read_words(ocr[number], number, reading.mending)
    return blocks + list(blocks_of(run, reading.mending))


def _read_words(words: str, number: int, mending: Mending) -> list[Block]:
    """The blocks of what OCR read on a page, words parted at the ends of lines put together."""
    page = text.lay_out(words.replace("\f", "\n"))
    mending.learn(words.split())
    return [
        Block(
            mending.lines(line.strip() for line in page.text[p.start : p.end].split("\n") if line.strip()),
            p.kind,
            p.marker,
            p.level,
            f"page {number}",
        )
        for p in page.passages
    ]


def _unread(reading: _Reading, wordless: list[int], count: int) -> tuple[Unread, ...]:
    """What of a file's `count` pages was not read, and why, pages of one reason together."""
    beyond = list(range(len(reading.numbers) + 1, count + 1))
    too_long = "not read, because the document is too long. Split it to have all of it read."
    said = [
        (wordless, "it holds", "they hold", "pictures and no words that can be read. OCR can be tried."),
        (
            reading.overfull,
            "it holds",
            "they hold",
            f"more than {pages.MOST_LETTERS:,} letters; the rest are left.",
        ),
        (reading.broken, "it is", "they are", "damaged, and cannot be opened."),
        (beyond, "it was", "they were", too_long),
    ]
    return tuple(
        Unread(listed(numbers), f"{one if len(numbers) == 1 else several} {why}")
        for numbers, one, several, why in said
        if numbers
    )


def listed(numbers: list[int]) -> str:
    """Page numbers as people write them: "Page 3", "Pages 3, 5 and 7 to 9"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    said = [str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs]
    words = said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"
    return f"{'Page' if len(numbers) == 1 else 'Pages'} {words}"


def _title(told: Mapping[str, str], blocks: list[Block]) -> str:
    title = " ".join(told.get("Title", "").split())
    heading = next((block.words for block in blocks[:12] if block.kind is Kind.HEADING), "")
    if title and not _NO_TITLE.search(title):
        begins = " ".join(block.words for block in blocks[:_BEGINNING])
        if not heading or all(year in begins for year in _YEAR.findall(title)):
            return title
    return heading


def _fields(told: Mapping[str, str]) -> tuple[Field, ...]:
    """What the file says of itself; its title only where it is one."""
    fields = []
    for key, name in (("Title", "title"), ("Author", "author")):
        value = " ".join(told.get(key, "").split())
        if value and not _NO_TITLE.search(value):
            fields.append(Field(name, value))
    for key, name in (("CreationDate", "created"), ("ModDate", "modified")):
        found = _DATED.match(told.get(key, ""))
        try:
            fields += [Field(name, date(*map(int, found.groups())).isoformat())] if found else []
        except ValueError:
            continue
    return tuple(fields)
