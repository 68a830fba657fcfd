"""What a page that arrived is: itself, an error page in its place, or a list too empty or too long to follow.

Councils' sites answer with the status 200 when they mean an error, so a page is judged by its content.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from handback import reading
from handback.reading.document import Unread
from handback.reading.formats.html import READ_BARE
from handback.reading.formats.moderngov.addresses import Page as Sort
from handback.reading.formats.moderngov.addresses import canonical, kind_of, same_page
from handback.reading.formats.walk import MORE_LINKS
from handback.records.sources.leads import ATTACHED, LISTS, Following, Lead
from handback.records.sources.models import Kind, Outcome

MANY = 3  # a list that held as many is not believed when it is empty
TENTH = 10  # nor one that held more, when less than a tenth is left
FIRST_BYTES = 4_096
BELIEVED_ONLY_WHEN_FULL = frozenset({Kind.BODIES, Kind.MEETINGS})
LINKS_ARE_MISSING = (
    READ_BARE,
    MORE_LINKS,
)  # what reading says of a page some of whose links it does not give
NUMBERED = frozenset({Kind.MEETING, Kind.ITEM, Kind.ISSUE, Kind.PLAN})
_SIGN_IN = re.compile(r"log-?(?:in|on)|sign-?in", re.I)
_ERROR_ADDRESS = re.compile(r"(?:^|/)[^/]*(?:error|notfound|404)[^/]*$", re.I)
_ERROR_HEADING = re.compile(
    r"^\W*(?:(?:server |runtime |application )?error\b|page (?:not|cannot be) found|access denied"
    r"|an? (?:unexpected )?(?:error|problem) (?:has )?occurred"
    r"|(?:service|page|site) (?:is )?(?:temporarily )?unavailable"
    r"|(?:we.re )?sorry\b|[45]\d\d$"
    r"|4\d\d\W+(?:forbidden|not found)|5\d\d\W+(?:internal|bad|service|gateway))",
    re.I,
)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.I)


class Opened(Protocol):
    """What lays out a document: `reading.read`, or something else that does."""

    def __call__(self, data: bytes, *, name: str) -> reading.Document: ...


@dataclass(frozen=True, slots=True)
class Judgement:
    """That a page is not what was asked for, and why, in a sentence fit to show."""

    outcome: Outcome
    reason: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What stands on a page: its title, the pages that it leads to, and how many it lists, wanted or not."""

    title: str
    leads: list[Lead]
    listed: int


def look(
    kind: Kind,
    data: bytes,
    *,
    following: Following,
    address: str,
    final: str,
    before: int,
    opened: Opened = reading.read,
) -> Seen | Judgement:
    """What stands on a page that arrived from `final`, or why it is not taken for the page at `address`.

    `before` is how many pages it listed when it was last taken; `opened` lays out what was not judged yet.
    """
    found = judged(kind, data, address=address, final=final)
    if found:
        return found
    if kind in ATTACHED:
        return Seen("", [], 0)
    said = opened(data, name=address)
    listed = following.listed(kind, said.links, on=final or address)
    found = too_long(kind, said.unread) or too_empty(kind, listed=listed, before=before)
    return found or Seen(said.title, following.leads(kind, said.links, on=final or address), listed)


def judged(kind: Kind, data: bytes, *, address: str, final: str) -> Judgement | None:
    """Why a page that arrived is not the page that was asked for, or None if it is."""
    moved = final and canonical(final) != canonical(address)
    if moved and _SIGN_IN.search(_last(final)):
        return Judgement(Outcome.WITHHELD, f"The site asks for sign-in, at {final}.")
    if moved and (kind_of(final) is Sort.ERROR or _ERROR_ADDRESS.search(urlsplit(final).path)):
        return Judgement(Outcome.ERROR_PAGE, f"The site sends visitors to its error page, {final}.")
    if moved and kind not in ATTACHED and _is_another(kind, address, final):
        return Judgement(Outcome.ERROR_PAGE, f"The site sends visitors to another page, {final}.")
    if not data.strip():
        return Judgement(Outcome.ERROR_PAGE, "The site answered with an empty page.")
    if kind in ATTACHED:
        named_html = re.search(r"\.html?$", urlsplit(address).path, re.I)
        if is_html(data) and not named_html:
            return Judgement(Outcome.ERROR_PAGE, "The site answered with a web page in the document's place.")
        return None
    return _judged_by_words(data)


def _is_another(kind: Kind, address: str, final: str) -> bool:
    """Whether visitors were sent to another sort of page, or to another of those known by one number."""
    return kind_of(final).value != kind.value or (kind in NUMBERED and not same_page(address, final))


def _judged_by_words(data: bytes) -> Judgement | None:
    tree = LexborHTMLParser(data)
    page = tree.css_first("#modgov")
    first = (page or tree).css_first("h1")
    heading = " ".join(first.text().split()) if first else ""
    if page is None:
        said = f" It is headed “{heading[:120]}”." if heading else ""
        return Judgement(Outcome.ERROR_PAGE, f"The site answered with a page that is not ModernGov's.{said}")
    if _ERROR_HEADING.search(heading):
        return Judgement(
            Outcome.ERROR_PAGE, f"The site answered with an error page, headed “{heading[:120]}”."
        )
    return None


def too_long(kind: Kind, unread: Iterable[Unread]) -> Judgement | None:
    """Why a list is not followed: not all that it leads to is known."""
    beyond = next((part for part in unread if part in LINKS_ARE_MISSING), None)
    if beyond is None or kind not in LISTS:
        return None
    return Judgement(
        Outcome.REFUSED,
        f"Not all that this list leads to could be read, so none of it was followed. What was known stays."
        f" {beyond.what}: {beyond.why}",
    )


def too_empty(kind: Kind, *, listed: int, before: int) -> Judgement | None:
    """Why a list is not believed: it held many pages before, and now (nearly) none."""
    if kind not in BELIEVED_ONLY_WHEN_FULL or before < MANY or listed * TENTH >= before:
        return None
    return Judgement(
        Outcome.REFUSED, f"The list holds {listed} where it held {before} before. What was known stays."
    )


def fingerprint(data: bytes) -> str:
    """A hash of what a page says and leads to: session marks, times and a site's skin are not in it.

    SHA-256 in hexadecimal of the words and links of `#modgov`; of the bytes, where there is no such part.
    """
    page = _part(data)
    if page is None:
        return hashlib.sha256(data).hexdigest()
    for tag in page.css("script, style, input"):
        tag.decompose()
    words = " ".join(page.text(separator=" ").split())
    linked = sorted({canonical(anchor.attributes.get("href") or "") for anchor in page.css("a[href]")})
    return hashlib.sha256("\n".join([words, *linked]).encode("utf-8", "surrogatepass")).hexdigest()


def is_html(data: bytes) -> bool:
    """Whether bytes are a page of HTML."""
    first = data[:FIRST_BYTES].removeprefix(b"\xef\xbb\xbf").lstrip()
    return first.startswith(b"<") and _HTML.search(first) is not None


def _part(data: bytes) -> LexborNode | None:
    """What ModernGov wrote of a page, if it wrote any."""
    return LexborHTMLParser(data).css_first("#modgov") if b"modgov" in data.lower() else None


def _last(address: str) -> str:
    return unquote(urlsplit(address).path.rpartition("/")[2])
