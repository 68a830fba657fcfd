"""HTML: the words of a page in the order in which they are read, without scripts and furniture."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from handback.reading.document import Field, Kind, Link, Role, Unread
from handback.reading.formats import text
from handback.reading.formats.bounds import MOST_NODES, MOST_PASSAGES, MOST_TAGS
from handback.reading.formats.laid_out import Block, LaidOut, write_out
from handback.reading.formats.lines import Line, Sort, lines_of
from handback.reading.formats.markers import MARKER
from handback.reading.formats.shapes import label_of, shaped
from handback.reading.formats.walk import HEADINGS, SKIPPED, Anchor, Piece, tidy, walked

_FURNITURE_TAGS = ["script", "style", "noscript", "template", "svg", "nav"]
_FURNITURE_ROLES = frozenset(["navigation", "banner", "search", "contentinfo"])
_FURNITURE = (
    "breadcrumb breadcrumbs sr-only visually-hidden govuk-visually-hidden govuk-skip-link skip-link"
    " cookie-banner cookies social-share share-links related-links gem-c-related-navigation is-hidden"
    " govuk-breadcrumbs govuk-back-link gem-c-breadcrumbs gem-c-contextual-sidebar gem-c-print-link"
    " gem-c-share-links gem-c-feedback"
)
_FURNITURE_CLASSES = frozenset(_FURNITURE.split())
_MAIN = ("main", "[role=main]", "article", "#modgov", ".mgContent")
ENOUGH = 0.2  # share of the page's words that its main part must hold to be taken for the whole
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|csv|ods|odt|rtf|pptx?)(?:[?#]|$)", re.I)
_DAYS: Mapping[str, str] = {
    "govuk:first-published-at": "published_on",
    "article:published_time": "published_on",
    "dc.date": "published_on",
    "dc.date.issued": "published_on",
    "dcterms.issued": "published_on",
    "govuk:public-updated-at": "updated_on",
    "article:modified_time": "updated_on",
    "dc.date.modified": "updated_on",
    "dcterms.modified": "updated_on",
}
_ISO_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
_NO_PAGE = re.compile(r"#|(?!https?:)[a-z][a-z0-9+.-]*:", re.I)  # a place on the page, a mail, a script


def lay_out(markup: str) -> LaidOut:
    """The words of the page's main part, a line to a block, cells of a row joined by bars."""
    if too_wild(markup):
        return bare(markup)
    tree = LexborHTMLParser(markup)
    unread = framed(tree)
    tree.strip_tags(_FURNITURE_TAGS)
    root = _main_part(tree)
    if root is None:
        return LaidOut("", ())
    walk = walked(root, furniture)
    blocks = list(blocks_of(walk.pieces))
    written, passages, rest = write_out(blocks)
    title = next((block.words for block in blocks if block.kind is Kind.HEADING and block.level == 1), "")
    return LaidOut(
        written,
        passages,
        (*unread, *walk.unread, *rest),
        title=title or _title(tree),
        fields=tuple(_metadata(tree)),
        links=tuple(links_of(walk.anchors)),
    )


def blocks_of(pieces: list[Piece]) -> Iterator[Block]:
    """The blocks of a document, told by their elements and, for plain words, by their shape.

    On a page that marks its sections as headings, no other line is taken for one.
    """
    marked = any(piece.frame.tag in HEADINGS and piece.frame.tag != "h1" for piece in pieces)
    for count, line in enumerate(lines_of(pieces)):
        if count < MOST_PASSAGES:
            yield block_of(line, headings=not marked)
        else:  # kept word for word, and not looked through
            yield Block(line.words, Kind.PARAGRAPH)


def block_of(line: Line, *, headings: bool = True) -> Block:
    """One line as a block: heading, row, item of a list, or what its shape tells.

    A row that names columns has level 1, the others 0. An item that brings its own marker keeps that.
    Without `headings`, none is told by its shape alone: a short line of minutes is no title.
    """
    tag = line.frame.tag
    if tag in HEADINGS:
        return Block(line.words, Kind.HEADING, level=HEADINGS[tag])
    if line.sort is not Sort.WORDS:
        return Block(line.words, Kind.ROW, level=int(line.sort is Sort.HEADER))
    if line.marker and not MARKER.match(line.words):
        return Block(line.words, Kind.ITEM, line.marker, line.frame.entry.depth if line.frame.entry else 1)
    if tag in ("caption", "legend", "summary") and not line.label:
        return Block(line.words, Kind.HEADING, level=6)
    if line.label and label_of(line.words):
        return Block(line.words, Kind.FIELD)
    return Block(line.words) if headings else _unheaded(line.words)


def _unheaded(words: str) -> Block:
    shape = shaped(words, 0, len(words), alone=False, heading="")
    if shape.marker:
        return Block(words[shape.start :], Kind.ITEM, shape.marker, shape.level)
    return Block(words, shape.kind)


def links_of(anchors: list[Anchor]) -> Iterator[Link]:
    """The links of a page that lead to other pages and files."""
    for anchor in anchors:
        if not leads_to_a_page(anchor.address):
            continue
        role = Role.ATTACHMENT if _FILE.search(anchor.address) else Role.OTHER
        yield Link(role, anchor.address, tidy("".join(anchor.words)))


def leads_to_a_page(address: str) -> bool:
    """Whether an address is that of another page or file: no mail, no script, no place on the page itself."""
    return not _NO_PAGE.match(address)


def furniture(tag: str, attributes: Mapping[str, str | None]) -> str | None:
    """Furniture of any site is passed over."""
    if tag == "footer" or "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return SKIPPED
    if attributes.get("role") in _FURNITURE_ROLES or attributes.get("id") == "cookie-banner":
        return SKIPPED
    classes = attributes.get("class")
    if classes and not _FURNITURE_CLASSES.isdisjoint(classes.split()):
        return SKIPPED
    return None


def _metadata(tree: LexborHTMLParser) -> Iterator[Field]:
    """The days on which a page says, outside its words, that it was published and changed."""
    seen: set[str] = set()
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        label = (attributes.get("name") or attributes.get("property") or "").lower()
        found = _ISO_DAY.match(attributes.get("content") or "")
        if found and (name := _DAYS.get(label)) and name not in seen:
            seen.add(name)
            yield Field(name, found[0])


def _title(tree: LexborHTMLParser) -> str:
    found = tree.css_first("title")
    return tidy(found.text()) if found is not None else ""


_TAG = re.compile(r"<[^<>]{0,2000}>")
_NESTING = re.compile(
    r"<(/?)(?!(?:p|li|br|hr|img|input|meta|link|t[dhr]|option|d[dt]|wbr|col|area|base|source)\b)[a-z]", re.I
)
DENSE = 20  # characters to a tag: pages that people write, or Word, have some 45
MOST_DENSE = 50_000  # tags that a page may have which is denser than that
MOST_NESTED = 2_000  # open tags: parsing time grows with the depth, and real pages nest some 30 deep
READ_BARE = Unread(
    "The layout of the page",
    "it holds far more tags than any page needs, so it was read as plain text with the tags taken out.",
)


def bare(markup: str) -> LaidOut:
    """A page that is no page, as plain text with its tags taken out."""
    plain = text.lay_out(_TAG.sub("\n", markup))
    return replace(plain, unread=(READ_BARE, *plain.unread))


def too_wild(markup: str) -> bool:
    """Whether there are more tags, or more of them left open, than any page needs."""
    tags = markup.count("<")
    if tags < MOST_NESTED:
        return False
    if tags > MOST_TAGS or (tags > MOST_DENSE and len(markup) < DENSE * tags):
        return True
    depth = deepest = 0
    for found in _NESTING.finditer(markup):
        depth += -1 if found[1] else 1
        deepest = max(deepest, depth)
        if deepest > MOST_NESTED or deepest * tags > MOST_NODES:
            return True
    return False


def framed(tree: LexborHTMLParser) -> tuple[Unread, ...]:
    """What is said of pages shown inside a page: they are not in its file."""
    frames = len(tree.css("iframe[src]"))
    if not frames:
        return ()
    return (
        Unread(
            "framed pages", f"The page shows {frames} other page(s) inside it, which are not in this file."
        ),
    )


def _main_part(tree: LexborHTMLParser) -> LexborNode | None:
    body = tree.body
    if body is None:
        return tree.root
    whole = len(body.text(deep=True))
    for selector in _MAIN:
        found = tree.css(selector)
        if len(found) == 1 and len(found[0].text(deep=True)) >= ENOUGH * whole:
            return found[0]
    for node in tree.css("body > header"):
        node.decompose()
    return body
