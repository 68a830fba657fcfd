"""Binary spreadsheets (.xlsb): the rows of each sheet, as of other spreadsheets.

A sheet is records: a number for its kind, a size, and bytes. Where cells stand is looked at before it is
opened.
"""

import re

from handback.reading.document import Unread
from handback.reading.formats import packages, xlsx
from handback.reading.formats.laid_out import LaidOut
from handback.reading.formats.properties import fields_of
from handback.reading.formats.tables import Sheet
from handback.reading.refusals import NotReadable

_ROW, _CELLS = 0, range(1, 12)  # kinds of records: a row begins, its cells
_CORNERS, _WORDS = 148, 159  # the corners of a sheet; how many words are kept apart from the cells
_PART = re.compile(r"/?xl/(?:worksheets/[^/]*|sharedStrings)\.bin$", re.I)


def lay_out(data: bytes) -> LaidOut:
    """The rows of all sheets that are shown. Raises NotReadable for a file that is damaged or unsafe."""
    return xlsx.laid_out(read_sheets(data), fields_of(packages.opened(data)))


def read_sheets(data: bytes) -> tuple[tuple[Sheet, ...], tuple[Unread, ...]]:
    """The sheets that are shown, with their rows that hold words, and what was not read.

    Raises NotReadable for a file that is damaged, locked or unsafe to open.
    """
    package = packages.opened(data)
    for name in package.namelist():
        if _PART.match(name):
            _check_corners(packages.part_of(package, name))
    return xlsx.sheets_of(data)


def _check_corners(records: bytes) -> None:
    """Raises NotReadable where the cells of a sheet stand too far apart."""
    at, wide, lowest, highest = 0, 0, 1 << 32, 0
    while at < len(records):
        kind, at = _number(records, at, most=2)
        size, at = _number(records, at, most=4)
        if kind == _ROW:
            row = _whole(records, at)
            lowest, highest = min(lowest, row), max(highest, row)
        elif kind in _CELLS:
            wide = max(wide, _whole(records, at) + 1)
        elif kind == _WORDS and _whole(records, at + 4) > len(records):
            raise NotReadable(xlsx.DAMAGED)
        elif kind == _CORNERS:
            xlsx.check_corners(*(_whole(records, at + n) for n in (0, 4, 8, 12)))
        at += size
    xlsx.check_rectangle(high=max(highest - lowest, 0) + 1, wide=wide)


def _whole(records: bytes, at: int) -> int:
    return int.from_bytes(records[at : at + 4], "little")


def _number(records: bytes, at: int, *, most: int) -> tuple[int, int]:
    """A number of seven bits a byte, and where it ends. Raises NotReadable where it does not."""
    number = 0
    for place in range(most):
        if at >= len(records):
            raise NotReadable(xlsx.DAMAGED)
        byte = records[at]
        number |= (byte & 0x7F) << (7 * place)
        at += 1
        if not byte & 0x80:
            break
    return number, at
