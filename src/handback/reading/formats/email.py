"""Mails (.eml): headers, the words somebody wrote, what they quoted, and what is attached.

What is quoted from earlier mails stands under the heading "Quoted", since it was said before and perhaps by
somebody else. What is attached and can be read is read, mails within mails as far as DEEPEST.
"""

import email.policy
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from email.message import EmailMessage, Message, MIMEPart
from email.utils import parsedate_to_datetime

from handback.reading.document import Field, Kind, State, Unread
from handback.reading.formats import html, text
from handback.reading.formats.encodings import charset, decode
from handback.reading.formats.laid_out import Block, LaidOut, again, write_out
from handback.reading.refusals import NotReadable

DEEPEST = 2  # mails within mails that are read
MOST_ATTACHED = 50
MOST_PARTS, MOST_WITHIN = 5_000, 100  # lines that may part a mail, and parts that hold parts
QUOTED = "Quoted"
_USUAL = ("ascii", "utf-8")  # what programs name without looking at the words
_HEADERS = ("From", "To", "Cc", "Date", "Subject")
_MARKED = re.compile(r"[ \t]{0,3}(?:>[ \t]?)+")
_INTRODUCED = re.compile(
    r"^(?:on\b[^\n]{8,200}(?:\n[^\n]{0,120})?\bwrote:|[^\n]{3,120} wrote on [^\n]{6,60}:)[ \t]*$", re.I | re.M
)
_WHOLE = re.compile(
    r"^[ \t]*(?:-{3,}[ ]?(?:original message|forwarded message|original appointment)[ ]?-{3,}"
    r"|begin forwarded message:|_{20,}[ \t]*\n(?=from:)|from:[^\n]+\n(?:sent|date|to):[^\n]+\n)",
    re.I | re.M,
)
_QUOTED_HTML = re.compile(
    r"<(?:blockquote\b|div[^<>]{0,200}(?:gmail_quote|divRplyFwdMsg|appendonsend|yahoo_quoted|moz-cite-prefix))",
    re.I,
)


def lay_out(data: bytes) -> LaidOut:
    """A mail with what is attached to it."""
    return _mail(data, 0)


def _mail(data: bytes, depth: int) -> LaidOut:
    """A mail laid out: its headers as fields, its body, its attachments as deep as mails are read."""
    message = _parsed(data)
    told = {name: said for name in _HEADERS if (said := _header(message, name))}
    blocks = [Block(f"{name}: {said}", Kind.FIELD) for name, said in told.items()]
    body, unread = _body(message)
    blocks += body
    attached = list(_attached(message))
    for part in attached[:MOST_ATTACHED]:
        _attach(part, depth, blocks, unread)
    if (more := len(attached) - MOST_ATTACHED) > 0:
        unread.append(Unread(f"Further attachments ({more})", f"only {MOST_ATTACHED} are read."))
    words, passages, rest = write_out(blocks)
    fields = tuple(
        Field(name.lower(), said, passage.end - len(said), passage.end)
        for (name, said), passage in zip(told.items(), passages, strict=False)
    )
    day = _day(told.get("Date", ""))
    return LaidOut(
        words,
        passages,
        (*unread, *rest),
        kind="e-mail",
        title=told.get("Subject", ""),
        dated_on=day,
        fields=fields,
    )


def _parsed(data: bytes) -> EmailMessage:
    """The mail that these bytes hold. Raises NotReadable for one of more parts than any mail needs."""
    if data.count(b"\n--") > MOST_PARTS or data.count(b"multipart/") > MOST_WITHIN:
        raise NotReadable("This mail has more parts than any mail needs, so it was not taken apart.")
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
    except (RecursionError, ValueError, LookupError, AttributeError, TypeError) as error:
        raise NotReadable("This mail is damaged: it cannot be taken apart.") from error
    assert isinstance(message, EmailMessage)
    return message


def _header(message: EmailMessage, name: str) -> str:
    """A header as people read it, or empty where it cannot be taken apart."""
    try:
        return " ".join(str(message.get(name, "")).split())
    except Exception:  # malformed headers fail in many ways inside the library
        return ""


def _day(words: str) -> date | None:
    with suppress(ValueError, TypeError, IndexError, OverflowError):
        return parsedate_to_datetime(words).date()
    return None


def _body(message: EmailMessage) -> tuple[list[Block], list[Unread]]:
    """The words of the mail itself, and why there are none."""
    try:
        part = message.get_body(("plain", "html"))
    except Exception:  # a structure that the library cannot follow
        part = None
    if part is None:
        why = "it is locked, or in a form that is not read."
        return [], [] if message.is_attachment() else [Unread("The words of the mail", why)]
    words = _words_of(part)
    if part.get_content_subtype() == "html":
        cut = _QUOTED_HTML.search(words)
        end = cut.start() if cut else len(words)
        return [*_of_html(words[:end], None), *_of_html(words[end:], QUOTED)], []
    return list(_of_text(words)), []


def _words_of(part: MIMEPart) -> str:
    named = charset(str(part.get_param("charset", "")))
    try:
        words = part.get_content() if named else ""
    except (LookupError, ValueError, AssertionError, AttributeError):
        words = ""
    if not isinstance(words, str) or not words or ("\ufffd" in words and named in _USUAL):
        held = part.get_payload(decode=True)
        words = decode(held)[0] if isinstance(held, bytes) else ""
    return words.replace("\r\n", "\n").replace("\r", "\n")


def _of_html(markup: str, under: str | None) -> Iterator[Block]:
    if markup.strip():
        for block in again(html.lay_out(markup), "quoted" if under else ""):
            yield replace(block, under=under or block.under)


def _of_text(words: str) -> Iterator[Block]:
    """The blocks of plain words, those that are quoted from an earlier mail apart."""
    for quoted, piece in _pieces(words):
        page = text.lay_out(piece)
        for block in again(page, "quoted" if quoted else ""):
            yield replace(block, under=QUOTED if quoted else block.under)


def _pieces(words: str) -> Iterator[tuple[bool, str]]:
    """Runs of what was written and of what was quoted, the marks of quotation taken away."""
    whole = _WHOLE.search(words)
    end = whole.start() if whole else len(words)
    own = _INTRODUCED.sub(lambda found: "> " + found[0].replace("\n", "\n> "), words[:end])
    run: list[str] = []
    quoted = False
    for line in own.split("\n"):
        marked = _MARKED.match(line)
        if line.strip() and bool(marked) is not quoted:
            yield quoted, "\n".join(run)
            run, quoted = [], bool(marked)
        run.append(line[marked.end() :] if marked else line)
    yield quoted, "\n".join(run)
    if whole:
        yield True, "\n".join(_MARKED.sub("", line) for line in words[end:].split("\n"))


def _attached(message: EmailMessage) -> Iterator[EmailMessage]:
    """What is attached; where the structure is broken, every part that has a file's name."""
    try:
        parts = list(message.iter_attachments())
    except Exception:  # a structure that the library cannot follow
        parts = [part for part in message.walk() if part.get_filename()]
    for part in parts:
        if isinstance(part, EmailMessage):
            yield part


def _attach(part: EmailMessage, depth: int, blocks: list[Block], unread: list[Unread]) -> None:
    """Adds what is attached to the blocks, or to what could not be read."""
    from handback.reading import formats

    name = _name_of(part)
    place = f"attached {name}"
    nested = part.get_content_type() == "message/rfc822"
    data = _bytes_of(part, nested=nested)
    if nested or formats.sniffing.is_mail(data):
        if depth + 1 > DEEPEST:
            unread.append(Unread(f"Attached {name}", "it is a mail within a mail within a mail."))
            return
        try:
            page = _mail(data, depth + 1)
        except NotReadable as refusal:
            page = LaidOut("", (), state=State.UNREADABLE, reason=str(refusal))
    else:
        _form, _encoding, page = formats.lay_out(data)
    if page.state is State.UNREADABLE or not page.text.strip():
        unread.append(Unread(f"Attached {name}", page.reason or "There are no words in it."))
        return
    blocks.append(Block(name, Kind.HEADING, level=1, place=place, under=""))
    blocks += again(page, place)
    unread += (Unread(f"Attached {name}: {left.what}", left.why) for left in page.unread)


def _name_of(part: EmailMessage) -> str:
    with suppress(Exception):  # malformed headers fail in many ways inside the library
        if name := " ".join((part.get_filename() or "").split()):
            return name[:120]
    return "mail" if part.get_content_type() == "message/rfc822" else "file without a name"


def _bytes_of(part: EmailMessage, *, nested: bool) -> bytes:
    if nested:
        held = part.get_payload()
        inner = held[0] if isinstance(held, list) and held else part
        with suppress(Exception):  # what cannot be written out again is no mail
            return inner.as_bytes() if isinstance(inner, Message) else b""
        return b""
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""
