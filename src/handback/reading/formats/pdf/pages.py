"""What stands on the pages of a PDF: words with their places, ruled lines and pictures.

The one module that talks to PDFium. Places are in points from the top left of the page as it is shown.
PDFium is not made for several threads, so one document is open at a time; pages are closed as soon as
they are read. Nothing in a document is run, and nothing outside it is looked up.
"""

import ctypes
import math
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from handback.reading.formats.markers import plain
from handback.reading.formats.pdf import bombs, drawings
from handback.reading.formats.pdf.ruling import Rule, Ruling
from handback.reading.refusals import NotReadable

MOST_PAGES = 3_000  # the longest agenda packs published run to some 1,500
MOST_LETTERS = 40_000  # of a page: a page of small print has some 8,000
MOST_OBJECTS = 20_000  # of a page that are looked at for lines and pictures: maps hold more, and no tables
_DEPTH = 3  # of drawings within drawings
_SPACES = frozenset(
    " \t\r\n\f\v\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"
)
HYPHENS = frozenset("\x02\ufffe\xad")  # what PDFium makes of a hyphen at the end of a line
_ALONE = threading.Lock()
_LOCKED = "This PDF is locked with a password. Save it without one to have it read."
_DAMAGED = "This PDF is damaged: its pages cannot be found."
_BOLD = ("bold", "black", "heavy", "semibold", "demi")
_FARTHEST = 100_000.0  # points: no page is larger, and what stands beyond is not on it
_HEAVY = 600  # weight from which letters are bold


_Style = tuple[float, bool, int]  # size of letters, whether they are bold, and the angle of their line


@dataclass(frozen=True, slots=True)
class Lettering:
    """What is set on a page, and where; `size` of its letters in points, and whether they are bold."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool

    @property
    def middle(self) -> float:
        """Half way down."""
        return (self.top + self.bottom) / 2


class Word(Lettering):
    """A word on a page."""

    __slots__ = ()


@dataclass(slots=True)
class Page:
    """One page as it is shown; `pictured` is the share of it that the largest picture covers.

    A `broken` page did not open; an `overfull` one holds more letters than are read. `leaning` counts the
    letters of the words that stand `sideways`, by the degrees by which they do.
    """

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    sideways: list[str] = field(default_factory=list)
    leaning: Counter[int] = field(default_factory=Counter)
    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    pictured: float = 0.0
    broken: bool = False
    overfull: bool = False


@contextmanager
def opened(data: bytes) -> Iterator[pdfium.PdfDocument]:
    """The PDF that these bytes hold, for as long as it is needed and by nobody else meanwhile.

    Raises NotReadable for one that is locked or damaged, or unpacks or draws far too much.
    """
    bombs.check(data)
    drawings.check(data)
    with _ALONE:
        try:
            document = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as error:
            locked = getattr(error, "err_code", 0) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
            raise NotReadable(_LOCKED if locked else _DAMAGED) from error
        try:
            yield document
        finally:
            document.close()


def pages_of(document: pdfium.PdfDocument) -> Iterator[Page]:
    """The pages of a PDF, one after another, as far as MOST_PAGES; a page that does not open is `broken`."""
    for index in range(min(len(document), MOST_PAGES)):
        try:
            page = document[index]
        except pdfium.PdfiumError:
            yield Page(index + 1, 0, 0, broken=True)
            continue
        try:
            yield _page(page, index + 1)
        except pdfium.PdfiumError:
            yield Page(index + 1, 0, 0, broken=True)
        finally:
            page.close()


def _page(source: pdfium.PdfPage, number: int) -> Page:
    """A page as it is read: one whose words mostly stand sideways (a wide table on a tall page) is turned."""
    text = source.get_textpage()
    try:
        turn, page = _with_words(source, text.raw, number, 0)
        lean, letters = max(page.leaning.items(), key=lambda counted: counted[1], default=(0, 0))
        if lean % 90 == 0 and letters > sum(len(word.text) for word in page.words):
            turn, page = _with_words(source, text.raw, number, lean)
    finally:
        text.close()
    ruling = Ruling(turn.point)
    _read_drawings(source.raw, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, page, ruling, 0)
    ruling.finish()
    page.across, page.down = ruling.across, ruling.down
    return page


def _with_words(
    source: pdfium.PdfPage, text: "raw.FPDF_TEXTPAGE", number: int, lean: int
) -> "tuple[_Turn, Page]":
    turn = _Turn(source, lean)
    page = Page(number, turn.width, turn.height)
    _read_words(text, page, turn)
    return turn, page


class _Turn:
    """From PDFium's places (from the bottom left, before the page is turned) to places as they are read."""

    def __init__(self, page: pdfium.PdfPage, lean: int = 0) -> None:
        self.angle = (page.get_rotation() + lean) % 360
        left, bottom, right, top = page.get_cropbox()
        self._left, self._bottom = min(left, right), min(bottom, top)
        self._wide, self._high = abs(right - left), abs(top - bottom)
        turned = self.angle in (90, 270)
        self.width, self.height = (self._high, self._wide) if turned else (self._wide, self._high)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point, from the left and from the top."""
        x, y = x - self._left, y - self._bottom
        if self.angle == 90:
            return y, x
        if self.angle == 180:
            return self._wide - x, y
        if self.angle == 270:
            return self._high - y, self._wide - x
        return x, self._high - y

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of a box."""
        if not self.angle:
            high = self._high + self._bottom
            return left - self._left, high - top, right - self._left, high - bottom
        x0, y0 = self.point(left, bottom)
        x1, y1 = self.point(right, top)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _read_words(text: "raw.FPDF_TEXTPAGE", page: Page, turn: _Turn) -> None:
    """Add the words of a page, in the order of the file; a hyphen at the end of a line ends a word."""
    count = min(raw.FPDFText_CountChars(text), MOST_LETTERS)
    page.overfull = count == MOST_LETTERS
    letter = raw.FPDFText_GetUnicode
    letters = [chr(code) if (code := letter(text, i)) < 0x110000 else "\ufffd" for i in range(count)]
    styles: dict[int, _Style] = {}
    at = 0
    while at < count:
        if letters[at] in _SPACES:
            at += 1
            continue
        end = at
        while end < count and letters[end] not in _SPACES:
            end += 1
            if letters[end - 1] in HYPHENS:
                break
        _add_word(text, letters, at, end, page, turn, styles)
        at = end


def _add_word(
    text: "raw.FPDF_TEXTPAGE",
    letters: list[str],
    start: int,
    end: int,
    page: Page,
    turn: _Turn,
    styles: dict[int, _Style],
) -> None:
    """Add the letters between two places as a word, where it stands level and on the page."""
    end = _without_raised_number(text, letters, start, end, styles)
    words = "".join(letters[start:end]).replace("\u2011", "-")
    if not words.isprintable():
        words = plain("".join(letter for letter in words if letter >= " " or letter in HYPHENS))
    if not words or words == "\ufffd":
        return
    first = _box(text, start)
    last = _box(text, end - 1) if end - start > 1 else first
    if not any(last):
        last = first
    size, bold, angle = _style(text, start, styles)
    box = turn.box(
        min(first[0], last[0]), min(first[1], last[1]), max(first[2], last[2]), max(first[3], last[3])
    )
    leaning = (angle - turn.angle) % 360
    if 5 < leaning < 355 or not all(abs(side) < _FARTHEST for side in (*box, size)):
        page.sideways.append(words)
        page.leaning[leaning] += len(words)
        return
    page.words.append(Word(words, *box, size or round(box[3] - box[1], 1), bold))


def _without_raised_number(
    text: "raw.FPDF_TEXTPAGE", letters: list[str], start: int, end: int, styles: dict[int, _Style]
) -> int:
    """Where a word ends without the small number of a footnote: "terminal.3", but not "m2"."""
    if not letters[end - 1].isdigit() or end - start <= SHORTEST_NOTED:
        return end
    size, last = _style(text, start, styles)[0], end
    while last > start and letters[last - 1].isdigit() and _style(text, last - 1, styles)[0] <= RAISED * size:
        last -= 1
    return last if last - start >= SHORTEST_NOTED else end


SHORTEST_NOTED = 3  # letters of a word that has a footnote, without its number: "CO2" has none
RAISED = 0.8  # share of the size of a word that the number of a footnote has at most


def _box(text: "raw.FPDF_TEXTPAGE", index: int) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a letter, as high as its line."""
    rect = raw.FS_RECTF()
    if raw.FPDFText_GetLooseCharBox(text, index, rect) and rect.top != rect.bottom:
        low, high = sorted((rect.bottom, rect.top))
        return rect.left, low, rect.right, high
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    if raw.FPDFText_GetCharBox(text, index, left, right, bottom, top):
        return left.value, bottom.value, right.value, top.value
    return 0.0, 0.0, 0.0, 0.0


def _style(text: "raw.FPDF_TEXTPAGE", index: int, styles: dict[int, _Style]) -> _Style:
    """Size, boldness and angle of a letter; worked out once for all that were set together."""
    thing = raw.FPDFText_GetTextObject(text, index)
    if not thing:
        return 0.0, False, 0
    key = ctypes.addressof(thing.contents)
    if key not in styles:
        styles[key] = _style_of(thing, styles)
    return styles[key]


def _style_of(thing: "raw.FPDF_PAGEOBJECT", styles: dict[int, _Style]) -> _Style:
    size, matrix = ctypes.c_float(), raw.FS_MATRIX()
    raw.FPDFTextObj_GetFontSize(thing, size)
    raw.FPDFPageObj_GetMatrix(thing, matrix)
    stretch = math.hypot(matrix.c, matrix.d) or 1.0
    angle = round(math.degrees(math.atan2(matrix.b, matrix.a)))
    font = raw.FPDFTextObj_GetFont(thing)
    bold = False
    if font:
        key = ctypes.addressof(font.contents)  # fonts are kept among the styles: no two have one address
        if key not in styles:
            styles[key] = (0.0, _is_bold(font), 0)
        bold = styles[key][1]
    bold = bold or raw.FPDFTextObj_GetTextRenderMode(thing) == raw.FPDF_TEXTRENDERMODE_FILL_STROKE
    return round(size.value * stretch, 1), bold, angle % 360


def _is_bold(font: "raw.FPDF_FONT") -> bool:
    name = ctypes.create_string_buffer(128)
    raw.FPDFFont_GetBaseFontName(font, name, 128)
    said = name.value.decode("latin-1").lower()
    return bool(raw.FPDFFont_GetWeight(font) >= _HEAVY) or any(mark in said for mark in _BOLD)


def _read_drawings(holder, count, item, page: Page, ruling: Ruling, depth: int) -> None:  # type: ignore[no-untyped-def]
    for index in range(min(count(holder), MOST_OBJECTS)):
        thing = item(holder, index)
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            ruling.read_path(thing)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            _read_picture(thing, page)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEPTH:
            _read_drawings(
                thing, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, page, ruling, depth + 1
            )


def _read_picture(thing: "raw.FPDF_PAGEOBJECT", page: Page) -> None:
    sides = [ctypes.c_float() for _ in range(4)]
    if raw.FPDFPageObj_GetBounds(thing, *sides) and page.width and page.height:
        left, bottom, right, top = (side.value for side in sides)
        share = abs(right - left) * abs(top - bottom) / (page.width * page.height)
        page.pictured = max(page.pictured, share)
