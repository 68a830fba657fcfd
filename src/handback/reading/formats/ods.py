"""OpenDocument spreadsheets (.ods): the rows of each sheet, as of other spreadsheets.

A cell or row may say that it is there a million times, so what is said is counted before a sheet is opened.
"""

import io

from lxml import etree

from handback.reading.document import Unread
from handback.reading.formats import packages, xlsx
from handback.reading.formats.laid_out import LaidOut
from handback.reading.formats.tables import Sheet
from handback.reading.refusals import NotReadable

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_ROW, _SHEET = f"{_TABLE}table-row", f"{_TABLE}table"


def lay_out(data: bytes) -> LaidOut:
    """The rows of all sheets that are shown. Raises NotReadable for a file that is damaged or unsafe."""
    return xlsx.laid_out(read_sheets(data))


def read_sheets(data: bytes) -> tuple[tuple[Sheet, ...], tuple[Unread, ...]]:
    """The sheets that are shown, with their rows that hold words, and what was not read.

    Raises NotReadable for a file that is damaged, locked or unsafe to open.
    """
    package = packages.opened(data)
    if b"encryption-data" in packages.part_of(package, "META-INF/manifest.xml"):
        raise NotReadable(packages.LOCKED)
    try:
        _check_corners(packages.part_of(package, "content.xml"))
    except etree.XMLSyntaxError as error:
        raise NotReadable(xlsx.DAMAGED) from error
    return xlsx.sheets_of(data)


def _check_corners(content: bytes) -> None:
    """Raises NotReadable where the cells of a sheet stand too far apart, or are there too often."""
    high = wide = last = row = column = 0
    events = etree.iterparse(
        io.BytesIO(content),
        events=("start", "end"),
        tag=(*_CELLS, _ROW, _SHEET),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
    )
    for event, element in events:
        if event == "start":
            if element.tag == _SHEET:
                high = wide = row = 0
            elif element.tag == _ROW:
                column = last = 0
            continue
        if element.tag in _CELLS:
            column += _times(element, "number-columns-repeated")
            if len(element) or element.text or any(n.startswith(_OFFICE) for n in element.attrib):
                last = column
        elif element.tag == _ROW:
            row += _times(element, "number-rows-repeated")
            high, wide = (row, max(wide, last)) if last else (high, wide)
            xlsx.check_rectangle(high=high, wide=wide)
        element.clear()


def _times(element: etree._Element, name: str) -> int:
    """How often a cell or row is there. Raises NotReadable for what is no number."""
    said = element.get(_TABLE + name, "1")
    if not (said.isascii() and said.isdigit() and len(said) < 10):
        raise NotReadable(xlsx.DAMAGED)
    return int(said)
