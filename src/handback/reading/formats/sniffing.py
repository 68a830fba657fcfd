"""Which format some bytes hold, told by their first bytes and by their words."""

import re

from handback.reading.refusals import NotReadable

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "This is a PDF file, which is not read yet. Its text can be pasted instead."),
    (
        b"PK\x03\x04",
        "This is a zip archive or an Office document, which is not opened. Take the files out of it first.",
    ),
    (b"PK\x05\x06", "This is an empty zip archive."),
    (
        b"\xd0\xcf\x11\xe0",
        "This is an older Office document, which is not read. Save it as plain text or HTML.",
    ),
    (b"\x1f\x8b", "This is a compressed file, which is not opened. Unpack it first."),
    (b"BZh", "This is a compressed file, which is not opened. Unpack it first."),
    (b"\xfd7zXZ", "This is a compressed file, which is not opened. Unpack it first."),
    (b"7z\xbc\xaf", "This is a compressed file, which is not opened. Unpack it first."),
    (b"Rar!", "This is a compressed file, which is not opened. Unpack it first."),
    (b"\x89PNG", "This is a picture, and the words in pictures are not read."),
    (b"\xff\xd8\xff", "This is a picture, and the words in pictures are not read."),
    (b"GIF8", "This is a picture, and the words in pictures are not read."),
    (b"{\\rtf", "This is a rich text file, which is not read. Save it as plain text or HTML."),
)
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HTML = re.compile(
    r"<!doctype html|<html[\s>]|<body[\s>]|<head[\s>]|<(?:p|div|table|ul|ol|h[1-6]|article"
    r"|section)(?:\s[^<>]{0,300})?>",
    re.I,
)
_SAMPLE = 20_000  # characters: enough to pass a long head of comments before the first tag
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd\x80-\x84\x86-\x9f]")
MOST_CONTROL = 0.02  # share of control characters above which a text is taken for binary


NOT_TEXT = "This is not text: its bytes are those of a program, a picture or the like."


def form_of_bytes(data: bytes) -> str:
    """The format that is read from its bytes (a PDF), or empty where they may be words.

    Raises NotReadable, with a sentence fit to show, for what is neither.
    """
    if not data.strip():
        raise NotReadable("The file is empty.")
    for signature, reason in _SIGNATURES:
        if data.startswith(signature):
            raise NotReadable(reason)
    if not data.startswith(_BYTE_ORDER_MARKS) and _looks_binary(data[:_SAMPLE]):
        raise NotReadable(NOT_TEXT)
    return ""


def _looks_binary(head: bytes) -> bool:
    """Zero bytes scattered through the head, where UTF-16 would have them at every second place."""
    zeros = head.count(0)
    if not zeros:
        return False
    even, odd = head[::2].count(0), head[1::2].count(0)
    return max(even, odd) < 0.3 * (len(head) / 2) or min(even, odd) > 0.1 * (len(head) / 2)


def form_of(text: str) -> str:
    """The format of decoded words: `html` where they open with HTML, else `text`.

    Raises NotReadable for what is no words.
    """
    sample = text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > MOST_CONTROL * len(sample):
        raise NotReadable(NOT_TEXT)
    return "html" if _HTML.search(text[:_SAMPLE]) else "text"
