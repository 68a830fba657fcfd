"""GOV.UK's content as JSON: publications, letters, statements and news, as `/api/content/...` gives them.

The words are those of the page: title, summary, body, and the notice of a withdrawal. What the page says of
itself (publisher, dates, changes) are fields; files and pages that it leads to are links.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from handback.reading import dated
from handback.reading.document import Field, Kind, Link, Role
from handback.reading.formats.html import blocks_of, furniture, links_of, too_wild
from handback.reading.formats.laid_out import Block, LaidOut, write_out
from handback.reading.formats.walk import Anchor, tidy, walked
from handback.reading.refusals import NotReadable

_MARKS = re.compile(r'"(?:content_id|schema_name|document_type|public_updated_at|base_path)"\s*:')
LONGEST_WAIT = 366  # days between a letter's own date and its publication, beyond which the date is another's
_ESCAPED = re.compile(r"\\ud[89a-f]", re.I)  # half of a character, which may have no other half
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def is_content(text: str) -> bool:
    """Whether words are a document of GOV.UK's content store, by the names of its parts."""
    if not text.lstrip("\ufeff \r\n\t").startswith("{"):
        return False
    return '"details"' in text and len(set(_MARKS.findall(text))) >= 2


def lay_out(text: str) -> LaidOut:
    """A document of GOV.UK: title, summary and body, with its fields and links.

    Raises NotReadable for JSON that is broken or holds no document.
    """
    content = _parsed(text)
    details = _dict(content.get("details"))
    anchors: list[Anchor] = []
    blocks = list(_blocks(content, details, anchors))
    written, passages, rest = write_out(blocks)
    published = _day(content.get("first_published_at")) or _day(content.get("public_updated_at"))
    return LaidOut(
        written,
        passages,
        rest,
        dated_on=_own_day(details) or _near(dated.date_of(written, passages), published),
        kind=_words(content.get("document_type")).replace("_", " "),
        title=_words(content.get("title")),
        fields=tuple(_fields(content, details)),
        links=(*_files(details), *links_of(anchors)),
    )


def _parsed(text: str) -> dict[str, Any]:
    try:
        content = json.loads(text.lstrip("\ufeff"))
        if _ESCAPED.search(text):
            content = json.loads(_whole_characters(json.dumps(content, ensure_ascii=False)))
    except (ValueError, RecursionError) as error:
        raise NotReadable(
            "This looks like a document of GOV.UK, but its JSON is broken or cut short."
        ) from error
    if isinstance(content, dict) and content.get("document_type") in ("gone", "redirect", "vanish"):
        raise NotReadable(_left(content))
    if not isinstance(content, dict) or not _words(content.get("title")):
        raise NotReadable("This looks like a document of GOV.UK, but it has no title.")
    return content


def _left(content: dict[str, Any]) -> str:
    """What is said of a page that was taken down, or that leads to another."""
    moved = content.get("redirects")
    to = _words(_dict(moved[0]).get("destination")) if isinstance(moved, list) and moved else ""
    if to:
        return f"This page of GOV.UK has no words of its own: it leads to {to[:300]}."
    details = _dict(content.get("details"))
    why = LexborHTMLParser(_words(details.get("explanation"))[:2_000]).text(separator=" ")
    other = _words(details.get("alternative_path"))
    said = "This page was taken off GOV.UK" + (
        f": {' '.join(why.split()).rstrip('.')}." if why.strip() else "."
    )
    return f"{said} Instead see {other[:300]}." if other else said


def _whole_characters(words: str) -> str:
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _blocks(content: dict[str, Any], details: dict[str, Any], anchors: list[Anchor]) -> Iterator[Block]:
    yield Block(_words(content["title"]), Kind.HEADING, level=1)
    if withdrawn := _markup(_dict(content.get("withdrawn_notice")).get("explanation")):
        yield Block("Withdrawn", Kind.HEADING, level=2)
        yield from _of_markup(withdrawn, anchors)
    if summary := _words(content.get("description")):
        yield Block(summary, Kind.PARAGRAPH)
    yield from _of_markup(_markup(details.get("body")), anchors)
    for part in _dicts(details.get("parts")):
        if title := _words(part.get("title")):
            yield Block(title, Kind.HEADING, level=2)
        yield from _of_markup(_markup(part.get("body")), anchors)
    for snippet in details.get("documents") or () if isinstance(details.get("documents"), list) else ():
        if not _dicts(details.get("attachments")):
            list(_of_markup(_markup(snippet), anchors))  # files are links, not words of the page


def _of_markup(markup: str, anchors: list[Anchor]) -> Iterator[Block]:
    if not markup:
        return
    if too_wild(markup):
        raise NotReadable("This document of GOV.UK holds far more tags than any page needs.")
    body = LexborHTMLParser(markup).body
    if body is None:
        return
    walk = walked(body, furniture)
    anchors += walk.anchors
    yield from blocks_of(walk.pieces)


def _markup(value: object) -> str:
    """HTML that is given as it is, or in several forms of which HTML is one."""
    if isinstance(value, str):
        return value
    forms = {str(form.get("content_type")): form.get("content") for form in _dicts(value)}
    given = forms.get("text/html") or next((form for form in forms.values() if isinstance(form, str)), "")
    return given if isinstance(given, str) else ""


def _fields(content: dict[str, Any], details: dict[str, Any]) -> Iterator[Field]:
    for name, key in (("published_on", "first_published_at"), ("updated_on", "public_updated_at")):
        if day := _day(content.get(key)):
            yield Field(name, day.isoformat())
    if withdrawn := _day(_dict(content.get("withdrawn_notice")).get("withdrawn_at")):
        yield Field("withdrawn_on", withdrawn.isoformat())
    if own := _own_day(details):
        yield Field("made_on", own.isoformat())
    if path := _words(content.get("base_path")):
        yield Field("address", path)
    yield from _people(_dict(content.get("links")), details)
    for change in _dicts(details.get("change_history")):
        day = _day(change.get("public_timestamp"))
        if note := _words(change.get("note")):
            yield Field("change", f"{day.isoformat()}: {note}" if day else note)


def _people(links: dict[str, Any], details: dict[str, Any]) -> Iterator[Field]:
    """Who publishes it, and who made the statement or speech that it is."""
    for name, key in (("publisher", "organisations"), ("made_by", "speaker"), ("made_by", "people")):
        for linked in _dicts(links.get(key)):
            if title := _words(linked.get("title")):
                yield Field(name, title)
    if speaker := _words(details.get("speaker_without_profile")):
        yield Field("made_by", speaker)


def _files(details: dict[str, Any]) -> Iterator[Link]:
    for attachment in _dicts(details.get("attachments")):
        if address := _words(attachment.get("url")):
            yield Link(Role.ATTACHMENT, address, _words(attachment.get("title")))


def _own_day(details: dict[str, Any]) -> date | None:
    """The day on which a speech or statement was made, which the document gives apart."""
    return _day(details.get("delivered_on")) or _day(details.get("display_date"))


def _near(own: date | None, published: date | None) -> date | None:
    """The date in the words, if it may be that of what was published then; else the day of publication."""
    if own is None or published is None:
        return own or published
    return own if 0 <= (published - own).days <= LONGEST_WAIT else published


def _day(value: object) -> date | None:
    if not isinstance(value, str) or not _DAY.match(value):
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def _words(value: object) -> str:
    return tidy(value) if isinstance(value, str) else ""


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _dicts(value: object) -> list[dict[str, Any]]:
    return [part for part in value if isinstance(part, dict)] if isinstance(value, list) else []
