"""The words that ModernGov itself writes on its pages, in English and Welsh: titles, labels, states."""

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from handback.reading.formats.moderngov.addresses import Page

_TITLES: tuple[tuple[Page, str], ...] = (
    (Page.ITEM, r"(?:agenda )?item(?: details)?|eitem agenda|eitem ar yr agenda"),
    (Page.ISSUE_DECISIONS, r"issue - decisions?|mater - penderfyniadau?"),
    (Page.ISSUE, r"issue (?:details|history|chronology)|manylion (?:y )?mater|hanes (?:y )?mater"),
    (Page.DECISION, r"(?:officer |executive |delegated )?decision(?: details)?|manylion (?:y )?penderfyniad"),
    (
        Page.DECISIONS,
        r"(?:register of |browse |officer |executive |delegated |key |published |forthcoming )*decisions"
        r"(?: (?:list|register))?|penderfyniadau(?: dirprwyedig)?",
    ),
    (Page.PLANS, r"(?:forward|work) plans|plans"),
    (
        Page.PLAN,
        r"(?:forward|work|cabinet|executive)? ?(?:plan|programme)(?: (?:items?|details))?|blaenraglen.*",
    ),
    (Page.MEETINGS, r"browse meetings.*|meetings|pori (?:drwy )?gyfarfodydd.*|cyfarfodydd"),
    (Page.BODY, r"committee (?:details|information)|manylion (?:y )?pwyllgor"),
    (Page.BODIES, r"committees?(?: structure)?|pwyllgorau|strwythur (?:y )?pwyllgorau?"),
    (Page.ATTENDANCE, r"(?:meeting )?attendance(?: details)?|manylion presenoldeb"),
    (Page.VOTES, r"recorded votes?.*|pleidlais.*"),
    (Page.ERROR, r"(?:an )?error\b.*|(?:page|meeting|document|item) (?:not found|unavailable).*|gwall\b.*"),
    (Page.RESTRICTION, r"reasons? restricted|rhesymau.*"),
    (
        Page.MEETING,
        r"meeting|cyfarfod|(?:draft )?(?:agenda|minutes|decisions)\b.*|rhaglen\b.*|cofnodion\b.*",
    ),
)
_PAGE_TITLES = tuple((page, re.compile(words, re.I)) for page, words in _TITLES)
_LABELS: Mapping[str, str] = {
    "venue": "venue",
    "proposed venue": "venue",
    "lleoliad": "venue",
    "lleoliad arfaethedig": "venue",
    "contact": "contact",
    "contact officer": "contact",
    "cyswllt": "contact",
    "decision maker": "decision_maker",
    "decision taken by": "decision_maker",
    "decision made by": "decision_maker",
    "penderfynwr": "decision_maker",
    "decision status": "decision_status",
    "statws y penderfyniad": "decision_status",
    "is key decision?": "key_decision",
    "is key decision": "key_decision",
    "key decision": "key_decision",
    "is subject to call in?": "subject_to_call_in",
    "is subject to call in": "subject_to_call_in",
    "subject to call-in": "subject_to_call_in",
    "is callable in?": "subject_to_call_in",
    "publication date": "published_on",
    "date published": "published_on",
    "dyddiad cyhoeddi": "published_on",
    "date of decision": "decided_on",
    "decision date": "decided_on",
    "date made": "decided_on",
    "dyddiad y penderfyniad": "decided_on",
    "effective from": "effective_on",
    "effective date": "effective_on",
    "decided at meeting": "decided_at",
    "decision due": "decision_due",
    "decision due date": "decision_due",
    "decision type": "decision_type",
    "reason key": "reason_key",
    "wards affected": "wards",
    "ward(s) affected": "wards",
    "affected wards": "wards",
    "wardiau a effeithir": "wards",
    "lead officer": "lead_officer",
    "lead member": "lead_member",
    "lead director": "lead_director",
    "portfolio": "portfolio",
    "department": "department",
    "notice of proposed decision first published": "notice_published_on",
    "first published": "notice_published_on",
    "notice of urgent decision": "urgency",
    "explanation of anticipated restriction": "restriction",
    "anticipated restriction": "restriction",
    "support officer": "support_officer",
}
_CUT_PARTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("decision", re.compile(r"\b(?:decision|penderfyniad)", re.I)),
    ("minutes", re.compile(r"\b(?:minutes|cofnodion|munudau)\b", re.I)),
    ("agenda text", re.compile(r"\b(?:agenda|rhaglen)\b", re.I)),
)
FULL_TEXT = re.compile(r"\b(?:view|read|see|show)\b.{0,20}\bfull\b.{0,30}\btext\b|\btestun llawn\b", re.I)
DRAFT = re.compile(r"\bdraft\b.{0,20}\bminutes\b|\bminutes\b.{0,4}\(draft|\b[cg]h?ofnodion drafft\b", re.I)
_STATUS = re.compile(
    r"[,:(–-]\s*\(?(?P<status>CANCELLED|POSTPONED|PROVISIONAL|MOVED|ADJOURNED|RESCHEDULED|DELETED|ABANDONED"
    r"|INQUORATE|WEDI['’]I (?:GANSLO|GOHIRIO)|GANSLWYD|GOHIRIWYD)\)?\s*$",
    re.I,
)
EXEMPT_TITLE = re.compile(
    r"\b(?:exempt|restricted|confidential|not for publication|part (?:2|ii|b)\b|eithriedig|cyfrinachol"
    r"|cyfyngedig)",
    re.I,
)
# Items about the public leaving, or minutes that are called exempt in a list, are not themselves withheld.
EXCLUSION_TITLE = re.compile(
    r"\b(?:exclu(?:sion|de)|exempt(?:ion)?s? from|public (?:and|or) press|press (?:and|or) public|gwahardd"
    r"|any items?|exempt (?:items?|business|information)\W*$|confidential (?:items?|business|matters?)\W*$)",
    re.I,
)
NOT_PUBLISHED = re.compile(
    r"^\W*(?:this (?:report|item|appendix|document|minute) is )?not for publication\b|\bnid i['’]w gyhoeddi\b"
    r"|\bis (?:exempt|withheld|restricted) (?:from publication|and (?:is |was )?not published)",
    re.I,
)
_HINTS = ("ublication", "UBLICATION", "ublished", "yhoeddi")  # looked for first, since they are rare
_MONTHS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan ionawr",
            "february feb chwefror",
            "march mar mawrth",
            "april apr ebrill",
            "may mai",
            "june jun mehefin",
            "july jul gorffennaf",
            "august aug awst",
            "september sept sep medi",
            "october oct hydref",
            "november nov tachwedd",
            "december dec rhagfyr",
        ),
        1,
    )
    for name in names.split()
}
_DAY = re.compile(
    r"(?<![\d/])(?:(?P<day>\d{1,2})(?:st|nd|rd|th|ain|fed|ydd|eg|af|il|ed)?(?: o)?,? (?P<month>"
    + "|".join(sorted(_MONTHS, key=len, reverse=True))
    + r")\.?,? (?P<year>\d{4})|(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4}))(?!\d)",
    re.I,
)
_TIME = re.compile(
    r"\b(?P<time>\d{1,2}[.:]\d{2} ?(?:[ap]\.?m\.?|o'r gloch|y\.?[bph]\.?)?|\d{1,2} ?[ap]\.?m\.?|noon)", re.I
)
_WEEKDAY = re.compile(r"[\s,]*(?:(?:\w+day|dydd \w+)[\s,]*)?$", re.I)


def is_not_published(words: str) -> bool:
    """Whether some words say of themselves that they are not for publication."""
    for hint in _HINTS:
        if hint in words:
            return bool(NOT_PUBLISHED.search(words))
    return False


class Headline(NamedTuple):
    """What the title of a meeting's page says: "Cabinet - Monday 4 May 2026 7.00 pm, CANCELLED"."""

    body: str
    on: date | None
    day: str  # as written
    time: str
    status: str


def page_titled(title: str) -> Page | None:
    """What sort of page bears a title, or None where ModernGov writes no such title."""
    bare = title.strip(" :-")
    return next((page for page, words in _PAGE_TITLES if words.fullmatch(bare)), None)


def name_of(label: str) -> str:
    """The standard name of a label: "Date of decision:" is `decided_on`."""
    bare = label.strip().rstrip(":").strip().lower()
    return _LABELS.get(bare) or re.sub(r"\W+", "_", bare).strip("_")[:60]


def day_in(words: str) -> date | None:
    """The first day named in full in some words, or None."""
    for found in _DAY.finditer(words):
        day, month, year = (
            found["day"] or found["d"],
            found["month"] or found["m"],
            found["year"] or found["y"],
        )
        number = int(month) if month.isdigit() else _MONTHS[month.lower()]
        try:
            return date(int(year), number, int(day))
        except ValueError:
            continue
    return None


def only_day(words: str) -> date | None:
    """The day that some words name, where they name nothing else."""
    found = _DAY.search(words)
    if found is None or not _WEEKDAY.fullmatch(words[: found.start()]) or words[found.end() :].strip(" ."):
        return None
    return day_in(words)


def headline(title: str) -> Headline:
    """Body, day, time and status of a meeting, as far as its title gives them."""
    status = _STATUS.search(title)
    rest = title[: status.start()] if status else title
    found = _DAY.search(rest)
    if found is None:
        return Headline(rest.strip(" -–,"), None, "", "", status["status"].upper() if status else "")
    time = _TIME.search(rest, found.end())
    body = _WEEKDAY.sub("", rest[: found.start()]).strip(" -–,")
    return Headline(
        body,
        day_in(rest),
        found[0],
        time["time"].strip() if time else "",
        status["status"].upper() if status else "",
    )


def part_cut(words: str, label: str) -> str:
    """Which part of an item goes on elsewhere, told by the words of the link, else by the label above."""
    for where in (words, label):
        for part, pattern in _CUT_PARTS:
            if pattern.search(where):
                return part
    return "text"
