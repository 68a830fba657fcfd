"""Addresses of a ModernGov site: told apart by what they name, and known again however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handback.reading.document import Role
from handback.reading.formats.moderngov.addresses import (
    Page,
    canonical,
    ids_of,
    kind_of,
    role_of,
    same_page,
)

SITE = "https://democracy.harrowmere.example/"


@pytest.mark.parametrize(
    ("address", "page", "ids"),
    [
        ("ieListDocuments.aspx?CId=12&MId=340&Ver=4", Page.MEETING, {"body": 12, "meeting": 340}),
        ("ieListDocuments.aspx?CommitteeId=12&MeetingId=340", Page.MEETING, {"body": 12, "meeting": 340}),
        ("ieListDocuments.aspx?MID=340#AI77", Page.MEETING, {"meeting": 340, "item": 77}),
        ("mgAi.aspx?ID=77", Page.ITEM, {"item": 77}),
        ("MGAI.ASPX?Id=77", Page.ITEM, {"item": 77}),
        ("ieDecisionDetails.aspx?AIId=77", Page.DECISION, {"item": 77}),
        ("ieDecisionDetails.aspx?ID=9", Page.DECISION, {"decision": 9}),
        ("ieIssueDetails.aspx?IId=5&Opt=3&PlanId=0", Page.ISSUE, {"issue": 5}),
        ("mgListPlanItems.aspx?PlanId=112&RP=4", Page.PLAN, {"plan": 112, "body": 4}),
        ("mgListRecordedVotesShort.aspx?AIID=77&MID=340", Page.VOTES, {"item": 77, "meeting": 340}),
        ("documents/s123/Ferry report.pdf", Page.DOCUMENT, {"document": 123}),
        ("documents/g340/Printed minutes.pdf?T=1", Page.PACK, {"pack": 340}),
        ("mgError.aspx", Page.ERROR, {}),
        ("https://www.harrowmere.example/ferries", Page.OTHER, {}),
        ("mailto:ada@harrowmere.example", Page.OTHER, {}),
        ("https://[ferry", Page.OTHER, {}),
    ],
)
def test_an_address_names_its_page_and_its_ids(address, page, ids):
    found = ids_of(address)

    assert (found.page, dict(found.ids)) == (page, ids)


def test_an_escaped_address_is_the_same_as_a_plain_one():
    assert canonical("ieListDocuments.aspx?CId=12&amp;amp;MId=340") == canonical(
        "ieListDocuments.aspx?CId=12&MId=340"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ieListDocuments.aspx?CId=12&MId=340&Ver=4", "ielistdocuments.aspx?MeetingId=340"),
        ("ieIssueDetails.aspx?IId=5&Opt=3", "mgIssueHistoryHome.aspx?IId=5&Opt=0"),
        ("ieListMeetings.aspx?CommitteeId=12&bcr=1", "ieListMeetings.aspx?CId=12"),
        ("documents/s123/Old name.pdf", "documents/s123/New name.pdf"),
        ("mgAi.aspx?ID=77", "mgAi.aspx?ID=77&LLL=0"),
    ],
)
def test_addresses_of_one_page_are_known_for_the_same(one, other):
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ieDecisionDetails.aspx?ID=77", "ieDecisionDetails.aspx?AIId=77"),
        ("mgAi.aspx?ID=77", "mgAi.aspx?ID=77&LLL=1"),
        ("ieListMeetings.aspx?CId=12", "ieListMeetings.aspx?CId=12&Act=earlier&D=202409051930"),
        ("documents/g340/Agenda.pdf?T=0", "documents/g340/Printed minutes.pdf?T=1"),
    ],
)
def test_addresses_of_two_pages_stay_apart(one, other):
    assert canonical(one) != canonical(other)


def test_a_relative_address_is_placed_on_the_site_of_its_page():
    assert canonical("mgAi.aspx?ID=77", base=f"{SITE}ieListDocuments.aspx?MId=1") == f"{SITE}mgAi.aspx?ID=77"


def test_a_relative_address_is_of_the_same_page_as_a_full_one():
    assert same_page("mgAi.aspx?ID=77", f"{SITE}mgAi.aspx?id=77")


def test_an_address_of_another_site_is_kept_as_it_is_written():
    assert canonical("https://www.harrowmere.example/a?m=1&b=2") == "https://www.harrowmere.example/a?m=1&b=2"


@pytest.mark.parametrize(
    ("address", "words", "role"),
    [
        ("documents/g340/Printed minutes 5 May.pdf?T=1", "Printed minutes", Role.MINUTES),
        ("documents/g340/Agenda 5 May.pdf?T=0", "Agenda frontsheet", Role.ATTACHMENT),
        ("mgListRecordedVotesShort.aspx?AIID=77", "", Role.VOTES),
        ("mgMeetingAttendance.aspx?ID=340", "", Role.OTHER),
    ],
)
def test_a_link_leads_where_its_address_says(address, words, role):
    assert role_of(address, words) is role


@given(st.text(max_size=300))
def test_no_words_at_all_break_the_reading_of_an_address(words):
    assert kind_of(words) in Page


@given(st.text(alphabet="mgAi.aspxID=&?/#:%0123456789", max_size=80))
def test_the_canonical_form_is_its_own_canonical_form(words):
    assert canonical(canonical(words)) == canonical(words)
