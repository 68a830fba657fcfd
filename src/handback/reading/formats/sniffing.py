"""Which format some bytes hold, told by their first bytes and by their words."""

import csv
import io
import re
from itertools import islice

from handback.reading.formats import govuk, moderngov, moderngov_service, statements
from handback.reading.refusals import NotReadable

_PACKED = "This is a compressed file, which is not opened. Unpack it first."
_TAR = "This is an archive of files (tar), which is not opened. Unpack it first, or name it by itself."
_TAR_AT = 257  # bytes before the mark of a tar archive
_PICTURE = (
    "This is a picture, and the words in pictures are not read. Save it as PDF to have it tried by OCR."
)
_REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"PK\x05\x06", "This is an empty zip archive."),
    (b"\x1f\x8b", _PACKED),
    (b"BZh", _PACKED),
    (b"\xfd7zXZ", _PACKED),
    (b"7z\xbc\xaf", _PACKED),
    (b"Rar!", _PACKED),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (
        b'x\x9f>"',
        "This is an attachment as Outlook packs it (winmail.dat), which is not opened. Ask for it as a PDF.",
    ),
    (b"{\\rtf", "This is a rich text file, which is not read. Save it as .docx, PDF or plain text."),
)
_OLDER_OFFICE = b"\xd0\xcf\x11\xe0"
_OLDER_KINDS = (
    ("EncryptedPackage", "This file is locked with a password. Save it without one to have it read."),
    ("WordDocument", "This is an older Word document (.doc), which is not read. Save it as .docx or PDF."),
    ("PowerPoint Document", "This is an older set of slides (.ppt), which is not read. Save it as PDF."),
    ("__substg1.0_", "This is an Outlook message (.msg), which is not read. Save it as .eml or plain text."),
)
SPREADSHEETS = ("xlsx", "xlsb", "ods", "xls")
_OLDER_SHEETS = ("Workbook", "Book")  # the parts of a spreadsheet of before 2007
_OLDER = "This is an older Office document, which is not read. Save it in a newer form or as plain text."
_HEADER = re.compile(
    rb"(?:From [^\n]{0,200}\n)?(?P<lines>(?:[!-9;-~]{1,60}:[^\n]*(?:\n|\Z)(?:[ \t][^\n]*(?:\n|\Z))*)+)"
)
_MAIL_ALONE = re.compile(
    rb"^(?:mime-version|message-id|received|return-path|delivered-to|content-type):", re.I | re.M
)
_MAIL = re.compile(rb"^(?:from|to|cc|subject|date|sender|reply-to|x-[a-z-]+):", re.I | re.M)
# "Date: Tue, 3 Mar 2026 09:00:00 +0000" is written by programs alone, as is a mail in parts.
_SENT = re.compile(
    rb"^date:[ \t]{0,9}(?:[a-z]{3},[ \t]*)?\d{1,2} [a-z]{3} \d{4} \d\d:\d\d(?::\d\d)? [+-]\d{4}", re.I | re.M
)
_IN_PARTS = re.compile(rb"^content-type:[ \t]{0,9}multipart/", re.I | re.M)
_MAIL_HEAD = 20_000  # bytes: the headers of mails that passed many servers run to some 10 kB
_PDF_HEAD = 1_024  # bytes before the mark, which readers of PDF tolerate
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HTML = re.compile(
    r"<!doctype html|<html[\s>]|<body[\s>]|<head[\s>]"
    r"|<(?:p|div|table|ul|ol|h[1-6]|article|section)(?:\s[^<>]{0,300})?>",
    re.I,
)
_SAMPLE = 20_000  # characters: enough to pass a long head of comments before the first tag
_CONTROL = bytes([*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)])  # in Latin-1
MOST_CONTROL = 0.02  # share of control characters above which a text is taken for binary


NOT_TEXT = "This is not text: its bytes are those of a program, a picture or the like."


def form_of_bytes(data: bytes) -> str:
    """The format that is read from its bytes (a PDF, an Office file, a mail), or empty for words.

    Raises NotReadable, with a sentence fit to show, for what is neither.
    """
    if not data.strip():
        raise NotReadable("The file is empty.")
    if data.startswith(b"%PDF-") or (b"%PDF-" in data[:_PDF_HEAD] and _looks_binary(data[:_SAMPLE])):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        from handback.reading.formats.packages import form_of_package

        return form_of_package(data)
    if data.startswith(_OLDER_OFFICE):
        return _older(data)
    for signature, reason in _REFUSED:
        if data.startswith(signature):
            raise NotReadable(reason)
    if data[_TAR_AT : _TAR_AT + 5] == b"ustar":
        raise NotReadable(_TAR)
    if is_mail(data):
        return "mail"
    if not data.startswith(_BYTE_ORDER_MARKS) and _looks_binary(data[:_SAMPLE]):
        raise NotReadable(NOT_TEXT)
    return ""


def is_mail(data: bytes) -> bool:
    """Whether bytes open with the header lines of a mail as mail programs save it.

    "From: Ada" and "Subject: Ferries" alone are words that somebody typed or pasted.
    """
    found = _HEADER.match(data[:_MAIL_HEAD].replace(b"\r\n", b"\n").lstrip(b"\n"))
    if not found:
        return False
    if _SENT.search(found["lines"]) or _IN_PARTS.search(found["lines"]):
        return True
    alone = len(_MAIL_ALONE.findall(found["lines"]))
    return alone > 1 or (alone == 1 and bool(_MAIL.search(found["lines"])))


def _older(data: bytes) -> str:
    """`xls`, told by the names of the parts, which are kept in UTF-16. Raises NotReadable for another."""
    for part, why in _OLDER_KINDS:
        if part.encode("utf-16-le") in data:
            raise NotReadable(why)
    if not any(part.encode("utf-16-le") in data for part in _OLDER_SHEETS):
        raise NotReadable(_OLDER)
    return "xls"


def _looks_binary(head: bytes) -> bool:
    """Zero bytes scattered through the head, where UTF-16 would have them at every second place."""
    zeros = head.count(0)
    if not zeros:
        return False
    even, odd = head[::2].count(0), head[1::2].count(0)
    return max(even, odd) < 0.3 * (len(head) / 2) or min(even, odd) > 0.1 * (len(head) / 2)


def form_of(text: str) -> str:
    """The format of decoded words: a publisher's own, `html` where they open with HTML, `csv`, else `text`.

    Raises NotReadable for what is no words.
    """
    sample = text[:_SAMPLE]
    if _controls(sample) > MOST_CONTROL * len(sample):
        raise NotReadable(NOT_TEXT)
    for form, tells in _PUBLISHERS:
        if tells(text):
            return form
    if _HTML.search(sample):
        return "statement" if statements.is_statement(text) else "html"
    return "csv" if is_csv(sample) else "text"


def _controls(sample: str) -> int:
    """How many characters say nothing: those that control a terminal, and those put for broken ones.

    Taking bytes out is ten times as quick as looking for the characters.
    """
    coded = sample.encode("latin-1", "replace")
    return len(coded) - len(coded.translate(None, _CONTROL)) + sample.count("\ufffd")


_PUBLISHERS = (
    ("govuk", govuk.is_content),
    ("moderngov service", moderngov_service.is_service),
    ("moderngov", moderngov.is_moderngov),
)


def is_csv(sample: str) -> bool:
    """Whether words are a table of values between commas, semicolons or tabs, a header line first."""
    return bool(delimiter_of(sample))


def delimiter_of(sample: str) -> str:
    """What parts the values of a table, or empty where the words are no table.

    At least three rows of at least three values each, as many in each row as in the header line,
    whose names are short and end no sentence.
    """
    for delimiter in ("\t", ";", ","):
        if sample.count(delimiter) < MOST_PROSE:
            continue
        try:
            rows = list(islice(csv.reader(io.StringIO(sample), delimiter=delimiter), 12))
        except csv.Error:
            continue
        rows = [row for row in rows[: 11 if len(rows) == 12 else None] if any(row)]
        if len(rows) < MOST_PROSE or len({len(row) for row in rows}) > 1 or len(rows[0]) < MOST_PROSE:
            continue
        if all(0 < len(name.strip()) <= 60 and not name.rstrip().endswith(".") for name in rows[0]):
            return delimiter
    return ""


MOST_PROSE = 3  # rows, and values in each, that prose has by chance less often than a table has them
