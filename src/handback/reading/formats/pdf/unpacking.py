"""What a packed stream of a PDF says, in the ways in which words and drawings are packed.

Pictures are packed in other ways, which are not unpacked here. A stream that breaks off gives what came
before the break, as it does to PDFium.
"""

import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress

_FILTER = re.compile(rb"/Filter\s*(\[[^\]]*\]|/[^\s/<>\[\]()]+|\d)")
_NAME = re.compile(rb"/([^\s/<>\[\]()]+)")
_PREDICTED = re.compile(rb"/Predictor\s+(?!1\b)")
_PIECE = 65_536
_MOST_LAYERS = 3  # ways in which one stream is packed, one upon another
_CLEAR, _END, _FIRST_NEW, _WIDEST = 256, 257, 258, 12  # of LZW: two codes with a meaning, then the rest


_Bytes = bytes | memoryview


class NotUnpacked(ValueError):
    """A stream packed in a way that is not unpacked here."""


def unpacked(told: bytes, packed: _Bytes, *, most: int) -> bytes:
    """What a stream says, at most so many bytes of it; `told` is its dictionary. Raises NotUnpacked."""
    found = _FILTER.search(told)
    if not found:
        return bytes(packed[:most])
    names = _NAME.findall(found[1])
    if not names or len(names) > _MOST_LAYERS or _PREDICTED.search(told) or set(names) - set(_WAYS):
        raise NotUnpacked(found[0].decode("latin-1"))
    for name in names:
        packed = _WAYS[name](packed, most)
    return bytes(packed)


def _inflated(packed: _Bytes, most: int) -> bytes:
    """What deflate packed. Where it breaks it is unpacked once more, byte by byte, up to the break."""
    said = bytearray()
    try:
        for some in _pieces(packed, _PIECE):
            said += some
            if len(said) >= most:
                break
    except zlib.error:
        said.clear()
        with suppress(zlib.error):
            for some in _pieces(packed, 1):
                said += some
    return bytes(said[:most])


def _pieces(packed: _Bytes, size: int) -> Iterator[bytes]:
    """What deflate packed, a little at a time, from `size` packed bytes at a time. Raises zlib.error."""
    unpacking = zlib.decompressobj()
    for at in range(0, len(packed), size):
        left: _Bytes = packed[at : at + size]
        while left and not unpacking.eof:
            yield unpacking.decompress(left, _PIECE)
            left = unpacking.unconsumed_tail


def _from_hex(packed: _Bytes, most: int) -> bytes:
    digits = re.sub(rb"[^0-9A-Fa-f]", b"", bytes(packed[: 4 * most]).partition(b">")[0])
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))[:most]


def _from_base_85(packed: _Bytes, most: int) -> bytes:
    """Groups of five letters from "!" to "u", each four bytes; "z" is four zeros."""
    said = bytearray()
    letters: list[int] = []
    for letter in bytes(packed[: 2 * most]).partition(b"~")[0]:
        if letter == ord("z") and not letters:
            said += bytes(4)
        elif ord("!") <= letter <= ord("u"):
            letters.append(letter - ord("!"))
        if len(letters) == 5 or len(said) >= most:
            said += _four_bytes(letters)
            letters = []
        if len(said) >= most:
            break
    if len(letters) > 1:
        said += _four_bytes(letters)[: len(letters) - 1]
    return bytes(said[:most])


def _four_bytes(letters: list[int]) -> bytes:
    number = 0
    for digit in [*letters, *[84] * (5 - len(letters))]:
        number = number * 85 + digit
    return (number & 0xFFFFFFFF).to_bytes(4, "big")


def _from_runs(packed: _Bytes, most: int) -> bytes:
    said, at = bytearray(), 0
    while at < len(packed) and packed[at] != 128 and len(said) < most:
        length = packed[at]
        if length < 128:
            said += packed[at + 1 : at + 2 + length]
            at += length + 2
        else:
            said += bytes(packed[at + 1 : at + 2]) * (257 - length)
            at += 2
    return bytes(said[:most])


def _from_lzw(packed: _Bytes, most: int) -> bytes:
    """What LZW packed: codes of nine to twelve bits, wider one code early, as PDF files have them."""
    table, said, before = _letters(), bytearray(), b""
    bits = held = 0
    for byte in packed:
        held, bits = held << 8 | byte, bits + 8
        width = min(max(len(table) + 1, 511).bit_length(), _WIDEST)
        if bits < width:
            continue
        bits -= width
        code, held = held >> bits, held & ((1 << bits) - 1)
        if code == _CLEAR:
            table, before = _letters(), b""
            continue
        if code == _END or code > len(table) or (code == len(table) and not before) or len(said) >= most:
            break
        word = table[code] if code < len(table) else before + before[:1]
        if before and len(table) < 1 << _WIDEST:
            table.append(before + word[:1])
        said += word
        before = word
    return bytes(said[:most])


def _letters() -> list[bytes]:
    return [bytes([byte]) for byte in range(256)] + [b"", b""]


_WAYS: dict[bytes, Callable[[_Bytes, int], bytes]] = {
    b"FlateDecode": _inflated,
    b"Fl": _inflated,
    b"LZWDecode": _from_lzw,
    b"LZW": _from_lzw,
    b"ASCIIHexDecode": _from_hex,
    b"AHx": _from_hex,
    b"ASCII85Decode": _from_base_85,
    b"A85": _from_base_85,
    b"RunLengthDecode": _from_runs,
    b"RL": _from_runs,
}
