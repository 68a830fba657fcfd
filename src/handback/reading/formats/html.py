"""HTML: the words of a page in the order in which they are read, without scripts and furniture."""

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from handback.reading.document import Kind, Passage, Unread
from handback.reading.formats import text
from handback.reading.formats.bounds import MOST_CHARACTERS, MOST_NODES, MOST_PASSAGES, MOST_TAGS, rest_from
from handback.reading.formats.laid_out import LaidOut
from handback.reading.formats.shapes import shaped

_NEVER_READ = (
    "script,style,noscript,template,nav,svg,iframe,button,select,textarea,object,embed,audio,video,h"
    "ead,dialog,canvas,"
    "[role=navigation],[role=banner],[role=search],[role=contentinfo],[hidden],[aria-hidden=true],.b"
    "readcrumb,.breadcrumbs,"
    ".sr-only,.visually-hidden,.govuk-visually-hidden,.govuk-skip-link,.skip-link,.cookie-banner,.co"
    "okies,#cookie-banner,"
    ".social-share,.share-links,.related-links,.gem-c-related-navigation,.is-hidden"
)
_FURNITURE_OF_PAGE = "body > header,body > footer,footer"
_MAIN = ("main", "[role=main]", "article", "#modgov", ".mgContent")
ENOUGH = 0.2  # share of the page's words that its main part must hold to be taken for the whole
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "li",
        "td",
        "th",
        "tr",
        "table",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "aside",
        "blockquote",
        "pre",
        "form",
        "fieldset",
        "legend",
        "figure",
        "figcaption",
        "address",
        "body",
        "br",
        "hr",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "center",
        "details",
        "summary",
    ]
)
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_SPACE = re.compile(r"[\s\u200b]+")
DEEPEST = 60  # ancestors looked through for the block that holds some words: pages nest some 20 deep


@dataclass(slots=True)
class _Block:
    tag: str
    key: int
    row: int = 0
    words: list[str] = field(default_factory=list)


def lay_out(markup: str) -> LaidOut:
    """The words of the page's main part, a line to a block, cells of a row joined by bars."""
    if _too_wild(markup):
        bare = text.lay_out(_TAG.sub("\n", markup))
        return LaidOut(bare.text, bare.passages, (_READ_BARE, *bare.unread))
    tree = LexborHTMLParser(markup)
    unread = _pictures(tree)
    for node in tree.css(_NEVER_READ):
        node.decompose()
    root = _main_part(tree)
    if root is None:
        return LaidOut("", ())
    return _write_out(_rows_joined(_blocks(root)), unread)


_TAG = re.compile(r"<[^<>]{0,2000}>")
_NESTING = re.compile(
    r"<(/?)(?!(?:p|li|br|hr|img|input|meta|link|t[dhr]|option|d[dt]|wbr|col|area|base|source)\b)[a-z]", re.I
)
MOST_NESTED = 2_000  # open tags: parsing time grows with the depth, and real pages nest some 30 deep
_READ_BARE = Unread(
    "The layout of the page",
    "it holds far more tags than any page needs, so it was read as plain text with the tags taken out.",
)


def _too_wild(markup: str) -> bool:
    """Whether there are more tags, or more of them left open, than any page needs."""
    tags = markup.count("<")
    if tags < MOST_NESTED:
        return False
    if tags > MOST_TAGS:
        return True
    depth = deepest = 0
    for found in _NESTING.finditer(markup):
        depth += -1 if found[1] else 1
        deepest = max(deepest, depth)
        if deepest > MOST_NESTED or deepest * tags > MOST_NODES:
            return True
    return False


def _pictures(tree: LexborHTMLParser) -> tuple[Unread, ...]:
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
    for node in tree.css(_FURNITURE_OF_PAGE):
        node.decompose()
    return body


def _blocks(root: LexborNode) -> list[_Block]:
    blocks: list[_Block] = []
    broken = False
    for node in root.traverse(include_text=True):
        tag = node.tag
        if tag in ("br", "hr"):
            broken = True
        if tag != "-text":
            continue
        words = node.text_content or ""
        if not words.strip() and not (blocks and words):
            continue
        holder = _holder(node)
        key = holder.mem_id if holder is not None else 0
        if broken or not blocks or blocks[-1].key != key:
            if not words.strip():
                continue
            name = (holder.tag or "p") if holder is not None else "p"
            blocks.append(_Block(name, key, _row_of(holder)))
        broken = False
        blocks[-1].words.append(words)
    return blocks


def _holder(node: LexborNode) -> LexborNode | None:
    """The nearest ancestor that is a block of its own."""
    up = node.parent
    for _ in range(DEEPEST):
        if up is None or up.tag in _BLOCKS:
            return up
        up = up.parent
    return up


def _row_of(holder: LexborNode | None) -> int:
    """The key of the table row whose cell directly holds some words, or 0."""
    if holder is None or holder.tag not in ("td", "th"):
        return 0
    row = holder.parent
    return row.mem_id if row is not None and row.tag == "tr" else 0


def _rows_joined(blocks: list[_Block]) -> list[tuple[str, str]]:
    """(tag, words) of each block; neighbouring cells of one row become one block of tag `tr`."""
    out: list[tuple[str, str]] = []
    row = 0
    for block in blocks:
        words = _SPACE.sub(" ", "".join(block.words)).strip()
        if not words:
            continue
        if block.row and block.row == row:
            out[-1] = ("tr", f"{out[-1][1]} | {words}")
        else:
            out.append((block.tag, words))
        row = block.row
    return out


def _write_out(blocks: list[tuple[str, str]], unread: tuple[Unread, ...]) -> LaidOut:
    pieces: list[str] = []
    passages: list[Passage] = []
    at, heading, stop = 0, "", -1
    for tag, words in blocks:
        if tag == "li":
            words = f"• {words}"
        if stop < 0 and (len(passages) == MOST_PASSAGES or at + len(words) > MOST_CHARACTERS):
            stop = at
        if stop < 0:
            passages.append(_passage(tag, words, at, heading))
            heading = words if passages[-1].kind is Kind.HEADING else heading
        gap = "\n" if tag in ("li", "tr") else "\n\n"
        pieces += (words, gap)
        at += len(words) + len(gap)
    whole = "".join(pieces)
    return LaidOut(whole, tuple(passages), unread if stop < 0 else (*unread, *rest_from(whole, stop)))


def _passage(tag: str, words: str, at: int, heading: str) -> Passage:
    if tag in _HEADINGS:
        return Passage(Kind.HEADING, at, at + len(words), level=_HEADINGS[tag], heading=heading)
    if tag == "tr":
        return Passage(Kind.ROW, at, at + len(words), heading=heading)
    shape = shaped(words, 0, len(words), alone=True, heading=heading)
    return Passage(shape.kind, shape.start + at, shape.end + at, shape.marker, shape.level, heading)
