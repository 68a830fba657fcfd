"""Office files are zip packages: which kind, and whether it is safe to open them.

1. Sizes are those that the package declares, and no part is read beyond its declared size.
2. A package that declares more than MOST_UNPACKED, or a part that grows more than MOST_GROWTH times, is
   refused before anything in it is opened.
3. Only parts that hold words are opened. Nothing that a part points to is fetched, and none may
   declare entities of its own.
"""

import io
import re
import zipfile
from typing import IO

from lxml import etree

from handback.reading.refusals import NotReadable

MOST_PARTS = 5_000  # a report of three hundred pages has some hundred parts
MOST_UNPACKED = 400_000_000  # bytes declared by all parts together, pictures included
MOST_OF_PART = 40_000_000  # bytes of one part of XML: a thousand pages run to some 20 MB
MOST_GROWTH = 60  # times: XML of Office files unpacks to some 5 to 30 times its size
_SMALL = 8_000_000  # bytes below which a part may grow as it likes: an empty sheet packs very well

_ZIP = "This is a zip archive, which is not opened here. Unpack it and read the files in it."
_BOMB = "This file unpacks to far more than any document needs, so it was not opened."
LOCKED = "This file is locked with a password. Save it without one to have it read."
_DAMAGED = "This file is damaged: it cannot be unpacked."
_KINDS = (
    ("wordprocessingml.document.main", "docx"),
    ("wordprocessingml.template.main", "docx"),
    ("ms-word.document.macroEnabled.main", "docx"),
    ("spreadsheetml.sheet.main", "xlsx"),
    ("spreadsheetml.template.main", "xlsx"),
    ("ms-excel.sheet.macroEnabled.main", "xlsx"),
    ("ms-excel.sheet.binary", "xlsb"),
    ("opendocument.spreadsheet", "ods"),
)
_OTHERS = (
    ("presentationml", "This is a set of slides, which is not read. Save it as PDF."),
    ("opendocument.text", "This is an OpenDocument text, which is not read. Save it as .docx or PDF."),
    ("opendocument", "This is an OpenDocument file of a kind that is not read. Save it as PDF."),
    ("epub", "This is an electronic book, which is not read."),
)


def opened(data: bytes) -> zipfile.ZipFile:
    """The package that these bytes hold, once it is known to be safe.

    Raises NotReadable for one that is damaged, locked or unpacks to too much.
    """
    package = _package(data)
    parts = package.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise NotReadable(_BOMB)
    for part in parts:
        if part.flag_bits & 0x1:
            raise NotReadable(LOCKED)
        if part.file_size > _SMALL and part.file_size > MOST_GROWTH * max(part.compress_size, 1):
            raise NotReadable(_BOMB)
    return package


def _package(data: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError) as error:
        raise NotReadable(_DAMAGED) from error


def form_of_package(data: bytes) -> str:
    """`docx`, `xlsx`, `xlsb` or `ods`, told by what the package says it holds.

    Raises NotReadable, with a sentence fit to show, for an archive or another kind of file.
    """
    package = _package(data)
    name = next((name for name in _TELLING if name in package.NameToInfo), "")
    if not name:
        raise NotReadable(_ZIP)
    said = _head_of(opened(data), name)
    form = next((form for mark, form in _KINDS if mark in said), "")
    if not form:
        raise NotReadable(next((why for mark, why in _OTHERS if mark in said), _ZIP))
    return form


_TELLING = ("[Content_Types].xml", "mimetype")  # the parts in which a package says what it holds
_HEAD = 400_000  # bytes of them that are looked at


def _head_of(package: zipfile.ZipFile, name: str) -> str:
    try:
        with package.open(name) as part:
            return part.read(_HEAD).decode("utf-8", errors="replace")
    except Exception as error:  # each packing method has its own exception for damage
        raise NotReadable(_DAMAGED) from error


def part_of(package: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of one part of XML, or none where there is no such part.

    Raises NotReadable beyond MOST_OF_PART, for damage, and for a part that declares entities of its own.
    """
    try:
        part = package.getinfo(name)
    except KeyError:
        return b""
    if part.file_size > MOST_OF_PART:
        raise NotReadable(_BOMB)
    try:
        data = package.read(part)
    except Exception as error:  # each packing method has its own exception for damage
        raise NotReadable(_DAMAGED) from error
    if re.search(rb"<!(?:DOCTYPE|ENTITY)", data[:10_000]) or b"<\x00!\x00D" in data[:10_000]:
        raise NotReadable("This file declares words of its own making in its XML, so it was not opened.")
    return data


def tree_of(data: bytes) -> etree._Element | None:
    """The XML of a part, entities left alone and nothing fetched; None for no bytes.

    Raises NotReadable for XML that does not parse.
    """
    if not data:
        return None
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotReadable("This file is damaged: a part of it is not XML.") from error


def blocks_of(data: bytes, tags: tuple[str, ...]) -> "etree.iterparse[tuple[str, etree._Element]]":
    """A part's elements of these names one after another as they end, so that no whole tree is held."""
    stream: IO[bytes] = io.BytesIO(data)
    return etree.iterparse(
        stream, events=("end",), tag=tags, resolve_entities=False, no_network=True, load_dtd=False
    )
