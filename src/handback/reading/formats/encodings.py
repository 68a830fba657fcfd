"""Bytes to characters: marks first, then UTF-8, then a reasoned guess, never an exception."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.I)
_SAMPLE = 65_536  # bytes looked at for a guess: guesses do not get better beyond this, only slower
_CHARSETS = re.compile(  # Python's further codecs unpack, escape or take the square of the length
    r"(?:utf-(?:8|16|32)|cp\d|iso8859|iso2022|euc|big5|gb|hz$|koi8|mac|shift_jis|johab|tis|kz1048|ascii)"
)
_LATIN = {"cp1252", "iso8859_1", "ascii", "latin_1", "utf_8"}


def decode(data: bytes) -> tuple[str, str]:
    """The characters of these bytes and the encoding they were in; line ends become `\\n`."""
    text, encoding = _decode(data)
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding


def _decode(data: bytes) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), encoding
    if b"\x00" in data[:_SAMPLE]:
        encoding = "utf-16-le" if data[1:_SAMPLE:2].count(0) > data[:_SAMPLE:2].count(0) else "utf-16-be"
        return data.decode(encoding, errors="replace"), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _guess(data)


def charset(name: str) -> str:
    """Python's name of a set of characters that a document names; "" for what is no such set."""
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        return ""
    return found if _CHARSETS.match(found) else ""


def _guess(data: bytes) -> tuple[str, str]:
    """British documents that are not UTF-8 are nearly all cp1252; another guess must be declared or sure."""
    declared = _DECLARED.search(data[:_SAMPLE])
    if declared:
        found = charset(declared[1].decode("ascii"))
        if found and found not in ("utf-8", "iso8859-1", "ascii"):
            return data.decode(found, errors="replace"), found
    try:
        return data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes  # brought in for the rare file that needs it

        best = from_bytes(data[:_SAMPLE]).best()
    if best is not None and best.encoding not in _LATIN:
        return data.decode(best.encoding, errors="replace"), best.encoding
    return data.decode("cp1252", errors="replace"), "cp1252"
