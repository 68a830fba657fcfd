"""Bytes to documents: each format has a module that gives a text and its passages.

A format is told by its content, never by the name of a file. A new format is one module with a
`lay_out` function and one line in `_LAID_OUT_BY`.
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
from handback.reading.refusals import TooLarge

MOST_BYTES = (
    20_000_000  # the longest published agenda packs run to some 2 MB of text; ten times that is a mistake
)

_LAID_OUT_BY: dict[str, Callable[[str], LaidOut]] = {"html": html.lay_out, "text": text.lay_out}


def read(data: bytes, *, name: str = "", day: date | None = None) -> Document:
    """The document that these bytes hold.

    What cannot be read comes back in state `unreadable` with the reason, never as an exception.
    `day` is the document's date where the caller knows it; else the document's own is looked for.
    Raises TooLarge beyond MOST_BYTES.
    """
    if len(data) > MOST_BYTES:
        raise TooLarge(size=len(data), limit=MOST_BYTES, name=name)
    reason = sniffing.why_unreadable(data)
    if reason:
        return _unreadable(data, name=name, reason=reason)
    words, encoding = decode(data)
    reason = sniffing.why_not_words(words)
    if reason:
        return _unreadable(data, name=name, reason=reason)
    form = sniffing.form_of(words)
    page = _LAID_OUT_BY[form](words)
    if not page.text.strip():
        return _unreadable(data, name=name, reason="There are no words in this document.", form=form)
    state, why = state_of(page.text)
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
        dated_on=day or dated.date_of(page.text, page.passages),
    )


def _unreadable(data: bytes, *, name: str, reason: str, form: str = "unknown") -> Document:
    digest = hashlib.sha256(data).hexdigest()
    return Document(name, "", (), State.UNREADABLE, reason, form, "", digest)
