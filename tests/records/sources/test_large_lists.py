"""Lists that are very long, name the same page again and again, or lead to each other."""

import pytest

from handback.reading.formats.walk import MOST_LINKS
from handback.records.sources import queries
from handback.records.sources.models import Kind, Outcome, State
from tests.support.council import links, page

BODIES = "/mgListCommittees.aspx?bcr=1"
LIST = "/ieListMeetings.aspx?CommitteeId={}"


def test_a_list_of_nine_thousand_meetings_is_noted_once_each(source, site, fetch):
    meetings = [(f"ieListDocuments.aspx?MId={n}&CId=711", "9 Mar 2026 6.00 pm") for n in range(1, 9_001)]
    site.pages[LIST.format(711)] = page("Cabinet", links([*meetings, *meetings[:500]]))

    fetch(source, most=4)

    assert queries.pages(source).filter(kind=Kind.MEETING, address__contains="CId=711").count() == 9_000


@pytest.mark.parametrize("count", [MOST_LINKS + 1, 2 * MOST_LINKS], ids=["not all kept", "read as text"])
def test_a_list_that_is_too_long_to_be_read_is_refused_and_says_so(source, site, fetch, count):
    meetings = [(f"ieListDocuments.aspx?MId={n}&CId=711", "9 Mar 2026 6.00 pm") for n in range(count)]
    site.pages[LIST.format(711)] = page("Cabinet", links(meetings))

    fetch(source, most=4)

    [refused] = queries.pages(source).filter(kind=Kind.MEETINGS, address__contains="=711")
    [visit] = queries.visits(refused)
    assert (refused.state, visit.outcome) == (State.FAILED, Outcome.REFUSED)
    assert "Not all that this list leads to could be read" in refused.reason
    assert not queries.pages(source).filter(kind=Kind.MEETING, address__contains="CId=711")


def test_lists_that_lead_to_each_other_come_to_an_end(source, site, fetch):
    further = [
        f"ieListMeetings.aspx?Act=earlier&CId=711&D=2026{n:02d}011800&MD=ielistmeetings" for n in range(1, 13)
    ]
    for address in further:
        site.pages[f"/{address}"] = page("Cabinet", links((other, "Earlier") for other in further))
    site.pages[LIST.format(711)] = page("Cabinet", links((other, "Earlier") for other in further))

    brought = fetch(source)

    assert brought.waiting == 0
    assert all(f"/{address}" in site.asked for address in further)
    assert max(site.asked.count(path) for path in set(site.asked)) == 1
