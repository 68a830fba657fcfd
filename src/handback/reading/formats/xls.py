"""Spreadsheets of before 2007 (.xls): the rows of each sheet, as of other spreadsheets.

The file is a small file system: a table says in which sectors a part goes on. Chains that run in circles, and
cells that stand too far apart, are found before the file is opened.
"""

import struct
from collections.abc import Iterator

from handback.reading.document import Unread
from handback.reading.formats import packages, xlsx
from handback.reading.formats.laid_out import LaidOut
from handback.reading.formats.tables import Sheet
from handback.reading.refusals import NotReadable

_HEADER, _ENTRY = 512, 128  # bytes of the header, and of an entry of the directory
_LAST = 0xFFFFFFF0  # numbers of sectors from here on are none
_SMALL = 4_096  # bytes: smaller parts stand in a part of their own, in sectors of 64
_PARTS = ("Workbook", "Book")
_ROOT = 5
_BEGINS, _CORNERS, _LOCK, _WORDS = 0x0809, 0x0200, 0x002F, 0x00FC
_COUNTS = (40, 44, 64, 72)  # places in the header of how many sectors some tables have
_CELLS = {0x06, 0xBD, 0xBE, 0xD6, 0xFD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E}


def lay_out(data: bytes) -> LaidOut:
    """The rows of all sheets that are shown. Raises NotReadable for a file that is damaged or unsafe."""
    return xlsx.laid_out(read_sheets(data))


def read_sheets(data: bytes) -> tuple[tuple[Sheet, ...], tuple[Unread, ...]]:
    """The sheets that are shown, with their rows that hold words, and what was not read.

    Raises NotReadable for a file that is damaged, locked or unsafe to open.
    """
    try:
        _check_corners(_workbook(data))
    except (struct.error, IndexError) as error:
        raise NotReadable(xlsx.DAMAGED) from error
    return xlsx.sheets_of(data)


def _check_corners(records: bytes) -> None:
    """Raises NotReadable where the cells of a sheet stand too far apart, or the file is locked."""
    at = wide = high = 0
    while at + 4 <= len(records):
        kind, size = struct.unpack_from("<HH", records, at)
        at += 4
        if kind == _LOCK:
            raise NotReadable(packages.LOCKED)
        if kind == _BEGINS:
            high = wide = 0
        elif kind == _CORNERS:
            xlsx.check_corners(*struct.unpack_from("<IIHH" if size >= 14 else "<HHHH", records, at))
        elif kind == _WORDS:
            check_count(struct.unpack_from("<II", records, at)[1], most=len(records))
        elif kind in _CELLS and size >= 4:
            row, column = struct.unpack_from("<HH", records, at)
            if kind in (0xBD, 0xBE):
                column = max(column, struct.unpack_from("<H", records, at + size - 2)[0])
            high, wide = max(high, row + 1), max(wide, column + 1)
            xlsx.check_rectangle(high=high, wide=wide)
        at += size


def check_count(said: int, *, most: int) -> None:
    """Raises NotReadable where a file says that it has more of something than there is room for in it."""
    if said > most:
        raise NotReadable(xlsx.DAMAGED)


def _workbook(data: bytes) -> bytes:
    """The part that holds the sheets. Raises NotReadable, struct.error and IndexError for a damaged file."""
    shift = struct.unpack_from("<H", data, 30)[0]
    if shift not in (9, 12):
        raise NotReadable(xlsx.DAMAGED)
    for place in _COUNTS:
        check_count(struct.unpack_from("<I", data, place)[0], most=len(data) >> shift)
    files = _Files(data, 1 << shift)
    root, found = None, None
    for name, kind, first, size in files.directory():
        if kind == _ROOT:
            root = (first, size)
        if name in _PARTS and found is None:
            found = (first, size)
    if root is None or found is None:
        raise NotReadable(xlsx.DAMAGED)
    if found[1] >= _SMALL:
        return files.part(*found)
    return files.small(root, *found)


class _Files:
    """The parts of a file by the sectors in which they stand. Raises NotReadable for a chain in a circle."""

    def __init__(self, data: bytes, size: int) -> None:
        self._data, self._size = data, size
        self._most = len(data) // size + 1
        heads = list(struct.unpack_from("<109I", data, 76))
        more = struct.unpack_from("<I", data, 68)[0]
        for _ in range(self._most):
            if more >= _LAST:
                break
            numbers = self._numbers(more)
            heads += numbers[:-1]
            more = numbers[-1]
        self._next = [n for head in heads[: self._most + 109] if head < _LAST for n in self._numbers(head)]

    def directory(self) -> Iterator[tuple[str, int, int, int]]:
        """Name, kind, first sector and size of each part."""
        entries = self._chain(struct.unpack_from("<I", self._data, 48)[0])
        for at in range(0, len(entries), _ENTRY):
            length, kind = struct.unpack_from("<HB", entries, at + 64)
            first, size = struct.unpack_from("<II" if self._size == _HEADER else "<IQ", entries, at + 116)
            if kind:
                check_count(size, most=len(self._data))
            name = entries[at : at + min(max(length - 2, 0), 64)].decode("utf-16-le", "replace")
            yield name, kind, first, size

    def part(self, first: int, size: int) -> bytes:
        """A part that stands in sectors of the file."""
        return self._chain(first)[:size]

    def small(self, root: tuple[int, int], first: int, size: int) -> bytes:
        """A part that stands in small sectors of the root's own part."""
        held = self._chain(root[0])
        table = self._chain(struct.unpack_from("<I", self._data, 60)[0])
        following = struct.unpack(f"<{len(table) // 4}I", table)
        return b"".join(held[64 * n : 64 * n + 64] for n in _followed(first, following, 64))[:size]

    def _chain(self, first: int) -> bytes:
        return b"".join(self._sector(number) for number in _followed(first, self._next, self._most))

    def _sector(self, number: int) -> bytes:
        start = _HEADER if self._size == _HEADER else self._size
        return self._data[start + number * self._size : start + (number + 1) * self._size]

    def _numbers(self, number: int) -> list[int]:
        return list(struct.unpack(f"<{self._size // 4}I", self._sector(number)))


def _followed(first: int, following: "list[int] | tuple[int, ...]", most: int) -> Iterator[int]:
    """The sectors of a chain. Raises NotReadable for one that is longer than the file, as a circle is."""
    number = first
    for _ in range(most + 1):
        if number >= _LAST:
            return
        yield number
        number = following[number]
    raise NotReadable(xlsx.DAMAGED)
