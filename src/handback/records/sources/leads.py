"""Where a council's ModernGov site is entered, and which links of a page are followed.

1. Only the sorts of page named here are followed, each from the sorts that are known to lead to it.
2. Only what lies under the source's own address.
3. From a list of meetings, only those since the source's day; one whose day cannot be told is followed.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import parse_qsl, urljoin, urlsplit, urlunsplit

from handback.reading.document import Link, Role
from handback.reading.formats.moderngov.addresses import Page as Sort
from handback.reading.formats.moderngov.addresses import ids_of
from handback.records.sources.models import Kind

LONGEST = 1000  # characters of an address that is followed
AHEAD = timedelta(days=730)  # how far lists of meetings to come are turned over
FOLLOWED: Mapping[Kind, frozenset[Kind]] = {
    Kind.BODIES: frozenset({Kind.MEETINGS}),
    Kind.MEETINGS: frozenset({Kind.MEETING, Kind.MEETINGS}),
    Kind.MEETING: frozenset({Kind.ITEM, Kind.DECISION, Kind.ISSUE, Kind.DOCUMENT, Kind.PACK}),
    Kind.ITEM: frozenset({Kind.DECISION, Kind.ISSUE, Kind.DOCUMENT}),
    Kind.DECISIONS: frozenset({Kind.DECISION, Kind.DECISIONS}),
    Kind.DECISION: frozenset({Kind.ITEM, Kind.ISSUE, Kind.ISSUE_DECISIONS, Kind.DOCUMENT}),
    Kind.ISSUE: frozenset({Kind.ITEM, Kind.DECISION, Kind.ISSUE_DECISIONS, Kind.DOCUMENT}),
    Kind.ISSUE_DECISIONS: frozenset({Kind.DECISION}),
    Kind.PLANS: frozenset({Kind.PLAN}),
    Kind.PLAN: frozenset({Kind.ISSUE, Kind.PLAN}),
    Kind.DOCUMENT: frozenset(),
    Kind.PACK: frozenset(),
}
ATTACHED = frozenset({Kind.DOCUMENT, Kind.PACK})
LISTS = frozenset({Kind.BODIES, Kind.MEETINGS, Kind.DECISIONS, Kind.PLANS})
_ENTRANCES: tuple[tuple[Kind, str, str], ...] = (
    (Kind.BODIES, "mgListCommittees.aspx?bcr=1", "Bodies"),
    (Kind.DECISIONS, "mgDelegatedDecisions.aspx?bcr=1&DM=0&DS=2&K=0&DR=&V=0", "Decisions"),
    (Kind.PLANS, "mgPlansHome.aspx?bcr=1", "Forward plans"),
)
_MOMENT = re.compile(r"[0-9]{12}")
_WRITTEN = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?[ \xa0]+([A-Za-z]{3})[A-Za-z]*\.?,?[ \xa0]+(\d{4})\b")
_SLASHED = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True)
class Lead:
    """A page to know of, and the part that it plays. One that `turns` is a further part of the same list."""

    kind: Kind
    address: str
    canonical: str
    words: str
    role: Role = Role.OTHER
    turns: bool = False

    @property
    def continues(self) -> bool:
        """Whether it is where a text that is cut goes on."""
        return self.role is Role.FULL_TEXT


@dataclass(frozen=True, slots=True)
class Following:
    """What of a site is followed: its address, the numbers of its bodies (none: all), and since when."""

    base: str
    bodies: frozenset[int]
    since: date
    with_attachments: bool
    now: date

    def entrances(self, names: Mapping[int, str]) -> list[Lead]:
        """The pages at which every round begins: the site's lists, and the meetings of each body named."""
        found = [self._lead(kind, urljoin(self.base, page), words) for kind, page, words in _ENTRANCES]
        return found + [self._meetings_of(body, names[body]) for body in sorted(names)]

    def leads(self, kind: Kind, links: Iterable[Link], *, on: str) -> list[Lead]:
        """The pages that a page of this kind leads to, each once; `on` is the page's own address."""
        return [lead for lead in self._all(kind, links, on=on) if self._wants(lead)]

    def listed(self, kind: Kind, links: Iterable[Link], *, on: str) -> int:
        """How many pages a list holds, wanted or not; its own further parts are not counted."""
        return sum(not lead.turns for lead in self._all(kind, links, on=on))

    def _all(self, kind: Kind, links: Iterable[Link], *, on: str) -> list[Lead]:
        found: dict[str, Lead] = {}
        for link in links:
            lead = self._from(kind, link, on=on)
            if lead and (lead.canonical not in found or lead.continues):
                found[lead.canonical] = lead
        return list(found.values())

    def _from(self, kind: Kind, link: Link, *, on: str) -> Lead | None:
        address = self._inside(link.address.strip(), on=on)
        if not address:
            return None
        taken = ids_of(address)
        if kind is Kind.BODIES:
            body = taken.ids.get("body") if taken.page in (Sort.BODY, Sort.MEETINGS) else None
            return self._meetings_of(body, link.words) if body else None
        if taken.page.value not in Kind.values or Kind(taken.page.value) not in FOLLOWED[kind]:
            return None
        return self._lead(Kind(taken.page.value), address, link.words, role=link.role, same=kind)

    def _wants(self, lead: Lead) -> bool:
        if lead.kind in ATTACHED:
            return self.with_attachments and (lead.kind is Kind.DOCUMENT or lead.role is Role.MINUTES)
        if lead.turns:
            day = paged_to(lead.address)
            return day is not None and self.since <= day <= self.now + AHEAD
        if lead.kind is Kind.MEETING:
            day = day_in(lead.words)
            return day is None or day >= self.since
        return lead.kind is not Kind.MEETINGS or not self.bodies

    def _lead(
        self, kind: Kind, address: str, words: str, *, role: Role = Role.OTHER, same: Kind | None = None
    ) -> Lead:
        turns = kind is same and kind in LISTS
        canonical = ids_of(address).canonical
        if turns and kind is Kind.DECISIONS:  # its parts differ only in the moment that they begin with
            canonical = f"{canonical}#{paged_to(address)}"
        said = " ".join(words.split())[:300]
        return Lead(kind, address, canonical, said, role, turns)

    def _meetings_of(self, body: int, words: str) -> Lead:
        return self._lead(Kind.MEETINGS, urljoin(self.base, f"ieListMeetings.aspx?CommitteeId={body}"), words)

    def _inside(self, written: str, *, on: str) -> str:
        """Where a link leads to, by the site's own scheme; nothing, if not under the site's address."""
        try:
            base, parts = urlsplit(self.base), urlsplit(urljoin(on, written))
        except ValueError:
            return ""
        here = parts.netloc.lower() == base.netloc.lower() and parts.scheme.lower() in ("http", "https")
        if not here or not parts.path.lower().startswith(base.path.lower()):
            return ""
        address = urlunsplit((base.scheme, base.netloc, parts.path, parts.query, ""))
        return address if len(address) <= LONGEST else ""


def day_in(words: str) -> date | None:
    """The first full day in the words of a link: "15 Jun 2026 7:30 pm", "15/06/2026"."""
    written = _WRITTEN.search(words)
    if written and written[2].lower() in _MONTHS:
        return _day(int(written[3]), _MONTHS.index(written[2].lower()) + 1, int(written[1]))
    slashed = _SLASHED.search(words)
    return _day(int(slashed[3]), int(slashed[2]), int(slashed[1])) if slashed else None


def paged_to(address: str) -> date | None:
    """The day that a link to a list's further part begins with: `D=202409051930`, `NOW=060620141417`."""
    for name, value in parse_qsl(urlsplit(address).query):
        if name.lower() in ("d", "now") and _MOMENT.fullmatch(value):
            year_first = _day(int(value[:4]), int(value[4:6]), int(value[6:8]))
            return year_first or _day(int(value[4:8]), int(value[2:4]), int(value[:2]))
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 1900 <= year < 2200 else None
    except ValueError:
        return None
