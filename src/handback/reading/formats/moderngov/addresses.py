"""Addresses of a ModernGov site: what sort of page one leads to, its ids, and when two are of one page.

1. Nothing is fetched here and no site is known by name: an address is words.
2. The id of an item comes as `ID=`, `Id=` and `AIId=`, that of a meeting as `MId=`, `MID=` and `MeetingId=`;
   capitals never matter, and `&amp;` counts as `&` however often it was escaped.
3. The id of a decision's own record (`ieDecisionDetails.aspx?ID=`) is not that of the agenda item which
   decided it (`ieDecisionDetails.aspx?AIId=`): they are numbered apart.
4. Two addresses are of the same page when their canonical forms are equal. The canonical form is for
   comparing; the address as it was written is the one to ask for.
"""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from urllib.parse import parse_qsl, quote, unquote, urljoin, urlsplit

from handback.reading.document import Role

LONGEST = 2_000  # characters of an address that is looked at: servers refuse longer ones


class Page(StrEnum):
    """What sort of page an address leads to."""

    MEETING = "meeting"
    ITEM = "agenda item"
    DECISION = "decision"
    ISSUE = "issue"
    ISSUE_DECISIONS = "decisions of an issue"
    DECISIONS = "decisions"
    PLAN = "plan"
    PLANS = "plans"
    MEETINGS = "meetings"
    BODY = "body"
    BODIES = "bodies"
    ATTENDANCE = "attendance"
    VOTES = "votes"
    PERSON = "person"
    RESTRICTION = "reasons for a restriction"
    PACK = "pack"  # the printed agenda, decisions or minutes of a meeting
    DOCUMENT = "document"
    SERVICE = "web service"
    ERROR = "error"  # where a site sends those who ask for what it does not have
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Address:
    """An address taken apart: its sort of page, the ids that it names, and its canonical form."""

    page: Page
    ids: Mapping[str, int]
    canonical: str


_PAGES: Mapping[str, Page] = {
    "ielistdocuments": Page.MEETING,
    "celistdocuments": Page.MEETING,
    "mgai": Page.ITEM,
    "iedecisiondetails": Page.DECISION,
    "mgissuehistoryhome": Page.ISSUE,
    "mgissuehistorychronology": Page.ISSUE,
    "ieissuedetails": Page.ISSUE,
    "mgdecisiondetails": Page.ISSUE_DECISIONS,
    "mgdelegateddecisions": Page.DECISIONS,
    "mglistofficerdecisions": Page.DECISIONS,
    "mglistplanitems": Page.PLAN,
    "mglistplans": Page.PLANS,
    "mgplanshome": Page.PLANS,
    "ielistmeetings": Page.MEETINGS,
    "mgcommitteedetails": Page.BODY,
    "mglistcommittees": Page.BODIES,
    "mgmeetingattendance": Page.ATTENDANCE,
    "mglistrecordedvotes": Page.VOTES,
    "mglistrecordedvotesshort": Page.VOTES,
    "mgrecordedvotedetails": Page.VOTES,
    "mguserinfo": Page.PERSON,
    "mgreasonsrestricted": Page.RESTRICTION,
    "mgchoosedocpack": Page.PACK,
    "mgconvert2pdf": Page.DOCUMENT,
    "mgerror": Page.ERROR,
}
_BODY = {"cid": "body", "committeeid": "body", "rpid": "body", "rp": "body"}
_MEETING = {"mid": "meeting", "meetingid": "meeting"}
_IDS: Mapping[Page, Mapping[str, str]] = {
    Page.MEETING: {**_BODY, **_MEETING},
    Page.ITEM: {"id": "item", "aiid": "item"},
    Page.DECISION: {"id": "decision", "aiid": "item"},
    Page.ISSUE: {"iid": "issue"},
    Page.ISSUE_DECISIONS: {"iid": "issue"},
    Page.DECISIONS: _BODY,
    Page.PLAN: {**_BODY, "planid": "plan"},
    Page.PLANS: _BODY,
    Page.MEETINGS: _BODY,
    Page.BODY: {"id": "body", **_BODY},
    Page.ATTENDANCE: {"id": "meeting", **_MEETING},
    Page.VOTES: {"aiid": "item", **_MEETING},
    Page.PERSON: {"uid": "person"},
    Page.RESTRICTION: {"id": "restriction"},
    Page.PACK: {"id": "pack", "sid": "supplement"},
    Page.DOCUMENT: {"id": "document"},
}
# The page is the same whatever other ids its address names.
_ALONE: Mapping[Page, str] = {
    Page.MEETING: "meeting",
    Page.ITEM: "item",
    Page.ISSUE: "issue",
    Page.ISSUE_DECISIONS: "issue",
    Page.PLAN: "plan",
    Page.BODY: "body",
    Page.PERSON: "person",
    Page.ATTENDANCE: "meeting",
}
_NAMES: Mapping[Page, tuple[str, str]] = {
    Page.MEETING: ("ieListDocuments.aspx", "MId"),
    Page.ITEM: ("mgAi.aspx", "ID"),
    Page.ISSUE: ("mgIssueHistoryHome.aspx", "IId"),
    Page.ISSUE_DECISIONS: ("mgDecisionDetails.aspx", "IId"),
    Page.PLAN: ("mgListPlanItems.aspx", "PlanId"),
    Page.BODY: ("mgCommitteeDetails.aspx", "ID"),
    Page.PERSON: ("mgUserInfo.aspx", "UID"),
    Page.ATTENDANCE: ("mgMeetingAttendance.aspx", "ID"),
}
# Where a page was come from, how it is sorted, when it was asked for: the page is the same without them.
_NOISE = frozenset(
    [
        "bcr",
        "ver",
        "md",
        "meta",
        "xxr",
        "now",
        "j",
        "pr",
        "opt",
        "t",
        "a",
        "cb",
        "cp",
        "sch",
        "bam",
        "m",
        "gl",
    ]
)
_DEFAULT_LANGUAGE = frozenset(["", "0", "-1"])
_SAME_NAME: Mapping[str, str] = {"committeeid": "cid", "meetingid": "mid"}
_DOCUMENT = re.compile(r"documents/(?P<sort>[sgbde])(?P<id>\d{1,12})(?:/|$)", re.I)
_NUMBER = re.compile(r"\d{1,12}")
_ITEM_ANCHOR = re.compile(r"AI(\d{1,12})", re.I)
_ROLES: Mapping[Page, Role] = {
    Page.MEETING: Role.MEETING,
    Page.ITEM: Role.ITEM,
    Page.DECISION: Role.DECISION,
    Page.ISSUE: Role.ISSUE,
    Page.ISSUE_DECISIONS: Role.ISSUE,
    Page.PLAN: Role.PLAN,
    Page.BODY: Role.BODY,
    Page.VOTES: Role.VOTES,
    Page.PACK: Role.ATTACHMENT,
    Page.DOCUMENT: Role.ATTACHMENT,
}


@lru_cache(maxsize=4_096)  # a page says each of its addresses several times
def ids_of(address: str, *, base: str = "") -> Address:
    """An address taken apart; what is no page of ModernGov is `Page.OTHER`, with no ids.

    `base` is the address of the page it was found on, for addresses that are relative.
    """
    written = _unescaped(address[:LONGEST])
    try:
        parts = urlsplit(urljoin(base, written) if base else written)
    except ValueError:
        return Address(Page.OTHER, MappingProxyType({}), written)
    front = f"{parts.scheme.lower()}://{parts.netloc.lower()}" if parts.netloc else ""
    if parts.scheme.lower() not in ("", "http", "https"):
        return Address(Page.OTHER, MappingProxyType({}), written)
    folder, _, last = parts.path.rpartition("/")
    folder = f"{folder}/" if folder or parts.path.startswith("/") else ""
    if found := _DOCUMENT.search(parts.path):
        return _document(found, front + parts.path[: found.start()])
    query = [(name.lower(), value.strip()) for name, value in parse_qsl(parts.query, keep_blank_values=True)]
    if folder.lower().endswith("mgwebservice.asmx/"):
        return Address(Page.SERVICE, MappingProxyType({}), _with_query(front + parts.path, query))
    page = (
        _PAGES.get(last.lower().removesuffix(".aspx"), Page.OTHER) if ".aspx" in last.lower() else Page.OTHER
    )
    if page is Page.OTHER:
        asked = f"?{parts.query}" if parts.query else ""
        return Address(page, MappingProxyType({}), f"{front}{parts.path}{asked}")
    ids = _ids(page, query, parts.fragment)
    return Address(page, MappingProxyType(ids), _canonical(page, ids, query, front + folder, last))


def kind_of(address: str) -> Page:
    """What sort of page an address leads to."""
    return ids_of(address).page


def canonical(address: str, *, base: str = "") -> str:
    """The form by which addresses of one page are known for the same."""
    return ids_of(address, base=base).canonical


def same_page(one: str, other: str) -> bool:
    """Whether two addresses lead to one page, the site apart: what is relative has none."""
    first, second = ids_of(one), ids_of(other)
    if first.page is Page.OTHER or not first.ids:
        return first.canonical == second.canonical
    return first.page is second.page and _key(first) == _key(second)


def role_of(address: str, words: str = "") -> Role:
    """What a link with this address leads to; printed minutes are told by its words or its file's name."""
    page = ids_of(address).page
    if page is Page.PACK and re.search(r"minutes|cofnodion|[?&]T=1\b", f"{words} {unquote(address)}", re.I):
        return Role.MINUTES
    return _ROLES.get(page, Role.OTHER)


def _key(address: Address) -> tuple[object, ...]:
    alone = _ALONE.get(address.page)
    if alone and alone in address.ids:
        return (address.ids[alone], "lll=1" in address.canonical)
    return tuple(sorted(address.ids.items()))


def _unescaped(address: str) -> str:
    for _ in range(3 if "&" in address else 0):
        plain = html.unescape(address)
        if plain == address:
            break
        address = plain
    return re.sub(r"[\x00-\x20\x7f]+", " ", address).strip()


def _document(found: re.Match[str], front: str) -> Address:
    """`documents/s123/Any name.pdf`: the number is the document, its name may change."""
    printed = found["sort"].lower() in "gb"
    page, name = (Page.PACK, "pack") if printed else (Page.DOCUMENT, "document")
    tail = unquote(found.string[found.end() :]) if printed else ""
    form = f"{front}documents/{found['sort'].lower()}{int(found['id'])}/{quote(tail)}"
    return Address(page, MappingProxyType({name: int(found["id"])}), form.rstrip("/"))


def _ids(page: Page, query: list[tuple[str, str]], fragment: str) -> dict[str, int]:
    names = _IDS.get(page, {})
    found: dict[str, int] = {}
    for name, value in query:
        if name in names and _NUMBER.fullmatch(value) and int(value):
            found.setdefault(names[name], int(value))
    anchor = _ITEM_ANCHOR.fullmatch(fragment)
    if page is Page.MEETING and anchor:
        found["item"] = int(anchor[1])
    return found


def _canonical(page: Page, ids: dict[str, int], query: list[tuple[str, str]], folder: str, last: str) -> str:
    alone = _ALONE.get(page, "")
    if alone in ids:
        name, parameter = _NAMES[page]
        language = [(n, v) for n, v in query if n == "lll" and v not in _DEFAULT_LANGUAGE]
        return _with_query(f"{folder}{name}", [(parameter, str(ids[alone])), *language])
    name = next((n for n, p in _SPELT.items() if n.lower() == last.lower() and p is page), last)
    return _with_query(f"{folder}{name}", query)


_SPELT: Mapping[str, Page] = {
    "ieDecisionDetails.aspx": Page.DECISION,
    "ieListMeetings.aspx": Page.MEETINGS,
    "mgDelegatedDecisions.aspx": Page.DECISIONS,
    "mgListOfficerDecisions.aspx": Page.DECISIONS,
    "mgListPlanItems.aspx": Page.PLAN,
}


def _with_query(path: str, query: list[tuple[str, str]]) -> str:
    kept = sorted(
        (_SAME_NAME.get(name.lower(), name), value)
        for name, value in query
        if name.lower() not in _NOISE and not (name.lower() == "lll" and value in _DEFAULT_LANGUAGE)
    )
    asked = "&".join(f"{name}={quote(value, safe='/:')}" for name, value in kept)
    return f"{path}?{asked}" if asked else path
