"""Pages of ModernGov: meetings, items, decisions, issues, plans, bodies, and lists of them.

1. Only what stands in `#modgov` is read, by the names that the software itself gives; a site's notice between
   its title and its content is kept as the field `notice`, and is no part of the text.
2. Each item of an agenda is a heading of level 3 whose marker is its number; "Decision:" and "Minutes:" are
   headings of level 4, and every passage under an item bears its number.
3. A text that breaks off into a link to its full text makes the page `cut`.
4. What sort of page it is, is told by the title that the software writes and by what stands on the page,
   never by its address.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from selectolax.lexbor import LexborHTMLParser, LexborNode

from handback.reading.document import Field, Kind, Link, Passage, Role, State
from handback.reading.formats.html import bare, framed, leads_to_a_page, too_wild
from handback.reading.formats.laid_out import LaidOut, write_out
from handback.reading.formats.lines import lines_of
from handback.reading.formats.moderngov import words as said
from handback.reading.formats.moderngov.addresses import Page, ids_of, role_of
from handback.reading.formats.moderngov.regions import ACTIONS, CONTENT, NUMBER, judge
from handback.reading.formats.moderngov.sheet import Sheet
from handback.reading.formats.walk import Piece, Walk, tidy, walked

_DAYS = frozenset(["published_on", "decided_on", "effective_on", "notice_published_on"])
_ITEM_OF_MEETING = re.compile(r"\(\s*(?:item|eitem)\s+(?P<item>[^()]{1,12}?)\.?\s*\)", re.I)
_MEETING_OF = re.compile(r"^(?:meeting of|cyfarfod) (?:the )?", re.I)
_METADATA = re.compile(r"dc\.(?:title|description|date(?:\.(?:modified|created))?)", re.I)


@dataclass(frozen=True, slots=True)
class _Read:
    """What a page of ModernGov has been found to be."""

    page: Page | None
    headline: said.Headline
    metadata: dict[str, str]


def lay_out(markup: str) -> LaidOut:
    """A page of ModernGov: text, passages, fields, links, what is cut and what is withheld."""
    if too_wild(markup):
        return bare(markup)
    tree = LexborHTMLParser(markup)
    root = _own_part(tree)
    if root is None:
        return LaidOut("", ())
    walk = walked(root, judge)
    sheet = _sheet(walk)
    text, passages, rest = write_out(sheet.finished())
    metadata = dict(_metadata(tree))
    links = tuple(_links(walk, sheet))
    labelled = tuple(_labelled(sheet, passages))
    found = _Read(_page(sheet, labelled, links), _headline(sheet, walk), metadata)
    state, reason = _state(found, sheet)
    return LaidOut(
        text,
        passages,
        (*framed(tree), *sheet.unread(), *walk.unread, *rest),
        state,
        reason,
        dated_on=_dated(found, labelled),
        kind=found.page.value if found.page else "",
        title=sheet.subtitle or sheet.title,
        draft=any(said.DRAFT.search(words) for words in (sheet.title, *_of_minutes(links))),
        fields=(*_of_page(found, sheet, text, passages), *labelled),
        links=links,
    )


def _own_part(tree: LexborHTMLParser) -> LexborNode | None:
    """The part of the page that ModernGov writes; pages saved without it have its classes at least."""
    own = tree.css_first("#modgov")
    if own is not None:
        return own
    content = tree.css_first(".mgContent")
    return content.parent if content is not None and content.parent is not None else tree.body


def _sheet(walk: Walk) -> Sheet:
    sheet = Sheet(anywhere=not any(piece.frame.region == CONTENT for piece in walk.pieces))
    sheet.item = _item_of_page(walk)
    for piece in walk.pieces:
        if piece.frame.row is not None and _lays_out(piece):
            piece.frame.row.layout = True
    for line in lines_of(walk.pieces):
        sheet.lay(line)
    return sheet


def _lays_out(piece: Piece) -> bool:
    """Whether a block is of a kind that stands in the table of items, whose rows are no rows of data."""
    return piece.frame.region == NUMBER or "mgAiTitleTxt" in piece.frame.classes or bool(piece.labels)


def _item_of_page(walk: Walk) -> str:
    """The number of the item that a page is about, where it says so beside its link to the meeting."""
    for anchor in walk.anchors:
        if anchor.region == ACTIONS and (found := _ITEM_OF_MEETING.search("".join(anchor.words))):
            return found["item"].strip()
    return ""


def _links(walk: Walk, sheet: Sheet) -> Iterator[Link]:
    cut = {id(anchor) for _, _, anchor in sheet.cut}
    for anchor in walk.anchors:
        if not leads_to_a_page(anchor.address):
            continue
        words = tidy("".join(anchor.words)) or tidy(anchor.title)
        role = Role.FULL_TEXT if id(anchor) in cut else role_of(anchor.address, words)
        yield Link(role, anchor.address, words, sheet.item_of(anchor.row))


def _state(found: _Read, sheet: Sheet) -> tuple[State | None, str]:
    """Cut where a text breaks off, withheld where a page about one matter is a bare title, else untold."""
    if reason := sheet.why_cut():
        return State.CUT, reason
    told = any(block.kind not in (Kind.HEADING, Kind.FIELD) for block in sheet.blocks)
    if sheet.withheld and not told and found.page in (Page.ITEM, Page.DECISION, Page.RESTRICTION):
        return State.WITHHELD, "The page gives a title only, and marks the matter as not for publication."
    return None, ""


def _of_minutes(links: tuple[Link, ...]) -> Iterator[str]:
    return (link.words for link in links if link.role is Role.MINUTES)


def _labelled(sheet: Sheet, passages: tuple[Passage, ...]) -> Iterator[Field]:
    """Labels and their values; the value of a day is its ISO date where its words name a day alone."""
    for index, name, value in sheet.labelled:
        if index >= len(passages):
            return
        end = passages[index].end
        day = said.only_day(value) if name in _DAYS else None
        yield Field(name, day.isoformat() if day else value, end - len(value), end)


def _metadata(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    for node in tree.css("meta[name]"):
        attributes = node.attributes
        name = attributes.get("name") or ""
        if _METADATA.fullmatch(name) and attributes.get("content"):
            yield name.lower().replace(".", "_"), tidy(attributes["content"] or "")


def _headline(sheet: Sheet, walk: Walk) -> said.Headline:
    """The meeting that a page is of: from its title, else from its link to the meeting."""
    own = said.headline(sheet.subtitle)
    if own.on is not None:
        return own
    for anchor in walk.anchors:
        if anchor.region == ACTIONS and ids_of(anchor.address).page is Page.MEETING:
            words = _ITEM_OF_MEETING.sub("", tidy("".join(anchor.words)))
            if (linked := said.headline(_MEETING_OF.sub("", words))).on is not None:
                return linked
    return own


def _page(sheet: Sheet, labelled: tuple[Field, ...], links: tuple[Link, ...]) -> Page | None:
    """Which page of the software it is, by items, title, fields, then links; None if none tells."""
    titled = said.page_titled(sheet.title)
    names = {field.name for field in labelled}
    if sheet.numbers and titled not in (Page.PLAN, Page.PLANS):
        return Page.PLAN if "decision_due" in names and "decided_on" not in names else Page.MEETING
    if titled in (Page.DECISIONS, Page.MEETING, None) and said.headline(sheet.subtitle).on:
        return Page.MEETING
    if titled is Page.PLANS and sheet.numbers:
        return Page.PLAN
    if titled is not None:
        return titled
    if names & {"decided_on", "key_decision", "decision_status"}:
        return Page.DECISION
    if "decision_due" in names:
        return Page.ISSUE
    roles = [link.role for link in links]
    if roles.count(Role.DECISION) > 1:
        return Page.DECISIONS
    return Page.MEETINGS if roles.count(Role.MEETING) > 1 else None


def _dated(found: _Read, labelled: tuple[Field, ...]) -> date | None:
    if found.page in (Page.MEETING, Page.ITEM, Page.ATTENDANCE, Page.VOTES) and found.headline.on:
        return found.headline.on
    if found.page is Page.DECISION:
        for name in ("decided_on", "published_on"):
            value = next((field.value for field in labelled if field.name == name), "")
            if value[:4].isdecimal() and len(value) == len("2026-05-04"):
                return date.fromisoformat(value)
    try:
        return date.fromisoformat(found.metadata.get("dc_date", "")[:10])
    except ValueError:
        return None


def _of_page(found: _Read, sheet: Sheet, text: str, passages: tuple[Passage, ...]) -> Iterator[Field]:
    """What a page says of itself: its state of publication, its meeting, its metadata, its notices."""
    if sheet.title:
        yield _placed("publication_state", sheet.title, sheet.title, text, passages)
    line = found.headline
    if found.page in (Page.MEETING, Page.ITEM, Page.ATTENDANCE, Page.VOTES) and line.on is not None:
        yield _placed("body", line.body, line.body, text, passages)
        yield _placed("met_on", line.on.isoformat(), line.day, text, passages)
        if line.time:
            yield _placed("meeting_time", line.time, line.time, text, passages)
        if line.status:
            yield _placed("meeting_status", line.status, line.status, text, passages)
    elif found.page in (Page.MEETINGS, Page.BODY) and sheet.subtitle:
        yield _placed("body", sheet.subtitle, sheet.subtitle, text, passages)
    for name, value in found.metadata.items():
        yield Field(name, value)
    for notice in sheet.notices:
        yield Field("notice", notice)


def _placed(name: str, value: str, words: str, text: str, passages: tuple[Passage, ...]) -> Field:
    """A field with the place of its words in the page's head."""
    end = passages[1].end if len(passages) > 1 else len(text)
    at = text.find(words, 0, end) if words else -1
    return Field(name, value, at, at + len(words)) if at >= 0 else Field(name, value)
