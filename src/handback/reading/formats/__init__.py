"""Bytes to documents: each format has a module that gives a text and its passages.

A format is told by its content, never by the name of a file. A new format is one module with a
`lay_out` function, a line in `_FROM_BYTES` or `_FROM_WORDS`, and a way of telling it in `sniffing`.
Modules that rest on large libraries are brought in when the first document of their format is read.
"""

import hashlib
from collections.abc import Callable, Mapping
from datetime import date
from importlib import import_module

from handback.reading import dated
from handback.reading.document import Document, State
from handback.reading.formats import (
    govuk,
    html,
    moderngov,
    moderngov_service,
    sniffing,
    statements,
    tables,
    text,
)
from handback.reading.formats.encodings import decode
from handback.reading.formats.laid_out import LaidOut
from handback.reading.formats.wholeness import state_of
from handback.reading.refusals import NotReadable, TooLarge

MOST_BYTES = (
    20_000_000  # the longest published agenda packs run to some 2 MB of text; ten times that is a mistake
)


def _of_module(name: str) -> Callable[[bytes], LaidOut]:
    """The `lay_out` of a module of this package, brought in when it is first asked for."""

    def lay_out(data: bytes) -> LaidOut:
        page: LaidOut = import_module(f"{__name__}.{name}").lay_out(data)
        return page

    return lay_out


# A format read from bytes is told by its first bytes or its parts; one read from words, by its words.
# A module raises NotReadable, with a sentence fit to show, for what it cannot take.
_FROM_BYTES: dict[str, Callable[[bytes], LaidOut]] = {
    "pdf": _of_module("pdf"),
    "docx": _of_module("docx"),
    "xlsx": _of_module("xlsx"),
    "xlsb": _of_module("xlsb"),
    "ods": _of_module("ods"),
    "xls": _of_module("xls"),
    "mail": _of_module("email"),
}
_FROM_WORDS: dict[str, Callable[[str], LaidOut]] = {
    "govuk": govuk.lay_out,
    "moderngov": moderngov.lay_out,
    "moderngov service": moderngov_service.lay_out,
    "statement": statements.lay_out,
    "html": html.lay_out,
    "csv": tables.lay_out,
    "text": text.lay_out,
}
# What lists things that have dates has none itself, save where it is told apart from them.
_TABLES = (*sniffing.SPREADSHEETS, "csv")
_LISTS = frozenset(["meetings", "decisions", "plan", "plans", "body", "bodies", "councillors"])


def read(data: bytes, *, name: str = "", day: date | None = None) -> Document:
    """The document that these bytes hold.

    What cannot be read comes back in state `unreadable` with the reason, never as an exception.
    `day` is the document's date where the caller knows it; else the document's own is looked for.
    Raises TooLarge beyond MOST_BYTES.
    """
    if len(data) > MOST_BYTES:
        raise TooLarge(size=len(data), limit=MOST_BYTES, name=name)
    form, encoding, page = lay_out(data)
    return _document(page, data, name=name, form=form, encoding=encoding, day=day)


def read_with_ocr(
    data: bytes, pages: Mapping[int, str], *, name: str = "", day: date | None = None
) -> Document:
    """The document that a PDF holds, with the words that OCR read on pages without any, by page number.

    The document says that they were read so, and that they are less than certain. Raises TooLarge.
    """
    from handback.reading.formats import pdf

    if len(data) > MOST_BYTES:
        raise TooLarge(size=len(data), limit=MOST_BYTES, name=name)
    try:
        page = pdf.lay_out(data, ocr=pages)
    except NotReadable as refusal:
        page = _unreadable(refusal)
    return _document(page, data, name=name, form="pdf", encoding="", day=day)


def lay_out(data: bytes) -> tuple[str, str, LaidOut]:
    """Format, encoding and layout of these bytes; what cannot be read is laid out as unreadable."""
    form = encoding = ""
    try:
        form = sniffing.form_of_bytes(data)
        if form:
            return form, "", _FROM_BYTES[form](data)
        words, encoding = decode(data)
        form = sniffing.form_of(words)
        return form, encoding, _FROM_WORDS[form](words)
    except NotReadable as refusal:
        return form or "unknown", encoding, _unreadable(refusal)


def _unreadable(refusal: NotReadable) -> LaidOut:
    return LaidOut("", (), state=State.UNREADABLE, reason=str(refusal))


def _document(
    page: LaidOut, data: bytes, *, name: str, form: str, encoding: str, day: date | None
) -> Document:
    """The document of a page as laid out; one without words is unreadable, and says so."""
    if not page.text.strip() and page.state in (None, State.WHOLE):
        page = _unreadable(NotReadable("There are no words in this document."))
    state, why = (page.state, page.reason) if page.state else state_of(page.text)
    return Document(
        name=name.encode("utf-8", "backslashreplace").decode(),  # a file's name may be no characters
        text=page.text,
        passages=page.passages,
        state=state,
        reason=why,
        format=form,
        encoding=encoding,
        sha256=hashlib.sha256(data).hexdigest(),
        unread=page.unread,
        dated_on=day or page.dated_on or _own_date(page, form=form),
        kind=page.kind,
        title=page.title,
        draft=page.draft,
        scanned=page.scanned,
        fields=page.fields,
        links=page.links,
    )


def _own_date(page: LaidOut, *, form: str) -> date | None:
    """The day in the head of a document; the days in a list or a table are those of other things."""
    return None if page.kind in _LISTS or form in _TABLES else dated.date_of(page.text, page.passages)
