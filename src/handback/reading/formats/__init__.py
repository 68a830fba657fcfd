"""Bytes to documents: each format has a module that gives a text and its passages.

A format is told by its content, never by the name of a file. A new format is one module with a
`lay_out` function, a line in `_FROM_BYTES` or `_FROM_WORDS`, and a way of telling it in `sniffing`.
"""

import hashlib
from collections.abc import Callable
from datetime import date

from handback.reading import dated
from handback.reading.document import Document, State
from handback.reading.formats import html, sniffing, text
from handback.reading.formats.encodings import decode
from handback.reading.formats.laid_out import LaidOut
from handback.reading.formats.wholeness import state_of
from handback.reading.refusals import NotReadable, TooLarge

MOST_BYTES = (
    20_000_000  # the longest published agenda packs run to some 2 MB of text; ten times that is a mistake
)

# A format read from bytes is told by its first bytes or its parts; one read from words, by its words.
# A module raises NotReadable, with a sentence fit to show, for what it cannot take.
_FROM_BYTES: dict[str, Callable[[bytes], LaidOut]] = {}
_FROM_WORDS: dict[str, Callable[[str], LaidOut]] = {"html": html.lay_out, "text": text.lay_out}


def read(data: bytes, *, name: str = "", day: date | None = None) -> Document:
    """The document that these bytes hold.

    What cannot be read comes back in state `unreadable` with the reason, never as an exception.
    `day` is the document's date where the caller knows it; else the document's own is looked for.
    Raises TooLarge beyond MOST_BYTES.
    """
    if len(data) > MOST_BYTES:
        raise TooLarge(size=len(data), limit=MOST_BYTES, name=name)
    form = encoding = ""
    try:
        form = sniffing.form_of_bytes(data)
        if form:
            return _document(_FROM_BYTES[form](data), data, name=name, form=form, encoding="", day=day)
        words, encoding = decode(data)
        form = sniffing.form_of(words)
        return _document(_FROM_WORDS[form](words), data, name=name, form=form, encoding=encoding, day=day)
    except NotReadable as refusal:
        digest = hashlib.sha256(data).hexdigest()
        return Document(name, "", (), State.UNREADABLE, str(refusal), form or "unknown", encoding, digest)


def _document(
    page: LaidOut, data: bytes, *, name: str, form: str, encoding: str, day: date | None
) -> Document:
    if not page.text.strip() and not page.scanned:
        raise NotReadable("There are no words in this document.")
    state, why = (page.state, page.reason) if page.state else state_of(page.text)
    return Document(
        name=name,
        text=page.text,
        passages=page.passages,
        state=state,
        reason=why,
        format=form,
        encoding=encoding,
        sha256=hashlib.sha256(data).hexdigest(),
        unread=page.unread,
        dated_on=day or page.dated_on or dated.date_of(page.text, page.passages),
        kind=page.kind,
        title=page.title,
        draft=page.draft,
        scanned=page.scanned,
        fields=page.fields,
        links=page.links,
    )
