"""PDF files that unpack to far more than any page needs: known before PDFium unpacks them.

PDFium holds all that a page says at once. So what each packed stream unpacks to is measured first, a piece
at a time; pictures are left out, since reading words does not unpack them. Streams that are locked or
packed in other ways are not measured: those other ways do not pack nearly as small.
"""

import re
import zlib

from handback.reading.refusals import NotReadable

MOST_OF_STREAM = 16_000_000  # bytes that one stream unpacks to: a map drawn in lines has some 5 MB
MOST_GROWTH, ALWAYS = 40, 48_000_000  # times the file, and bytes in any case, that all streams may unpack to
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_BEFORE = 2_000  # bytes before a stream in which it is told how it is packed
_PIECE = 1_000_000
_MOST_PACKED = 1_032  # times: deflate packs nothing smaller than that
_BOMB = "This PDF unpacks to far more than any document needs, so it was not opened."


def check(data: bytes) -> None:
    """Raises NotReadable where a stream, or all of them, would unpack to too much."""
    if len(data) * _MOST_PACKED < MOST_OF_STREAM:
        return
    left = max(ALWAYS, MOST_GROWTH * len(data))
    for found in _STREAM.finditer(data):
        told = data[max(found.start() - _BEFORE, 0) : found.start()]
        told = told[told.rfind(b" obj") :]
        packed = len(re.findall(rb"/(?:FlateDecode|Fl)\b", told))
        if packed > 1:
            raise NotReadable(_BOMB)
        if packed and b"/Image" not in told:
            end = data.find(b"endstream", found.end())
            left -= _size(data[found.end() : end if end >= 0 else len(data)], min(MOST_OF_STREAM, left))


def _size(packed: bytes, most: int) -> int:
    """How many bytes these unpack to, as far as they do. Raises NotReadable beyond `most`."""
    unpacking, size = zlib.decompressobj(), 0
    try:
        while packed and not unpacking.eof:
            size += len(unpacking.decompress(packed, _PIECE))
            if size > most:
                raise NotReadable(_BOMB)
            packed = unpacking.unconsumed_tail
    except zlib.error:
        return size
    return size
