"""Which links of a page are followed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handback.reading.document import Link, Role
from handback.records.sources.leads import Following, day_in, paged_to
from handback.records.sources.queries import Kind

BASE = "https://www.harrowmere.example/moderngov/"
ON = f"{BASE}ieListMeetings.aspx?CommitteeId=711"


def following(**given):
    usual = {
        "base": BASE,
        "bodies": frozenset(),
        "since": date(2025, 11, 1),
        "with_attachments": False,
        "now": date(2026, 3, 2),
    }
    return Following(**usual | given)


def followed(kind, address, words="", role=Role.OTHER, **given):
    return [lead.address for lead in following(**given).leads(kind, [Link(role, address, words)], on=ON)]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("31 Oct 2025 6.00 pm", False),
        ("1 Nov 2025 6.00 pm", True),
        ("1st November 2025", True),
        ("30/10/2025", False),
        ("The meeting that was put off", True),
    ],
)
def test_a_meeting_is_followed_unless_its_day_is_before_the_sources(words, wanted):
    assert bool(followed(Kind.MEETINGS, "ieListDocuments.aspx?MId=7&CId=711", words)) is wanted


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("ieListMeetings.aspx?Act=earlier&CId=711&D=202512011800&MD=ielistmeetings", True),
        ("ieListMeetings.aspx?Act=earlier&CId=711&D=202510011800&MD=ielistmeetings", False),
        ("ieListMeetings.aspx?Act=later&CId=711&D=202606151930&MD=ielistmeetings", True),
        ("ieListMeetings.aspx?Act=later&CId=711&D=203006151930&MD=ielistmeetings", False),
        ("ieListMeetings.aspx?CId=724&Year=0", False),
    ],
)
def test_a_list_of_meetings_is_turned_over_as_far_as_the_sources_day(address, wanted):
    assert bool(followed(Kind.MEETINGS, address)) is wanted


@pytest.mark.parametrize(
    "address",
    [
        "https://elsewhere.example/moderngov/mgAi.aspx?ID=7",
        "/other/mgAi.aspx?ID=7",
        "https://www.harrowmere.example:8443/moderngov/mgAi.aspx?ID=7",
        "javascript:open('mgAi.aspx?ID=7')",
        "https://[/mgAi.aspx?ID=7",
        "mgAi.aspx?ID=" + "7" * 1000,
    ],
)
def test_nothing_outside_the_sources_address_is_followed(address):
    assert followed(Kind.MEETING, address) == []


def test_a_link_in_plain_http_to_the_same_site_is_asked_for_by_https():
    plain = "http://WWW.harrowmere.example/ModernGov/mgAi.aspx?ID=7"

    assert followed(Kind.MEETING, plain) == ["https://www.harrowmere.example/ModernGov/mgAi.aspx?ID=7"]


@pytest.mark.parametrize(
    "address",
    [
        "mgUserInfo.aspx?UID=9",
        "mgMemberIndex.aspx",
        "mgRofI.aspx?UID=9",
        "mgCommitteeMailingList.aspx?ID=711",
    ],
)
@pytest.mark.parametrize("kind", Kind)
def test_no_page_about_members_is_ever_followed(kind, address):
    assert followed(kind, address) == []


def test_attached_documents_are_followed_where_they_are_wanted():
    address = "documents/s12/Licensing report.pdf"

    assert followed(Kind.MEETING, address) == []
    assert followed(Kind.MEETING, address, with_attachments=True) == [BASE + address]


def test_of_the_printed_papers_only_the_minutes_are_followed():
    address = "documents/g7/Printed minutes.pdf?T=1"

    assert followed(Kind.MEETING, address, role=Role.MINUTES, with_attachments=True)
    assert not followed(Kind.MEETING, address, role=Role.ATTACHMENT, with_attachments=True)


def test_two_links_to_one_page_are_one_lead_and_know_if_a_text_goes_on_there():
    links = [
        Link(Role.ITEM, "mgAi.aspx?ID=7", "Item 7"),
        Link(Role.FULL_TEXT, "mgAi.aspx?Id=7&J=1", "view the full minutes text"),
    ]

    [lead] = following().leads(Kind.MEETING, links, on=ON)
    assert lead.continues


def test_bodies_that_are_named_are_entered_and_the_list_adds_no_others():
    named = following(bodies=frozenset({711}))

    entered = [lead.address for lead in named.entrances({711: "Cabinet"})]
    assert f"{BASE}ieListMeetings.aspx?CommitteeId=711" in entered
    assert followed(Kind.BODIES, "mgCommitteeDetails.aspx?ID=724", bodies=frozenset({711})) == []


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Thursday 15 January 2026, 7:30 pm", date(2026, 1, 15)),
        ("15\xa0Jun\xa02026", date(2026, 6, 15)),
        ("31 Feb 2026", None),
        ("Cabinet", None),
    ],
)
def test_the_day_in_the_words_of_a_link(words, day):
    assert day_in(words) == day


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("ieListMeetings.aspx?D=202409051930", date(2024, 9, 5)),
        ("mgDelegatedDecisions.aspx?Next=true&NOW=060620141417", date(2014, 6, 6)),
        ("mgDelegatedDecisions.aspx?NOW=999999999999", None),
        ("mgDelegatedDecisions.aspx", None),
    ],
)
def test_the_day_with_which_a_lists_further_part_begins(address, day):
    assert paged_to(address) == day


@given(st.sampled_from(Kind), st.text(max_size=80), st.text(max_size=40))
def test_no_link_however_strange_stops_the_others(kind, address, words):
    for lead in following().leads(kind, [Link(Role.OTHER, address, words)], on=ON):
        assert lead.address.lower().startswith(BASE)
