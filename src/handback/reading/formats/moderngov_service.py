"""ModernGov's web service: the XML of GetMeeting, GetMeetings, GetCommittees and GetCouncillorsByWard.

1. Entities are never resolved and nothing is fetched. Trees that are too deep or too large are refused, and
   so is XML that declares a document type: the service declares none.
2. One child and many are read alike; titles are unescaped as often as they were escaped.
3. "Expected" says who should come. Nobody is said to have been present on the strength of it.
4. Of councillors the name, party, ward and posts are read, never addresses and telephone numbers.
"""

import html
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from handback.reading.document import Field, Kind, Link, Passage, Role, Unread
from handback.reading.formats.html import block_of, too_wild
from handback.reading.formats.laid_out import Block, LaidOut, row_of, write_out
from handback.reading.formats.lines import lines_of
from handback.reading.formats.moderngov.addresses import Page
from handback.reading.formats.moderngov.sheet import LABEL_LEVEL
from handback.reading.formats.moderngov.words import day_in
from handback.reading.formats.walk import tidy, walked
from handback.reading.refusals import NotReadable

_ROOT = re.compile(
    r"\s*(?:<\?xml[^<>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+)?(?P<root>[a-z]+)(?=[\s/>])",
    re.I | re.S,
)
_MARK = re.compile(r"<(?:meetingid|agendaitems|committeeid|wardtitle|councillorid)>|count>", re.I)
_DECLARATION = re.compile(r"\s*<\?xml[^<>]{0,200}\?>")
_ESCAPED = re.compile(r"&lt;/?[a-z]", re.I)
_PRESENT = re.compile(r"present\b|attended\b|in attendance", re.I)
_RESTRICTED = "the service marks it as restricted: what is withheld is not in this file."
_NOT_SHOWN = "the service marks it as not to be shown to the public."
_EXPECTED = (
    "the service says only that they were expected at the meeting, which does not show that they were there."
)


@dataclass(slots=True)
class _Sheet:
    """What has been laid out so far."""

    blocks: list[Block] = field(default_factory=list)
    fields: list[tuple[int, str, str, str]] = field(default_factory=list)  # block, name, value, its words
    links: list[Link] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    title: str = ""

    def say(
        self, words: str, kind: Kind | None = None, *, marker: str = "", level: int = 0, item: str = ""
    ) -> None:
        """Add a block, if there are words."""
        if words:
            self.blocks.append(Block(words, kind, marker, level, item=item))

    def label(self, label: str, name: str, words: str, *, value: str = "") -> None:
        """Add a labelled value, if there is one; `value` is its standard form."""
        if words:
            self.fields.append((len(self.blocks), name, value or words, words))
            self.say(f"{label}: {words}", Kind.FIELD)


def is_service(text: str) -> bool:
    """Whether words are an answer of ModernGov's web service, by the names of its elements."""
    found = _ROOT.match(text[:3_000])
    return bool(found and found["root"].lower() in _ROOTS and _MARK.search(text[:20_000]))


def lay_out(text: str) -> LaidOut:
    """An answer of the web service: a meeting with its items, or a list of meetings, bodies or councillors.

    Raises NotReadable for XML that is broken, too deep, or declares a document type.
    """
    root = _parsed(text)
    page, write = _ROOTS[str(root.tag)]
    sheet = _Sheet()
    write(sheet, root)
    written, passages, rest = write_out(sheet.blocks)
    met_on = next((value for _, name, value, _ in sheet.fields if name == "met_on"), "")
    single = page is Page.MEETING and met_on
    return LaidOut(
        written,
        passages,
        (*sheet.unread, *rest),
        dated_on=day_in(_text(_said(root), "meetingdate")) if single else None,
        kind=page.value if page else "councillors",
        title=sheet.title,
        fields=tuple(_placed(sheet, passages)),
        links=tuple(sheet.links),
    )


def _parsed(text: str) -> etree._Element:
    """The XML of an answer, its names in small letters. Raises NotReadable if broken or with a DTD."""
    bare = _DECLARATION.sub("", text, count=1)
    if "<!DOCTYPE" in bare or "<!ENTITY" in bare:
        raise NotReadable("This XML declares a document type of its own, which is not read.")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(bare.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotReadable(
            "This XML is broken, cut short, or far deeper than any answer of the service."
        ) from error
    for element in root.iter(etree.Element):  # once, so that children are found by name
        tag = str(element.tag)
        name = tag.rpartition("}")[2].lower()
        if name != tag:  # to name anew takes longer than to read
            element.tag = name
    return root


def _children(element: etree._Element, name: str) -> list[etree._Element]:
    """The children of a name, one or many."""
    return list(element.iterchildren(name))


def _within(element: etree._Element, *path: str) -> list[etree._Element]:
    """What stands under a path of names: `_within(meeting, "agendaitems", "agendaitem")`."""
    found = [element]
    for name in path:
        found = [child for parent in found for child in _children(parent, name)]
    return found


_Said = Mapping[str, str | None]


def _said(element: etree._Element) -> _Said:
    """What the children of an element say, by their names: of several of one name, the first."""
    return {str(child.tag): child.text for child in element.iterchildren(reversed=True)}


def _raw(said: _Said, name: str) -> str:
    return (said.get(name) or "").strip()


def _text(said: _Said, name: str) -> str:
    """The words of a child, unescaped as often as they were escaped: "Children&amp;#39;s services"."""
    words = _raw(said, name)
    return tidy(_unescaped(words) if "&" in words else words) if words else ""


def _unescaped(words: str) -> str:
    for _ in range(3):
        plain = html.unescape(words)
        if plain == words:
            break
        words = plain
    return words


def _is(said: _Said, name: str, *, absent: bool = False) -> bool:
    words = _raw(said, name).lower()
    return words in ("true", "1", "yes") if words else absent


def _meeting(sheet: _Sheet, root: etree._Element) -> None:
    """Write out a meeting: body, day, place, days of publication, items, who came."""
    meeting = root if _children(root, "meetingid") else (_within(root, "meeting") or [root])[0]
    items = _within(meeting, "agendaitems", "agendaitem")
    said = _said(meeting)
    sheet.title = _body_of(said, items) or "Meeting"
    sheet.fields.append((0, "body", sheet.title, sheet.title))
    sheet.say(sheet.title, Kind.HEADING, level=1)
    day = day_in(_text(said, "meetingdate"))
    sheet.label("Meeting date", "met_on", _text(said, "meetingdate"), value=day.isoformat() if day else "")
    sheet.label("Time", "meeting_time", _text(said, "meetingtime"))
    sheet.label("Meeting status", "meeting_status", _text(said, "meetingstatus"))
    sheet.label("Venue", "venue", _text(said, "meetinglocation") or _text(said, "meetingroom"))
    for part in ("agenda", "decision", "minute"):
        sheet.label(f"{part.title()}s published", f"{part}s_published", _text(said, f"{part}published"))
    sheet.label("Meeting number", "meeting_id", _text(said, "meetingid"))
    for item in items:
        _item(sheet, item)
    _attendance(sheet, meeting)


def _body_of(meeting: _Said, items: list[etree._Element]) -> str:
    own = _text(meeting, "committeetitle")
    return own or next((body for item in items if (body := _text(_said(item), "refertocommittee"))), "")


def _item(sheet: _Sheet, item: etree._Element) -> None:
    said = _said(item)
    printed = _text(said, "fulldisplaynumberformat") or _text(said, "minutesitemnumber")
    number = "" if printed.strip("0. ") == "" else printed.rstrip(". ")
    title = _text(said, "agendaitemtitle")
    sheet.say(title, Kind.HEADING, marker=f"{number}." if number else "", level=3, item=number)
    if _is(said, "isrestricted"):
        sheet.unread.append(Unread(_named(number, title), _RESTRICTED))
    elif not _is(said, "isdisplayallowed", absent=True):
        sheet.unread.append(Unread(_named(number, title), _NOT_SHOWN))
    _section(sheet, "", _raw(said, "agendatext"), number)
    _documents(sheet, item, number)
    _section(sheet, "Decision:", _raw(said, "decisionnonemptyhtmlbody"), number)
    _section(sheet, "Minutes:", _raw(said, "minutesnonemptyhtmlbody"), number)


def _named(number: str, title: str) -> str:
    return ", ".join(filter(None, (number and f"Item {number}", title))) or "An item without a title"


def _section(sheet: _Sheet, label: str, markup: str, number: str) -> None:
    """A part of an item, which the service gives as the HTML of its page."""
    if not markup:
        return
    if _ESCAPED.search(markup) and "<" not in markup:
        markup = html.unescape(markup)
    blocks = list(_blocks(markup))
    if label and blocks:
        sheet.say(label, Kind.HEADING, level=LABEL_LEVEL, item=number)
    for block in blocks:
        sheet.blocks.append(Block(block.words, block.kind, block.marker, block.level, item=number))


def _blocks(markup: str) -> Iterator[Block]:
    if too_wild(markup):
        raise NotReadable("This XML holds a page with far more tags than any page needs.")
    body = LexborHTMLParser(markup).body
    if body is None:
        return
    for line in lines_of(walked(body, lambda _tag, _attributes: None).pieces):
        yield block_of(line, headings=False)


def _documents(sheet: _Sheet, item: etree._Element, number: str) -> None:
    documents = _within(item, "linkeddocuments", "linkeddoc")
    if documents:
        sheet.say("Additional documents:", Kind.HEADING, level=LABEL_LEVEL, item=number)
    for document in map(_said, documents):
        title, address = _text(document, "title"), _text(document, "url")
        sheet.say(title, Kind.ITEM, marker="•", level=1, item=number)
        if _is(document, "isrestricted"):
            sheet.unread.append(Unread(f"Item {number}, {title}" if number else title, _RESTRICTED))
        elif address:
            sheet.links.append(Link(Role.ATTACHMENT, address, title, number))


def _attendance(sheet: _Sheet, meeting: etree._Element) -> None:
    attendees = _within(meeting, "attendees", "attendee")
    if not attendees:
        return
    sheet.say("Attendance", Kind.HEADING, level=2)
    sheet.say("Name | Role | Attendance | Party | Ward", Kind.ROW, level=1)
    expected = 0
    for attendee in attendees:
        name, attendance = (_attribute(attendee, part) for part in ("name", "attendance"))
        others = (_attribute(attendee, part) for part in ("politicalparty", "ward"))
        sheet.fields.append((len(sheet.blocks), _how(attendance), name, name))
        sheet.say(row_of((name, _attribute(attendee, "roledescription"), attendance, *others)), Kind.ROW)
        expected += attendance.lower() == "expected"
    if expected:
        sheet.unread.append(Unread(f"Whether {expected} of {len(attendees)} were present", _EXPECTED))


def _attribute(element: etree._Element, name: str) -> str:
    return tidy(html.unescape(str(element.get(name) or "")))


def _how(attendance: str) -> str:
    """The standard name of an attendance: `expected` is never `present`."""
    if _PRESENT.match(attendance):
        return "present"
    first = re.match(r"[a-z]+", attendance.lower())
    return first[0] if first else "attendance_not_said"


def _meetings(sheet: _Sheet, root: etree._Element) -> None:
    sheet.title = "Meetings"
    sheet.say(sheet.title, Kind.HEADING, level=1)
    bodies = _children(root, "committee") or _within(root, "committees", "committee") or [root]
    for body in bodies:
        title = _text(_said(body), "committeetitle")
        if title:
            sheet.fields.append((len(sheet.blocks), "body", title, title))
            sheet.say(title, Kind.HEADING, level=2)
        for meeting in (
            *_within(body, "committeemeetings", "meeting"),
            *_within(body, "meetings", "meeting"),
        ):
            _listed_meeting(sheet, _said(meeting))


def _listed_meeting(sheet: _Sheet, meeting: _Said) -> None:
    parts = [
        _text(meeting, name) for name in ("meetingdate", "meetingtime", "committeetitle", "meetingstatus")
    ]
    day = day_in(parts[0])
    if day is not None:
        sheet.fields.append((len(sheet.blocks), "met_on", day.isoformat(), parts[0]))
    for name, words in (("meeting_status", parts[3]), ("meeting_id", _text(meeting, "meetingid"))):
        if words:
            sheet.fields.append((len(sheet.blocks), name, words, words))
    sheet.say(
        " - ".join(filter(None, (" ".join(parts[:2]).strip(), *parts[2:]))), Kind.ITEM, marker="•", level=1
    )


def _committees(sheet: _Sheet, root: etree._Element) -> None:
    sheet.title = "Committees"
    sheet.say(sheet.title, Kind.HEADING, level=1)
    sheet.say("Committee | Category | State", Kind.ROW, level=1)
    for body in map(_said, _children(root, "committee")):
        title = _text(body, "committeetitle")
        ended = [word for word in ("deleted", "expired") if _is(body, f"committee{word}")]
        sheet.fields.append((len(sheet.blocks), "body", title, title))
        sheet.fields.append((len(sheet.blocks), "body_id", _text(body, "committeeid"), ""))
        sheet.say(row_of((title, _text(body, "committeecategory"), ", ".join(ended))), Kind.ROW)


def _councillors(sheet: _Sheet, root: etree._Element) -> None:
    sheet.title = "Councillors by ward"
    sheet.say(sheet.title, Kind.HEADING, level=1)
    for ward in _within(root, "wards", "ward") or _within(root, "ward"):
        sheet.say(_text(_said(ward), "wardtitle"), Kind.HEADING, level=2)
        for councillor in map(_said, _within(ward, "councillors", "councillor")):
            name, posts = _text(councillor, "fullusername"), _text(councillor, "keyposts")
            party = _text(councillor, "politicalpartytitle")
            sheet.fields.append((len(sheet.blocks), "councillor", name, name))
            words = f"{name} ({party})" if party else name
            sheet.say(f"{words}, {posts}" if posts else words, Kind.ITEM, marker="•", level=1)


def _placed(sheet: _Sheet, passages: tuple[Passage, ...]) -> Iterator[Field]:
    """Fields with the place of their words, which a labelled passage ends with and a row begins with."""
    for index, name, value, words in sheet.fields:
        if index >= len(passages):
            return
        passage = passages[index]
        at = sheet.blocks[index].words.rfind(words) if passage.kind is Kind.FIELD else 0
        start = passage.start + max(at, 0)
        if words and sheet.blocks[index].words.startswith(words, max(at, 0)):
            yield Field(name, value, start, start + len(words))
        else:
            yield Field(name, value, passage.start, passage.end)


_Writer = Callable[[_Sheet, etree._Element], None]
_ROOTS: Mapping[str, tuple[Page | None, _Writer]] = {
    "meeting": (Page.MEETING, _meeting),
    "getmeeting": (Page.MEETING, _meeting),
    "getmeetings": (Page.MEETINGS, _meetings),
    "getallmeetingsbydate": (Page.MEETINGS, _meetings),
    "committees": (Page.BODIES, _committees),
    "getcommittees": (Page.BODIES, _committees),
    "councillorsbyward": (None, _councillors),
    "getcouncillorsbyward": (None, _councillors),
}
