"""Spreadsheets in forms that no library at hand writes: .xls, .ods and .xlsb, by hand and very small."""

import io
import struct
import zipfile
from collections.abc import Iterable

Cells = Iterable[tuple[int, int, str]]  # row and column from 0, and words
_NONE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def cells_of(*rows: list[str]) -> list[tuple[int, int, str]]:
    """Rows of words as cells from the first on."""
    return [(r, c, words) for r, row in enumerate(rows) for c, words in enumerate(row)]


def xls(
    cells: Cells, *, name: str = "Actions", corners: tuple[int, int] | None = None, extra: bytes = b""
) -> bytes:
    """A spreadsheet of before 2007; `corners` are the rows and columns that it says it has."""
    return compound(workbook(list(cells), name=name, corners=corners, extra=extra))


def workbook(
    cells: list[tuple[int, int, str]], *, name: str, corners: tuple[int, int] | None, extra: bytes
) -> bytes:
    """The part of it that holds the sheets; `extra` are records put first."""
    begun = _record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0)) + extra
    named = struct.pack("<BB", len(name), 0) + name.encode("latin-1")
    place = len(begun) + 4 + 6 + len(named) + 4
    begun += _record(0x85, struct.pack("<IBB", place, 0, 0) + named) + _record(0x0A, b"")
    high, wide = corners or (max(r for r, _, _ in cells) + 1, max(c for _, c, _ in cells) + 1)
    sheet = _record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
    sheet += _record(0x200, struct.pack("<IIHHH", 0, high, 0, wide, 0))
    for row, column, words in cells:
        head = struct.pack("<HHHHB", row, column, 0, len(words), 0)
        sheet += _record(0x204, head + words.encode("latin-1"))
    return begun + sheet + _record(0x0A, b"")


def _record(kind: int, said: bytes) -> bytes:
    return struct.pack("<HH", kind, len(said)) + said


def compound(part: bytes, *, name: str = "Workbook", circle: bool = False) -> bytes:
    """The small file system around a part; in a `circle`, its last sector goes on in its first."""
    part = part.ljust(max(len(part) + -len(part) % 512, 4_096), b"\0")
    count = len(part) // 512
    following = [_TABLE, _END, *range(3, 2 + count), 2 if circle else _END]
    table = struct.pack("<128I", *following, *[_NONE] * (128 - len(following)))
    entries = _entry("Root Entry", 5, _END, 0, child=1) + _entry(name, 2, 2, len(part)) + bytes(256)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    head += bytes(10) + struct.pack("<IIIIIIIII", 1, 1, 0, 4096, _END, 0, _END, 0, 0)
    return head + struct.pack("<108I", *[_NONE] * 108) + table + entries + part


def _entry(name: str, kind: int, first: int, size: int, *, child: int = _NONE) -> bytes:
    spelt = name.encode("utf-16-le")
    told = spelt.ljust(64, b"\0") + struct.pack("<HBBIII", len(spelt) + 2, kind, 1, _NONE, _NONE, child)
    return told + bytes(36) + struct.pack("<IQ", first, size)


def ods(rows: str, *, name: str = "Actions", **parts: str) -> bytes:
    """An OpenDocument spreadsheet of one sheet, whose rows are this XML."""
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
        for short in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0"?><office:document-content {spaces}><office:body><office:spreadsheet>'
        f'<table:table table:name="{name}">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">{}</m:manifest>'
    return zipped(
        {
            "mimetype": kind,
            "content.xml": content,
            "META-INF/manifest.xml": manifest.format(parts.get("manifest", "")),
        }
    )


def ods_rows(*rows: list[str]) -> str:
    """Rows of words as XML."""
    return "".join(f"<table:table-row>{''.join(map(ods_cell, row))}</table:table-row>" for row in rows)


def ods_cell(words: str, told: str = "") -> str:
    """A cell of words; `told` are further attributes."""
    return f'<table:table-cell office:value-type="string" {told}><text:p>{words}</text:p></table:table-cell>'


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A package of these parts."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return held.getvalue()


def xlsb(cells: Cells, *, name: str = "Actions") -> bytes:
    """A binary spreadsheet of one sheet."""
    rows: dict[int, list[tuple[int, str]]] = {}
    for row, column, words in cells:
        rows.setdefault(row, []).append((column, words))
    sheet = _binary(129, b"") + _binary(148, bytes(16)) + _binary(145, b"")
    for row, told in rows.items():
        sheet += _binary(0, struct.pack("<IIHBBII", row, 0, 300, 0, 0, 0, 0))
        sheet += b"".join(_binary(6, struct.pack("<II", column, 0) + _words(words)) for column, words in told)
    sheet += _binary(146, b"") + _binary(130, b"")
    book = _binary(131, b"") + _binary(143, b"")
    book += (
        _binary(156, struct.pack("<II", 0, 1) + _words("rId1") + _words(name))
        + _binary(144, b"")
        + _binary(132, b"")
    )
    of_sheets = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    kind = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{types}"><Override PartName="/xl/workbook.bin"'
            f' ContentType="{kind}"/></Types>',
            "xl/workbook.bin": book,
            "xl/_rels/workbook.bin.rels": f'<Relationships xmlns="{relations}"><Relationship Id="rId1"'
            f' Type="{of_sheets}" Target="worksheets/sheet1.bin"/></Relationships>',
            "xl/worksheets/sheet1.bin": sheet,
        }
    )


def _binary(kind: int, said: bytes) -> bytes:
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, left = bytearray(), len(said)
    while left > 127:
        size.append(left & 0x7F | 0x80)
        left >>= 7
    return head + bytes([*size, left]) + said


def _words(words: str) -> bytes:
    return struct.pack("<I", len(words)) + words.encode("utf-16-le")
