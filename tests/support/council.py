"""Harrowmere's ModernGov site, invented: pages in that software's structure, with a skin around them.

Every page is made afresh when it is asked for, with another session mark and time in its skin and in its
hidden fields, as real sites do.
"""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.support.site import Site, Telling, Visitor

CABINET, SCRUTINY = 711, 724
PDF = b"""%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R
 /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >> endobj
4 0 obj << /Length 61 >> stream
BT /F1 12 Tf 20 200 Td (Report on taxi standards, 2026) Tj ET
endstream endobj
trailer << /Root 1 0 R >>
"""
SKIN = """<!DOCTYPE html><html lang="en"><head><title>{title} - Harrowmere</title></head><body>
<nav><a href="mgMemberIndex.aspx?bcr=1">Councillors</a> <a href="mgUserInfo.aspx?UID=9">A member</a></nav>
<p>Page made at second {visit}.</p>
<div id="modgov"><div class="mgHeader"><h1 class="mgMainTitleTxt">{title}</h1></div>
<input type="hidden" name="__VIEWSTATE" value="session-{visit}"/>{inner}</div>
<footer>Harrowmere Borough Council {visit}</footer></body></html>"""
ROW = """<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt"><a name="AI{number}"></a>{place}.</p></td>
<td><p class="mgAiTitleTxt"><a class="mgAiTitleLnk" href="documents/s{number}/{title}.pdf">{title}</a></p>
<div class="mgWordPara"><p class="mgSubItemTitleTxt">Minutes:</p><p>{minutes}{more}</p></div>
<p><a href="ieDecisionDetails.aspx?AIId={number}">View the decision for item {place}.</a>
<a href="ieIssueDetails.aspx?IId={issue}&amp;Opt=3">View the background to item {place}.</a></p></td></tr>"""
FULL = (
    ' &nbsp;...&nbsp; <a href="mgAi.aspx?ID={number}" title="View the full minutes text for item {place}.">'
    "view the full minutes text for item {place}.</a>"
)
_visits = itertools.count(1)


def page(title: str, inner: str) -> Telling:
    """A page of the site: the skin, a session mark, and what ModernGov writes."""

    def give(visitor: Visitor) -> None:
        visit = next(_visits)
        visitor.give(SKIN.format(title=title, inner=inner, visit=visit).encode())

    return give


def links(addresses: Iterable[tuple[str, str]]) -> str:
    """A list of links."""
    items = (f'<li><a href="{address}">{words}</a></li>' for address, words in addresses)
    return f'<ul class="mgBulletList">{"".join(items)}</ul>'


@dataclass
class Meeting:
    """A meeting with its items: number, title, minutes. Those of `cut` items go on in pages of their own."""

    id: int
    body: int
    name: str
    day: str
    items: list[tuple[int, str, str]] = field(default_factory=list)
    cut: frozenset[int] = frozenset()

    @property
    def path(self) -> str:
        """Its page."""
        return f"/ieListDocuments.aspx?CId={self.body}&MId={self.id}&Ver=4"

    def inner(self) -> str:
        """What ModernGov writes for it."""
        rows = "".join(self._row(place, *item) for place, item in enumerate(self.items, 1))
        body = f'<a href="mgCommitteeDetails.aspx?ID={self.body}">{self.name} - {self.day}</a>'
        return f'<h2 class="mgSubTitleTxt">{body}</h2><table class="mgItemTable">{rows}</table>'

    def _row(self, place: int, number: int, title: str, minutes: str) -> str:
        more = FULL.format(number=number, place=place) if number in self.cut else ""
        return ROW.format(
            number=number, place=place, title=title, minutes=minutes, more=more, issue=number + 5000
        )


def cabinet(number: int, *, day: str, cut: bool = False) -> Meeting:
    """A meeting of the Cabinet with two items, the second cut if need be."""
    first = number * 10
    words = f"Resolved: That the licensing policy, version {number}, be approved."
    items = [(first, "Apologies", "There were none."), (first + 1, "Licensing policy", words)]
    return Meeting(number, CABINET, "Cabinet", day, items, frozenset({first + 1}) if cut else frozenset())


MEETINGS = [
    cabinet(101, day="12 Jan 2026 6.00 pm", cut=True),
    cabinet(102, day="9 Feb 2026 6.00 pm"),
    cabinet(103, day="8 Dec 2025 6.00 pm"),
    cabinet(90, day="2 Mar 2020 6.00 pm"),
]


def furnish(site: Site, meetings: Iterable[Meeting] = MEETINGS) -> None:
    """Put Harrowmere's pages on a site."""
    all_of_them = list(meetings)
    site.pages["/mgListCommittees.aspx?bcr=1"] = page(
        "Committees",
        links(
            [
                (f"mgCommitteeDetails.aspx?ID={CABINET}", "Cabinet"),
                (f"mgCommitteeDetails.aspx?ID={SCRUTINY}", "Scrutiny"),
            ]
        ),
    )
    site.pages["/mgPlansHome.aspx?bcr=1"] = page(
        "Forward plans", links([("mgListPlanItems.aspx?PlanId=31&amp;RP=0", "Forward plan, February 2026")])
    )
    site.pages["/mgListPlanItems.aspx?PlanId=31&RP=0"] = page(
        "Forward plan", links([("ieIssueDetails.aspx?IId=6011&amp;Opt=3&amp;PlanId=31", "Licensing policy")])
    )
    site.pages["/mgDelegatedDecisions.aspx?bcr=1&DM=0&DS=2&K=0&DR=&V=0"] = page(
        "Decisions", links([("ieDecisionDetails.aspx?ID=881", "Taxi fares")])
    )
    site.pages["/ieDecisionDetails.aspx?ID=881"] = page(
        "Decision details", "<p>Decision: That the taxi fares for 2026 be approved.</p>"
    )
    list_meetings(site, all_of_them)
    for meeting in all_of_them:
        publish(site, meeting)


def list_meetings(site: Site, meetings: Iterable[Meeting]) -> None:
    """The lists of meetings: the Cabinet's, and that of Scrutiny, which has not met."""
    site.pages[f"/ieListMeetings.aspx?CommitteeId={CABINET}"] = page(
        "Browse meetings", links((m.path.replace("&", "&amp;")[1:], m.day) for m in meetings)
    )
    site.pages[f"/ieListMeetings.aspx?CommitteeId={SCRUTINY}"] = page("Browse meetings", "<p>None.</p>")


def publish(site: Site, meeting: Meeting) -> None:
    """A meeting's page, and those of its items, decisions, issues and attached documents."""
    site.pages[meeting.path] = page("Agenda and minutes", meeting.inner())
    for number, title, minutes in meeting.items:
        site.pages[f"/mgAi.aspx?ID={number}"] = page("Agenda item", f"<h2>{title}</h2><p>{minutes}</p>")
        site.pages[f"/ieDecisionDetails.aspx?AIId={number}"] = page(
            "Decision details", f"<h2>{title}, item {number}</h2><p>Decision: {minutes}</p>"
        )
        issue = f"/ieIssueDetails.aspx?IId={number + 5000}&Opt=3"
        told = page("Issue - meetings", f"<h2>{title}</h2><p>Considered in {meeting.day}.</p>")
        site.pages |= {issue: told, f"{issue}&PlanId=31": told}
        name = title.replace(" ", "%20")
        site.pages[f"/documents/s{number}/{name}.pdf"] = _pdf(number)


def _pdf(number: int) -> Telling:
    return lambda visitor: visitor.give(PDF + b"%% %d\n" % number, Content_Type="application/pdf")
