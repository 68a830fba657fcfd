"""The objects that stand in the bytes of a PDF file, found without its table, which may lie.

An object is `5 0 obj <<...>> stream ... endstream endobj`, or stands in a stream that packs several together.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from handback.reading.formats.pdf.unpacking import NotUnpacked, unpacked

MOST_OF_STREAM = 16_000_000  # bytes that one stream is unpacked to
_OBJECT = re.compile(rb"obj\b")
_NUMBER = re.compile(rb"(\d{1,10})\s+\d{1,10}\s*\Z")
_STREAM = re.compile(rb"\bstream\r?\n?")
_SPELT = re.compile(rb"#([0-9A-Fa-f]{2})")
_LENGTH = re.compile(rb"/Length\s+(\d{1,10})\b")
_FIRST = re.compile(rb"/First\s+(\d{1,9})\b")


@dataclass(frozen=True, slots=True)
class Thing:
    """An object: its number, what is told of it (its dictionary), and what its stream says, if it has one."""

    number: int
    told: bytes
    said: bytes | None = None


def spelt(name: bytes) -> bytes:
    """Bytes with what stands in them as #41 put plainly."""
    return _SPELT.sub(lambda found: bytes([int(found[1], 16)]), name) if b"#" in name else name


def things_of(data: bytes, *, unpacks: Callable[[bytes], bool]) -> Iterator[Thing]:
    """Every object that stands in the file by itself; of the streams, those are unpacked that `unpacks` says.

    A stream that is packed in other ways says nothing.
    """
    begun = [
        (int(head[1]), found.end())
        for found in _OBJECT.finditer(data)
        if (head := _NUMBER.search(data, max(found.start() - 60, 0), found.start()))
    ]
    ends = [found.start() for found in re.finditer(rb"endstream", data)]
    for (number, start), (_, following) in zip(begun, [*begun[1:], (0, len(data))], strict=False):
        stream = _STREAM.search(data, start, following)
        told = spelt(data[start : stream.start() if stream else following])
        said = None
        if stream:
            said = _said(told, _packed(data, stream.end(), told, ends)) if unpacks(told) else b""
        yield Thing(number, told, said)


def _packed(data: bytes, start: int, told: bytes, ends: list[int]) -> memoryview:
    """The bytes of the stream that begins at a place: to its end, or as many as are told."""
    at = bisect_right(ends, start - 1)
    end = ends[at] if at < len(ends) else len(data)
    length = _LENGTH.search(told)
    return memoryview(data)[start : max(end, start + int(length[1]) if length else 0)]


def _said(told: bytes, packed: memoryview) -> bytes:
    try:
        return unpacked(told, packed, most=MOST_OF_STREAM)
    except NotUnpacked:
        return b""


def packed_together(thing: Thing, wanted: Callable[[bytes], Iterator[int]]) -> Iterator[Thing]:
    """The objects in a stream of objects at the places that `wanted` finds in it."""
    found, said = _FIRST.search(thing.told), thing.said or b""
    first = int(found[1]) if found else 0
    heads = [int(number) for number in re.findall(rb"\d{1,10}", said[:first])]
    stand = sorted(zip((first + place for place in heads[1::2]), heads[::2], strict=False))
    places = [place for place, _ in stand]
    last = -1
    for place in sorted(wanted(said)):
        at = bisect_right(places, place) - 1
        if at > last:
            end = places[at + 1] if at + 1 < len(places) else len(said)
            yield Thing(stand[at][1], spelt(said[places[at] : end]))
            last = at
